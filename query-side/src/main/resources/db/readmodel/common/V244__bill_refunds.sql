-- The order's latest refund. The amount is there once it is known which codes were refunded.
alter table read_model.bill add column refund_status varchar(20);
alter table read_model.bill add column refund_amount bigint;
alter table read_model.bill add column refund_requested_at timestamp(6) with time zone;
alter table read_model.bill add column refund_settled_at timestamp(6) with time zone;

-- What goes back of each part of the payment.
create table read_model.bill_refund_part (
  order_id varchar(64) not null,
  part integer not null,
  method varchar(20) not null,
  amount bigint not null,
  currency varchar(3) not null,
  constraint bill_refund_part_pk primary key (order_id, part)
);
