create schema if not exists platform;

-- Where the policies stand in the log. Apart from the read models: those can be thrown away, a policy's place cannot.
create table platform.policy_token (
  processor_name varchar(64) not null,
  segment integer not null,
  token bytea,
  token_type varchar(255),
  updated_at varchar(64),
  owner varchar(255),
  constraint policy_token_pk primary key (processor_name, segment)
);

insert into platform.policy_token (processor_name, segment) values
  ('issue-redeem-codes', 0),
  ('issue-redeem-codes', 1),
  ('issue-redeem-codes', 2),
  ('issue-redeem-codes', 3);
