-- Written and read by nobody: who works on replays is told by read_model.shadow.
alter table read_model.replay drop column touched_at;
