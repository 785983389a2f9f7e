package io.examledger.benchmarks.search;

/**
 * Statements that write a long history. Of ten events six issue codes, for orders of 30, 600 and 24,000 codes; two are an
 * examinee's, one a staff member's, and one is something else. What happens to one code lies up to a tenth of the log apart.
 * Companies are of very different size, one actor is behind six tenths of all events, and one was gone early.
 */
final class Happenings {
    /** What happened at each position, without its JSON. {@code offset 0} keeps what was computed from being computed again. */
    static final String FUNCTION = """
            create function happened(first bigint, last bigint, events bigint)
            returns table (place bigint, recorded_at timestamptz, step int, bought text, owner text, code text, holder text,
              registration text, appointment text, aggregate_type text, aggregate_id text, type text, actor text,
              correlation_id text)
            language sql stable as $$
              select n, timestamptz '2025-01-01 00:00:00Z' + n * interval '3 seconds', step, bought, owner, code, holder,
                registration, appointment,
                case when step <= 6 then 'RedeemCode' when step <= 8 then 'Appointment' when step = 9 then 'PersonalDataRead'
                  when step = 10 then 'Order' else 'Subject' end,
                case when step <= 6 then code when step <= 8 then appointment when step = 9 then 'read-' || n
                  when step = 10 then bought else 'PR' || n end,
                case when step <= 5 then 'redeem-code.issued' when step = 6 then 'redeem-code.bound'
                  when step = 7 then 'appointment.scheduled' when step = 8 then 'exam-result.recorded'
                  when step = 9 then 'personal-data.read' when step = 10 then 'order.purchased' else 'subject.retired' end,
                case when step <= 5 then 'WhenOrderPurchasedIssueRedeemCodes' when step <= 7 then holder
                  when step = 8 and s < 3000 and s % 100 = 0 then 'staff-gone' when step = 10 then owner
                  else 'staff-' || s % 20 end,
                case when step <= 5 then 'request-' || bought else 'request-' || n end
              from (
                select n, s,
                  case when k < 9 then k when s % 50 = 0 then 10 when s % 20000 = 1 then 11 else 9 end as step,
                  '0198a3c9-4e90-7b52-a1f3-' || lpad(to_hex(bought), 12, '0') as bought,
                  '0198a3c0-5b1e-7c44-9d2a-' || lpad(to_hex((2000 * ((bought * 7919 % 100003) / 100003.0::float8) ^ 3)::bigint), 12, '0')
                    as owner,
                  '0198a3c9-4e90-7b52-a1f3-' || lpad(to_hex(bought), 12, '0') || '-' || lpad((s * 6 + least(k % 6, 5))::text, 7, '0')
                    as code,
                  '0198a3c2-77d0-7e31-b4c6-' || lpad(to_hex(s % 300000), 12, '0') as holder,
                  '0198a3d4-c0de-7f63-8a9b-' || lpad(to_hex(s), 12, '0') as registration,
                  '0198a3f0-6d5c-7b4a-8392-' || lpad(to_hex(s), 12, '0') as appointment
                from (
                  select n, k, s,
                    s - s % 10000 + case when s % 10000 < 4000 then 0 when s % 10000 < 7000 then s % 10000 / 100 * 100
                      else s % 10000 / 5 * 5 end as bought
                  from (
                    select n, (n % 10)::int as k, (n / 10 - greatest(n % 10 - 5, 0) * (events / 400) + events) % (events / 10) as s
                    from generate_series(first, last) as positions (n)
                    offset 0) as stories
                  offset 0) as orders
                offset 0) as steps
            $$
            """;

