-- Who asked, and for which account.
alter table ledger.receipt alter column scope set data type varchar(450);
