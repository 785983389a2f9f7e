-- Export jobs. Not a projection: it is what callers asked for, and a rebuild leaves it alone. The filter holds the
-- digest of a code string, never the string; the owner is the account that may see code strings; the worker is the process that writes the file.
create table read_model.export (
  export_id varchar(64) not null primary key,
  requested_by varchar(255) not null,
  owner varchar(64),
  idempotency_key varchar(200),
  resource varchar(20) not null,
  format varchar(10) not null,
  filter varchar not null,
  status varchar(20) not null,
  rows_done bigint not null,
  rows_total bigint,
  worker varchar(64),
  requested_at timestamp(6) with time zone not null,
  touched_at timestamp(6) with time zone not null,
  constraint export_once unique (requested_by, idempotency_key)
);
create index export_touched on read_model.export (status, touched_at);
