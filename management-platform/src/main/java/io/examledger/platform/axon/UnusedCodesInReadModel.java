package io.examledger.platform.axon;

import io.examledger.command.order.remind.UnusedCodes;
import io.examledger.eventstore.LedgerEventStorageEngine;
import io.examledger.kernel.order.OrderId;
import io.examledger.query.bills.BillProjection;
import io.examledger.query.bills.BillView;
import io.examledger.query.bills.FindBills;
import io.examledger.query.projection.Positions;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Reads the order's bill, once it says all that has happened by now. */
final class UnusedCodesInReadModel implements UnusedCodes {
    /** After it the deadline is tried again later. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final LedgerEventStorageEngine log;
    private final FindBills bills;
    private final Positions positions;

    UnusedCodesInReadModel(LedgerEventStorageEngine log, DataSource dataSource) {
        this.log = log;
        this.bills = new FindBills(new NamedParameterJdbcTemplate(dataSource));
        this.positions = Positions.of(dataSource, BillProjection.NAME);
    }

    /** @throws io.examledger.query.ReadModelBehind if the read model does not get there in ten seconds */
    @Override
    public long of(OrderId order) {
        positions.await(log.headPosition(), PATIENCE);
        BillView.Codes codes = bills.one(order.value(), null).redeemCodes();
        return codes == null ? 0 : codes.unused();
    }
}
