package io.examledger.query.redeemcodes;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.examledger.kernel.redeemcode.RedeemCodeStatus;
import io.examledger.query.accounts.PersonView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A redeem code (PLT-3). What is not there is left out.
 *
 * @param redeemCode the code string, for its owner only
 * @param holder who registered with it
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
        Instant validUntil,
        List<Replaced> replaced) {
    /** @param redeemCode the invalidated code string, for its owner only */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Replaced(@Nullable String redeemCode, Instant invalidatedAt) {}
}
