insert into platform.policy_token (processor_name, segment) values
  ('change-redeem-codes', 0),
  ('change-redeem-codes', 1),
  ('change-redeem-codes', 2),
  ('change-redeem-codes', 3);
