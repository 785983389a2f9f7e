-- Heads of the log that were signed and anchored (AUD-4, ADR 0016). One for each size.
create table platform.ledger_anchor (
  size bigint not null primary key,
  root_hash bytea not null,
  chain_hash bytea not null,
  recorded_at timestamp(6) with time zone not null,
  origin varchar(200) not null,
  public_key varchar(64) not null,
  signature varchar(128) not null,
  anchored_at timestamp(6) with time zone not null
);

-- Each goes to every place outside the database that is set; delivered_at is null until it is there.
create table platform.ledger_anchor_delivery (
  size bigint not null references platform.ledger_anchor (size),
  target varchar(20) not null,
  attempts integer default 0 not null,
  try_at timestamp(6) with time zone not null,
  delivered_at timestamp(6) with time zone,
  constraint ledger_anchor_delivery_pk primary key (target, size)
);

-- Whoever holds this row anchors; other nodes leave it to them.
create table platform.ledger_anchor_turn (
  one_row smallint primary key check (one_row = 1)
);
insert into platform.ledger_anchor_turn (one_row) values (1);

-- Verifications of the log that were asked for. One whose worker has said nothing for a minute is taken up by another.
create table platform.ledger_verification (
  verification_id varchar(64) not null primary key,
  scope varchar(330) not null,
  idempotency_key varchar(200),
  -- What was asked for, and what it meant then.
  given_from bigint,
  given_to bigint,
  from_position bigint not null,
  to_position bigint not null,
  status varchar(20) not null,
  events_done bigint default 0 not null,
  millis bigint default 0 not null,
  fault_at bigint,
  fault_kind varchar(20),
  fault varchar(1000),
  -- How many were done when it was first answered as running; a repeat is answered the same.
  first_answered bigint,
  worker varchar(64),
  requested_at timestamp(6) with time zone not null,
  touched_at timestamp(6) with time zone not null,
  constraint ledger_verification_once unique (scope, idempotency_key)
);
create index ledger_verification_requested on platform.ledger_verification (status, requested_at);
