-- The policy begins where the log is when it is installed: what happened before has been told, or is no news any more.
insert into platform.policy_token (processor_name, segment, token, token_type)
select 'request-messages', segments.segment, head.token, head.token_type
from
  (select 0 as segment union all select 1 union all select 2 union all select 3) segments,
  (select
     case when max(position) is not null then cast(cast(max(position) as varchar) as bytea) end as token,
     case when max(position) is not null then 'position' end as token_type
   from ledger.event) head;
