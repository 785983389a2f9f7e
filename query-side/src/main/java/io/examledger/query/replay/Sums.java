package io.examledger.query.replay;

import io.examledger.query.replay.ReconciliationView.Sum;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** What has to add up in tables that are all folded up to one position (PLT-5, COD-11a, REF-3). */
final class Sums {
    private static final int EXAMPLES = 10;

    /** @param violations selects the key of each row for which the rule does not hold */
    private record Rule(String words, String violations) {}

    private static final List<Rule> RULES = List.of(
            new Rule("of each order: issued = unused + used + refunded + expired", """
                    select order_id from read_model.bill
                    where issued <> unused + bound + scheduled + completed + refunded + expired"""),
            new Rule("of each account and subject: purchased = unused + used + refunded + expired", """
                    select account_id || ' ' || subject from read_model.overview
                    where seen_by = 'OWNER'
                      and purchased <> unused + bound + scheduled + completed + refunded + expired"""),
            new Rule("codes of each order by status, on its bill and in the list of codes", """
                    select bill.order_id
                    from read_model.bill bill
                    join (
                      select order_id, count(*) as issued,
                        sum(case when status = 'UNUSED' then 1 else 0 end) as unused,
                        sum(case when status = 'REFUNDED' then 1 else 0 end) as refunded,
                        sum(case when status = 'EXPIRED' then 1 else 0 end) as expired
                      from read_model.redeem_code
                      group by order_id) codes on codes.order_id = bill.order_id
                    where bill.issued <> codes.issued or bill.unused <> codes.unused
                      or bill.refunded <> codes.refunded or bill.expired <> codes.expired"""),
            new Rule("of each paid order: the parts of the payment = its total", """
                    select bill.order_id
                    from read_model.bill bill
                    join read_model.bill_part part on part.order_id = bill.order_id
                    group by bill.order_id, bill.total
                    having sum(part.amount) <> bill.total"""),
            new Rule("of each order and method: paid = kept + refunded, and nothing kept is less than nothing", """
                    select back.order_id || ' ' || back.method
                    from read_model.bill_refund_part back
                    left join (
                      select order_id, method, sum(amount) as amount
                      from read_model.bill_part
                      group by order_id, method) paid
                      on paid.order_id = back.order_id and paid.method = back.method
                    group by back.order_id, back.method, paid.amount
                    having sum(back.amount) > coalesce(paid.amount, 0)"""),
            new Rule("of each refund: its parts = its amount", """
                    select bill.order_id
                    from read_model.bill bill
                    join read_model.bill_refund_part part on part.order_id = bill.order_id
                    group by bill.order_id, bill.refund_amount
                    having sum(part.amount) <> bill.refund_amount"""),
            new Rule("of each account and subject: passed is no more than attended", """
                    select account_id || ' ' || subject from read_model.overview
                    where passed > attended"""));

    private final JdbcTemplate jdbc;
    private final ShadowTables tables;

    Sums(JdbcTemplate jdbc, ShadowTables tables) {
        this.jdbc = jdbc;
        this.tables = tables;
    }

    List<Sum> all() {
        return RULES.stream().map(this::sum).toList();
    }

    private Sum sum(Rule rule) {
        List<String> violations = jdbc.queryForList(tables.inSchema(rule.violations()), String.class);
        return new Sum(
                rule.words(),
                violations.size(),
                violations.stream().sorted().limit(EXAMPLES).toList());
    }
}
