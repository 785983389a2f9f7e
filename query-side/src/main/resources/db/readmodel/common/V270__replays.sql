-- Rebuilds of read models that were asked for. Outcome is JSON. Times are the database's, so that a worker that has gone
-- silent is found whatever clock the system runs by.
create table read_model.replay (
  replay_id varchar(64) not null primary key,
  requested_by varchar(255) not null,
  idempotency_key varchar(200),
  projections varchar not null,
  swap boolean not null,
  status varchar(20) not null,
  events_done bigint default 0 not null,
  events_total bigint default 0 not null,
  outcome varchar,
  failure varchar(1000),
  worker varchar(64),
  requested_at timestamp(6) with time zone default current_timestamp not null,
  started_at timestamp(6) with time zone,
  touched_at timestamp(6) with time zone default current_timestamp not null,
  finished_at timestamp(6) with time zone,
  constraint replay_key unique (requested_by, idempotency_key)
);

-- Schemas of rebuilt tables, and who works there.
create table read_model.shadow (
  schema_name varchar(64) not null primary key,
  worker varchar(64),
  touched_at timestamp(6) with time zone
);

insert into read_model.shadow (schema_name) values ('read_model_next');
