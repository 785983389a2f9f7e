create schema if not exists platform;
create schema if not exists vault;

-- One wrapped data key a person (AUD-5). Erasure empties the key and keeps the row, so that no new key is made.
create table vault.person_key (
  person varchar(64) primary key,
  wrapped_key bytea,
  created_at timestamp with time zone not null,
  destroyed_at timestamp with time zone,
  constraint key_or_destroyed check ((wrapped_key is null) = (destroyed_at is not null))
);

-- How far the simulated clock is ahead. One row.
create table platform.test_clock (
  one_row smallint primary key check (one_row = 1),
  ahead_seconds bigint not null check (ahead_seconds >= 0)
);
insert into platform.test_clock (one_row, ahead_seconds) values (1, 0);
