-- Which versions of the projections a replay is to build at least, in the order of their names; null for what a node of an older
-- release has asked for. Which version has written the served rows stands in read_model.projection (ADR 0021).
alter table read_model.replay add column versions varchar;
