-- An idempotency key is one of its caller and the account it acts for, as a command's is. Each unfinished export has one of
-- its requester's few places, so that two requests at once cannot both have the last one.
alter table read_model.export add column scope varchar(330);
update read_model.export set scope = coalesce(owner, '') || '|' || requested_by;
alter table read_model.export alter column scope set not null;
alter table read_model.export drop constraint export_once;
alter table read_model.export add constraint export_once unique (scope, idempotency_key);

alter table read_model.export add column place smallint;
alter table read_model.export add constraint export_place unique (requested_by, place);