    static final String EVENTS = """
            insert into ledger.event
              (position, event_id, aggregate_type, aggregate_id, sequence, type, revision, recorded_at, payload, metadata, hash)
            select place, ('00000000-0000-7000-8000-' || lpad(to_hex(place), 12, '0'))::uuid, aggregate_type, aggregate_id,
              place, type, '1', recorded_at,
              case
                when step <= 5 then '{"redeemCodeId":"' || code || '","orderId":"' || bought || '","owner":"' || owner
                  || '","subject":"PR000002","digest":"f3q0Zc2mY1sV8xKpJt6uWb4nLr9eHaGdQo7iCz5TkXE",'
                  || '"sealed":"AXk2bB8vT0mQ4sYd1pRzKc7LwJh9uNfGaEo3iVtX6qZ5rMbP0yUeWk8D",'
                  || '"validUntil":"2026-03-01T09:30:15.250Z","issuedAt":"2025-03-01T09:30:16Z"}'
                when step = 6 then '{"redeemCodeId":"' || code || '","orderId":"' || bought || '","owner":"' || owner
                  || '","subject":"PR000002","holder":"' || holder || '","registrationId":"' || registration
                  || '","boundAt":"2025-03-05T16:20:00.000001Z"}'
                when step = 7 then '{"appointmentId":"' || appointment || '","examinee":"' || holder || '","owner":"' || owner
                  || '","subject":"PR000002","registrationId":"' || registration || '","orderId":"' || bought
                  || '","redeemCodeId":"' || code || '","deliveryMode":"TEST_CENTER","sessionId":"session","siteId":"site",'
                  || '"start":"2025-05-12T09:30:00Z","end":"2025-05-12T11:00:00Z","showUpFrom":"2025-05-12T09:00:00Z",'
                  || '"showUpUntil":"2025-05-12T09:50:00Z","validUntil":"2026-03-01T09:30:15.250Z","consents":[],'
                  || '"policyVersion":1,"scheduledAt":"2025-04-17T14:05:59.123456Z"}'
                when step = 8 then '{"appointmentId":"' || appointment || '","examinee":"' || holder || '","owner":"' || owner
                  || '","subject":"PR000002","registrationId":"' || registration || '","outcome":"FAIL","score":{"points":612},'
                  || '"examEnd":"2025-05-12T11:00:00Z","releaseAt":"2025-05-15T11:00:00Z","policyVersion":1,'
                  || '"recordedAt":"2025-05-12T11:20:00Z"}'
                when step = 9 then '{"readId":"' || aggregate_id || '","reader":"' || actor || '","accounts":["' || holder || '","'
                  || owner || '"],"resource":"GET /api/redeem-codes","readAt":"2025-04-17T14:05:59.123456Z"}'
                when step = 10 then '{"orderId":"' || bought || '","buyer":"' || owner
                  || '","kind":"ENTERPRISE","subject":"PR000002","quantity":30,'
                  || '"parts":[{"method":"BALANCE","amount":{"amount":450000,"currency":"USD"}}],'
                  || '"paidAt":"2025-03-01T09:30:15.250Z","validUntil":"2026-03-01T09:30:15.250Z","policyVersion":1}'
                else '{"subject":"' || aggregate_id || '","retiredAt":"2027-01-01T00:00:00Z"}' end,
              '{"actor":"' || actor || '","correlationId":"' || correlation_id || '","causationId":"' || correlation_id || '"}',
              '\\x00'
            from happened(%d, %d, %d)
            """;

    static final String TRAIL = """
            insert into read_model.audit_event
              (position, recorded_at, aggregate_type, aggregate_id, type, actor, correlation_id)
            select place, recorded_at, aggregate_type, aggregate_id, type, actor, correlation_id
            from happened(%d, %d, %d)
            """;

    /** What {@code Mentions} reads off the fields above. */
    static final String LINKS = """
            insert into read_model.audit_link (kind, id, position)
            select kind, id, place
            from happened(%d, %d, %d)
            cross join lateral (
              values
                ('REDEEM_CODE', case when step <= 7 then code end),
                ('ORDER', case when step <= 7 or step = 10 then bought end),
                ('ACCOUNT', case when step <= 10 then owner end),
                ('ACCOUNT', case when step between 6 and 9 then holder end),
                ('REGISTRATION', case when step between 6 and 8 then registration end),
                ('APPOINTMENT', case when step between 7 and 8 then appointment end)) as mentions (kind, id)
            where id is not null
            """;

    private Happenings() {}
}
