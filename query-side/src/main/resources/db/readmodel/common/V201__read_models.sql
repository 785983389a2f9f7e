-- In every table, position is the place in the log of the event that made the row: unique, and the order of pages.

create table read_model.subject (
  code varchar(20) not null primary key,
  title varchar(500) not null,
  category varchar(20) not null,
  track varchar(200),
  level varchar(20),
  price_amount bigint not null,
  price_currency varchar(3) not null,
  duration_minutes integer not null,
  delivery_modes varchar(200) not null,
  exam_type varchar(20) not null,
  retired_at timestamp(6) with time zone,
  position bigint not null unique
);

-- The name is sealed under the person's key.
create table read_model.account (
  account_id varchar(64) not null primary key,
  kind varchar(10) not null,
  parent varchar(64),
  name varchar not null,
  verification varchar(20) not null,
  position bigint not null unique
);

-- The code string is held as keyed digest and sealed for its owner. Version is the position of the row's last event.
create table read_model.redeem_code (
  redeem_code_id varchar(64) not null primary key,
  order_id varchar(64) not null,
  account_id varchar(64) not null,
  subject varchar(20) not null,
  status varchar(20) not null,
  digest varchar(128) not null,
  sealed varchar not null,
  holder varchar(64),
  registration_id varchar(160),
  bound_at timestamp(6) with time zone,
  valid_until timestamp(6) with time zone not null,
  version bigint not null,
  position bigint not null unique
);
create index redeem_code_account on read_model.redeem_code (account_id, position);
create index redeem_code_order on read_model.redeem_code (order_id, position);
create index redeem_code_digest on read_model.redeem_code (digest);
create index redeem_code_holder on read_model.redeem_code (holder);

-- COD-4: a replaced code string is refused, but still found by search.
create table read_model.replaced_code_string (
  digest varchar(128) not null,
  redeem_code_id varchar(64) not null,
  sealed varchar not null,
  invalidated_at timestamp(6) with time zone not null,
  position bigint not null primary key
);
create index replaced_code_string_digest on read_model.replaced_code_string (digest);
create index replaced_code_string_code on read_model.replaced_code_string (redeem_code_id);

create table read_model.bill (
  order_id varchar(64) not null primary key,
  account_id varchar(64) not null,
  kind varchar(20) not null,
  subject varchar(20) not null,
  quantity integer not null,
  currency varchar(3) not null,
  unit_price bigint not null,
  discount bigint not null,
  total bigint not null,
  status varchar(20) not null,
  placed_at timestamp(6) with time zone not null,
  paid_at timestamp(6) with time zone,
  valid_until timestamp(6) with time zone,
  issued integer default 0 not null,
  unused integer default 0 not null,
  bound integer default 0 not null,
  scheduled integer default 0 not null,
  completed integer default 0 not null,
  refunded integer default 0 not null,
  expired integer default 0 not null,
  position bigint not null unique
);
create index bill_account on read_model.bill (account_id, position);

create table read_model.bill_part (
  order_id varchar(64) not null,
  part integer not null,
  method varchar(20) not null,
  amount bigint not null,
  currency varchar(3) not null,
  constraint bill_part_pk primary key (order_id, part)
);

-- Counted twice: for the account that paid (OWNER) and for the person who sits (EXAMINEE). Totals add up the first.
create table read_model.overview (
  seen_by varchar(10) not null,
  account_id varchar(64) not null,
  subject varchar(20) not null,
  purchased bigint default 0 not null,
  unused bigint default 0 not null,
  bound bigint default 0 not null,
  scheduled bigint default 0 not null,
  completed bigint default 0 not null,
  refunded bigint default 0 not null,
  expired bigint default 0 not null,
  registrations bigint default 0 not null,
  attended bigint default 0 not null,
  passed bigint default 0 not null,
  constraint overview_pk primary key (seen_by, account_id, subject)
);

create table read_model.registration (
  registration_id varchar(160) not null primary key,
  examinee varchar(64) not null,
  account_id varchar(64) not null,
  subject varchar(20) not null,
  order_id varchar(64) not null,
  redeem_code_id varchar(64),
  valid_until timestamp(6) with time zone not null,
  opened_at timestamp(6) with time zone not null,
  withdrawn_at timestamp(6) with time zone,
  position bigint not null unique
);
create index registration_examinee on read_model.registration (examinee, position);
create index registration_account on read_model.registration (account_id, position);

-- The message centre. Parameters are a JSON object of strings for the text that the key names.
create table read_model.message (
  message_id varchar(64) not null primary key,
  account_id varchar(64) not null,
  text_key varchar(100) not null,
  parameters varchar not null,
  sent_at timestamp(6) with time zone not null,
  position bigint not null unique
);
create index message_account on read_model.message (account_id, position);
