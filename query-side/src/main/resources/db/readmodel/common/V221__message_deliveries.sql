-- In which language an account is written to; empty where none was chosen.
alter table read_model.account add column language varchar(2);

-- Messages that leave the system. Due is when the next step may be taken; empty once the message is over.
create table read_model.message_delivery (
  delivery_id varchar(100) not null primary key,
  message_id varchar(64) not null,
  account_id varchar(64) not null,
  channel varchar(10) not null,
  status varchar(20) not null,
  attempts integer not null,
  reason varchar(100),
  due_at timestamp(6) with time zone,
  changed_at timestamp(6) with time zone not null,
  correlation_id varchar(200) not null,
  position bigint not null unique
);
create index message_delivery_message on read_model.message_delivery (message_id);
create index message_delivery_due on read_model.message_delivery (due_at);

insert into read_model.projection (name, version, position) values ('message-deliveries', 1, 0);

insert into read_model.token (processor_name, segment) values ('message-deliveries', 0);
