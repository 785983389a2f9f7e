-- One row for each appointment. What it came to is not here before its release (RES-1); released_at says that it is.
create table read_model.attempt (
  appointment_id varchar(64) not null primary key,
  registration_id varchar(160) not null,
  order_id varchar(64) not null,
  redeem_code_id varchar(64),
  account_id varchar(64) not null,
  examinee varchar(64) not null,
  subject varchar(20) not null,
  delivery_mode varchar(20) not null,
  session_id varchar(64) not null,
  site_id varchar(64),
  starts_at timestamp(6) with time zone not null,
  ends_at timestamp(6) with time zone not null,
  show_up_from timestamp(6) with time zone not null,
  show_up_until timestamp(6) with time zone not null,
  status varchar(20) not null,
  scheduled_at timestamp(6) with time zone not null,
  outcome varchar(10),
  score integer,
  released_at timestamp(6) with time zone,
  position bigint not null unique
);
create index attempt_account on read_model.attempt (account_id, position);
create index attempt_examinee on read_model.attempt (examinee, position);
create index attempt_code on read_model.attempt (redeem_code_id);
create index attempt_registration on read_model.attempt (registration_id);

insert into read_model.projection (name, version, position) values ('attempts', 1, 0);

insert into read_model.token (processor_name, segment) values ('attempts', 0);
