-- ORD-8: when a registration ended with its order; null while it has not.
alter table read_model.registration add column expired_at timestamp(6) with time zone;
