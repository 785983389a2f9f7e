-- Earlier versions lifted the deadline of a no-show with the launch of a session, and whoever was never admitted stayed there for
-- ever (ADR 0022). The log is folded into deadlines once more, from the first event: those of the past come again and change nothing,
-- because each one's command is stored once, and what is open now stays due meanwhile.
update platform.policy_token
set token = null, token_type = null
where processor_name = 'note-deadlines';
