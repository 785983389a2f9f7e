-- As of a past moment (AUD-2). The rows of these projections have to be folded again, from the first event on, because what
-- they were is nowhere else. So they are emptied, and their positions and tokens set back.
delete from read_model.dead_letter
where projection in ('redeem-codes', 'bills', 'overview', 'registrations', 'attempts');

update read_model.projection
set position = 0
where name in ('redeem-codes', 'bills', 'overview', 'registrations', 'attempts');

update read_model.token
set token = null, token_type = null
where processor_name in ('redeem-codes', 'bills', 'overview', 'registrations', 'attempts');

truncate table read_model.redeem_code;
truncate table read_model.replaced_code_string;
truncate table read_model.bill;
truncate table read_model.bill_part;
truncate table read_model.bill_refund_part;
truncate table read_model.overview;
truncate table read_model.overview_attempt;
truncate table read_model.registration;
truncate table read_model.attempt;

-- When the event that made the row was recorded, and its position where there was none.
alter table read_model.redeem_code add column recorded_at timestamp(6) with time zone not null;
alter table read_model.bill add column recorded_at timestamp(6) with time zone not null;
alter table read_model.overview add column position bigint not null;
alter table read_model.overview add column recorded_at timestamp(6) with time zone not null;
alter table read_model.registration add column recorded_at timestamp(6) with time zone not null;
alter table read_model.attempt add column recorded_at timestamp(6) with time zone not null;
alter table read_model.bill_part add column position bigint not null;
alter table read_model.bill_refund_part add column position bigint not null;

-- What rows were until what was recorded then replaced it. The last version is the row itself.
create table read_model.redeem_code_version (
  redeem_code_id varchar(64) not null,
  replaced_at timestamp(6) with time zone not null,
  status varchar(20) not null,
  digest varchar(128) not null,
  sealed varchar not null,
  holder varchar(64),
  bound_at timestamp(6) with time zone,
  constraint redeem_code_version_pk primary key (redeem_code_id, replaced_at)
);

create table read_model.bill_version (
  order_id varchar(64) not null,
  replaced_at timestamp(6) with time zone not null,
  status varchar(20) not null,
  paid_at timestamp(6) with time zone,
  valid_until timestamp(6) with time zone,
  issued integer not null,
  unused integer not null,
  bound integer not null,
  scheduled integer not null,
  completed integer not null,
  refunded integer not null,
  expired integer not null,
  refund_status varchar(20),
  refund_amount bigint,
  refund_requested_at timestamp(6) with time zone,
  refund_settled_at timestamp(6) with time zone,
  constraint bill_version_pk primary key (order_id, replaced_at)
);

create table read_model.overview_version (
  seen_by varchar(10) not null,
  account_id varchar(64) not null,
  subject varchar(20) not null,
  replaced_at timestamp(6) with time zone not null,
  purchased bigint not null,
  unused bigint not null,
  bound bigint not null,
  scheduled bigint not null,
  completed bigint not null,
  refunded bigint not null,
  expired bigint not null,
  registrations bigint not null,
  attended bigint not null,
  passed bigint not null,
  constraint overview_version_pk primary key (seen_by, account_id, subject, replaced_at)
);

create table read_model.registration_version (
  registration_id varchar(160) not null,
  replaced_at timestamp(6) with time zone not null,
  withdrawn_at timestamp(6) with time zone,
  expired_at timestamp(6) with time zone,
  used_at timestamp(6) with time zone,
  constraint registration_version_pk primary key (registration_id, replaced_at)
);

create table read_model.attempt_version (
  appointment_id varchar(64) not null,
  replaced_at timestamp(6) with time zone not null,
  session_id varchar(64) not null,
  site_id varchar(64),
  starts_at timestamp(6) with time zone not null,
  ends_at timestamp(6) with time zone not null,
  show_up_from timestamp(6) with time zone not null,
  show_up_until timestamp(6) with time zone not null,
  status varchar(20) not null,
  outcome varchar(10),
  score integer,
  released_at timestamp(6) with time zone,
  constraint attempt_version_pk primary key (appointment_id, replaced_at)
);
