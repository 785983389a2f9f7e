-- What an actor did of one type, or to aggregates of one type: some are behind most of all events, and behind none of these.
create index audit_event_actor_type on read_model.audit_event (actor, type, position);
create index audit_event_actor_aggregate on read_model.audit_event (actor, aggregate_type, position);
