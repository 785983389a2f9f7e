-- The Merkle tree over the log (ADR 0016): complete subtrees from level 8, that is of 256 events, up. All of it follows from
-- ledger.event: it may be emptied, with size 0 below, and grows again when the next head is wanted.
create table ledger.tree_node (
  level smallint not null,
  node_index bigint not null,
  hash bytea not null,
  constraint tree_node_pk primary key (level, node_index)
);

-- Over how many events the stored subtrees reach. Whoever lets the tree grow holds this row.
create table ledger.tree_growth (
  one_row smallint primary key check (one_row = 1),
  size bigint not null
);
insert into ledger.tree_growth (one_row, size) values (1, 0);
