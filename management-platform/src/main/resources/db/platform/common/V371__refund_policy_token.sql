insert into platform.policy_token (processor_name, segment) values
  ('return-money', 0),
  ('return-money', 1),
  ('return-money', 2),
  ('return-money', 3);
