package io.examledger.platform.axon;

import io.examledger.command.redeemcode.bulk.CodeFilter;
import io.examledger.command.redeemcode.bulk.SelectedCodes;
import io.examledger.kernel.account.AccountId;
import io.examledger.kernel.order.OrderId;
import io.examledger.kernel.redeemcode.RedeemCodeId;
import io.examledger.kernel.subject.SubjectCode;
import io.examledger.query.projection.Positions;
import io.examledger.query.redeemcodes.FindRedeemCodeIds;
import io.examledger.query.redeemcodes.RedeemCodeFilter;
import io.examledger.query.redeemcodes.RedeemCodeProjection;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Finds codes with the same filter as the search, once the read model has seen all that it is asked about. */
final class SelectedCodesInReadModel implements SelectedCodes {
    /** After it the policy tries again. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final FindRedeemCodeIds codes;
    private final Positions positions;

    private SelectedCodesInReadModel(FindRedeemCodeIds codes, Positions positions) {
        this.codes = codes;
        this.positions = positions;
    }

    static SelectedCodesInReadModel over(DataSource dataSource) {
        return new SelectedCodesInReadModel(
                new FindRedeemCodeIds(new NamedParameterJdbcTemplate(dataSource)),
                Positions.of(dataSource, RedeemCodeProjection.NAME));
    }

    /** @throws io.examledger.query.ReadModelBehind if the read model has not seen {@code until} in half a minute */
    @Override
    public List<Found> find(AccountId enterprise, CodeFilter filter, long after, long until, int limit) {
        positions.await(until, PATIENCE);
        RedeemCodeFilter search = new RedeemCodeFilter(
                filter.digest(),
                text(filter.subject(), SubjectCode::value),
                text(filter.order(), OrderId::value),
                filter.status(),
                text(filter.examinee(), AccountId::value),
                enterprise.value());
        return codes.oldestFirst(search, after, until, limit).stream()
                .map(found -> new Found(new RedeemCodeId(found.redeemCodeId()), found.position()))
                .toList();
    }

    private static <T> @Nullable String text(@Nullable T value, Function<T, String> text) {
        return value == null ? null : text.apply(value);
    }
}
