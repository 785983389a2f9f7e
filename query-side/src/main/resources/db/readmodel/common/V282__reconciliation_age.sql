-- When the last reconciliation was kept, by the database's clock, whatever clock the system runs by.
alter table read_model.reconciliation add column kept_at timestamp(6) with time zone default current_timestamp not null;
