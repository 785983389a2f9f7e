create schema if not exists ledger;

-- The log. Positions are drawn under the append lock and have no holes; rows are never changed or deleted (AUD-1).
-- payload and metadata are JSON text, kept to the letter because the hash covers them; psql reads them with ::jsonb.
create table ledger.event (
  position bigint not null primary key,
  event_id uuid not null,
  aggregate_type varchar(64) not null,
  aggregate_id varchar(160) not null,
  sequence bigint not null,
  type varchar(128) not null,
  revision varchar(16) not null,
  recorded_at timestamp(6) with time zone not null,
  payload varchar not null,
  metadata varchar not null,
  hash bytea not null,
  constraint event_id_unique unique (event_id),
  constraint event_stream_unique unique (aggregate_id, sequence)
);

-- Names that only one aggregate may hold: digests of code strings, emails, vouchers.
create table ledger.claim (
  kind varchar(64) not null,
  name varchar(256) not null,
  holder varchar(160) not null,
  constraint claim_unique primary key (kind, name)
);

-- What a request with an idempotency key was answered; the answer is encrypted.
create table ledger.receipt (
  scope varchar(160) not null,
  idempotency_key varchar(200) not null,
  fingerprint varchar(128) not null,
  answer bytea not null,
  position bigint not null,
  recorded_at timestamp(6) with time zone not null,
  constraint receipt_unique primary key (scope, idempotency_key)
);
