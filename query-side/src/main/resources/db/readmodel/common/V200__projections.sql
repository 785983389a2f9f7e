create schema if not exists read_model;

-- How far each projection has folded the log. The row is locked while a batch is written, so it also serialises
-- the live run with the retry of parked letters. Version is the version of the fold that wrote the rows.
create table read_model.projection (
  name varchar(64) not null primary key,
  version integer not null,
  position bigint not null
);

-- Claims and positions of the streaming processors, in the same transaction as the rows they stand for.
create table read_model.token (
  processor_name varchar(64) not null,
  segment integer not null,
  token bytea,
  token_type varchar(255),
  updated_at varchar(64),
  owner varchar(255),
  constraint token_pk primary key (processor_name, segment)
);

-- Events that a projection could not apply, and everything that came after them in their sequence.
create table read_model.dead_letter (
  dead_letter_id varchar(64) not null primary key,
  projection varchar(64) not null,
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
  constraint dead_letter_place unique (projection, sequence_identifier, sequence_index)
);

-- Made here, because several nodes that start together would race for making them.
insert into read_model.projection (name, version, position) values
  ('subjects', 1, 0),
  ('accounts', 1, 0),
  ('redeem-codes', 1, 0),
  ('bills', 1, 0),
  ('overview', 1, 0),
  ('registrations', 1, 0),
  ('messages', 1, 0);

insert into read_model.token (processor_name, segment)
select name, 0 from read_model.projection;
