-- What the overview counts each appointment for, so that it can be taken back (PLT-1, RES-4). Before the release of its
-- result that is nothing but the attendance (RES-1).
create table read_model.overview_attempt (
  appointment_id varchar(64) not null primary key,
  attended integer default 0 not null,
  passed integer default 0 not null,
  released boolean default false not null
);
