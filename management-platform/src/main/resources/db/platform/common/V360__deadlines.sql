-- What is due when (ADR 0011). Folded from the log by the processor below: it can be emptied and folded again, because each
-- deadline's command is stored once for the position of the event that set it.
create table platform.deadline (
  kind varchar(40) not null,
  deadline_key varchar(128) not null,
  due_at timestamp(6) with time zone not null,
  -- When it is tried next: due_at, or later after a failure.
  try_at timestamp(6) with time zone not null,
  failures integer default 0 not null,
  position bigint not null,
  event_id varchar(64) not null,
  correlation_id varchar(255) not null,
  constraint deadline_pk primary key (kind, deadline_key)
);
create index deadline_try on platform.deadline (try_at);

-- Whoever holds this row does what is due; other nodes leave it to them.
create table platform.deadline_turn (
  one_row smallint primary key check (one_row = 1)
);
insert into platform.deadline_turn (one_row) values (1);

-- One segment: deadlines are folded in the order of the log.
insert into platform.policy_token (processor_name, segment) values ('note-deadlines', 0);
insert into platform.policy_token (processor_name, segment) values
  ('expire-redeem-codes', 0),
  ('expire-redeem-codes', 1),
  ('expire-redeem-codes', 2),
  ('expire-redeem-codes', 3);
