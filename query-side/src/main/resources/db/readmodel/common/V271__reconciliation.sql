-- Tables that are folded on and on beside the served ones, to be compared with them; and what the last comparison found.
insert into read_model.shadow (schema_name) values ('read_model_check');

create table read_model.reconciliation (
  position bigint not null primary key,
  made_of varchar(64) not null,
  checked_at timestamp(6) with time zone not null,
  faults integer not null,
  outcome varchar not null
);
