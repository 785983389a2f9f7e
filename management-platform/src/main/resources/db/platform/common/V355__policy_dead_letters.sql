-- Events that a policy could not handle, and everything that came after them in their sequence (one order). They are
-- tried again until they succeed: a letter that is deleted by hand is something that will never happen by itself.
create table platform.policy_dead_letter (
  dead_letter_id varchar(64) not null primary key,
  policy varchar(64) not null,
  sequence_identifier varchar(255) not null,
  sequence_index bigint not null,
  message_type varchar(255) not null,
  event_id varchar(64) not null,
  event_time varchar(64) not null,
  payload_type varchar(255) not null,
  payload_revision varchar(64),
  payload bytea not null,
  metadata bytea,
  aggregate_type varchar(64),
  aggregate_id varchar(160),
  aggregate_sequence bigint,
  token_type varchar(255),
  token bytea,
  enqueued_at varchar(64) not null,
  last_touched varchar(64),
  processing_started varchar(64),
  cause_type varchar(255),
  cause_message varchar(1023),
  diagnostics bytea,
  constraint policy_dead_letter_place unique (policy, sequence_identifier, sequence_index)
);
