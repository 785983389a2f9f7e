-- Changes of many codes at once. Total is empty until all codes have been looked up.
create table read_model.bulk_change (
  bulk_change_id varchar(64) not null primary key,
  account_id varchar(64) not null,
  action varchar(20) not null,
  status varchar(20) not null,
  total integer,
  changed integer default 0 not null,
  requested_at timestamp(6) with time zone not null,
  finished_at timestamp(6) with time zone,
  position bigint not null unique
);

-- Why codes were skipped: the code of the rule's refusal, and how many codes it refused to change.
create table read_model.bulk_change_refusal (
  bulk_change_id varchar(64) not null,
  refusal varchar(100) not null,
  codes integer default 0 not null,
  constraint bulk_change_refusal_pk primary key (bulk_change_id, refusal)
);

insert into read_model.projection (name, version, position) values ('bulk-changes', 1, 0);

insert into read_model.token (processor_name, segment) values ('bulk-changes', 0);
