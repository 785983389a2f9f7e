package io.examledger.command.redeemcode.bulk;

import io.examledger.kernel.account.AccountId;
import io.examledger.kernel.redeemcode.bulk.BulkAction;
import io.examledger.kernel.redeemcode.bulk.BulkChangeId;
import java.time.Instant;

/** Asks that all codes of the enterprise that match be taken back (COD-3) or get new strings (COD-4). */
public record RequestBulkChange(
        BulkChangeId bulkChangeId, AccountId enterprise, BulkAction action, CodeFilter filter, Instant at) {}
