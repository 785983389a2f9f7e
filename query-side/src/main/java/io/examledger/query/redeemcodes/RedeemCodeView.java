package io.examledger.query.redeemcodes;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.examledger.kernel.redeemcode.RedeemCodeStatus;
import io.examledger.query.accounts.PersonView;
import io.examledger.query.attempts.CodeAttempt;
import io.examledger.query.attempts.ResultView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A redeem code (PLT-3). What is not there is left out.
 *
 * @param redeemCode the code string, for its owner only
 * @param holder who registered with it
 * @param appointment made on the holder's registration, unless it was cancelled or did not count
 * @param result once it is released (RES-1, COD-7)
 * @param replaced code strings it had before (COD-4), newest first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RedeemCodeView(
        String redeemCodeId,
        @Nullable String redeemCode,
        String subject,
        String orderId,
        String accountId,
        RedeemCodeStatus status,
        @Nullable PersonView holder,
        @Nullable Instant boundAt,
        CodeAttempt.@Nullable Appointment appointment,
        @Nullable ResultView result,
        Instant validUntil,
        List<Replaced> replaced) {
    /** @param redeemCode the invalidated code string, for its owner only */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Replaced(@Nullable String redeemCode, Instant invalidatedAt) {}
}
