-- By what the history is searched: one row for each event, which itself stays in the log (ADR 0018). Every index ends with
-- the position, the order of pages; a span of time is looked up as a span of positions.
create table read_model.audit_event (
  position bigint not null primary key,
  recorded_at timestamp(6) with time zone not null,
  aggregate_type varchar(64) not null,
  aggregate_id varchar(160) not null,
  type varchar(128) not null,
  actor varchar,
  correlation_id varchar
);
create index audit_event_recorded on read_model.audit_event (recorded_at, position);
create index audit_event_aggregate_type on read_model.audit_event (aggregate_type, position);
create index audit_event_aggregate on read_model.audit_event (aggregate_id, position);
create index audit_event_type on read_model.audit_event (type, position);
create index audit_event_actor on read_model.audit_event (actor, position);
create index audit_event_correlation on read_model.audit_event (correlation_id, position);

-- What events concern, across aggregates.
create table read_model.audit_link (
  kind varchar(20) not null,
  id varchar(160) not null,
  position bigint not null,
  constraint audit_link_pk primary key (kind, id, position)
);

insert into read_model.projection (name, version, position) values ('audit-trail', 1, 0);

insert into read_model.token (processor_name, segment) values ('audit-trail', 0);
