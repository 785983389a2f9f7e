-- When what the registration was for was over: result released, forfeited, or no-show.
alter table read_model.registration add column used_at timestamp(6) with time zone;
