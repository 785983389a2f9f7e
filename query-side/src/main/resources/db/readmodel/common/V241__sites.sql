create table read_model.site (
  site_id varchar(64) not null primary key,
  name varchar(500) not null,
  address varchar(1000) not null,
  zone varchar(64) not null,
  position bigint not null unique
);

-- Site is empty for an hour of the online pool. Subjects are codes between commas; empty for all subjects.
create table read_model.exam_session (
  session_id varchar(64) not null primary key,
  site_id varchar(64),
  starts_at timestamp(6) with time zone not null,
  subjects varchar not null,
  seats integer not null,
  taken integer default 0 not null,
  position bigint not null unique
);
create index exam_session_site on read_model.exam_session (site_id, position);

insert into read_model.projection (name, version, position) values ('sites', 1, 0);

insert into read_model.token (processor_name, segment) values ('sites', 0);
