package io.examledger.query.redeemcodes;

import io.examledger.query.Criteria;
import io.examledger.query.Moment;
import java.util.List;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Reads which codes match, in the order of their issue, for whoever goes through them in chunks. */
public final class FindRedeemCodeIds {
    private final NamedParameterJdbcTemplate jdbc;

    public FindRedeemCodeIds(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @param position in the log of the code's issue */
    public record Found(String redeemCodeId, long position) {}

    /**
     * @param after position in the log; codes of later ones are answered
     * @param until position in the log; later codes are not answered
     */
    public List<Found> oldestFirst(RedeemCodeFilter filter, long after, long until, int limit) {
        Criteria criteria = filter.criteria(Moment.PRESENT)
                .where("position > :after", "after", after)
                .where("position <= :until", "until", until)
                .with("rows", limit);
        return jdbc.query(
                """
                select redeem_code_id, position
                from read_model.redeem_code
                %sorder by position
                limit :rows
                """.formatted(criteria.clause()),
                criteria.values(),
                (row, number) -> new Found(row.getString("redeem_code_id"), row.getLong("position")));
    }
}
