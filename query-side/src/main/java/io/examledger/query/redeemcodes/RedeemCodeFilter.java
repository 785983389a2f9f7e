package io.examledger.query.redeemcodes;

import io.examledger.kernel.access.Caller;
import io.examledger.kernel.redeemcode.CodeString;
import io.examledger.kernel.redeemcode.CodeStringVault;
import io.examledger.kernel.redeemcode.MistypedCodeString;
import io.examledger.kernel.redeemcode.RedeemCodeStatus;
import io.examledger.query.BadQuery;
import io.examledger.query.Criteria;
import io.examledger.query.Given;
import io.examledger.query.Moment;
import org.jspecify.annotations.Nullable;

/**
 * Which codes are wanted (COD-12). The code string that was searched for is held as its digest only, so a filter may be
 * stored.
 *
 * @param digest of the present or of a replaced code string
 * @param examinee account of the holder
 * @param account of the enterprise; null for everyone's, which only staff can ask for
 */
public record RedeemCodeFilter(
        @Nullable String digest,
        @Nullable String subject,
        @Nullable String order,
        @Nullable RedeemCodeStatus status,
        @Nullable String examinee,
        @Nullable String account) {
    /** @throws BadQuery if a value is not one; a mistyped code string is told what to look at */
    public static RedeemCodeFilter of(
            Caller caller,
            CodeStringVault vault,
            @Nullable String redeemCode,
            @Nullable String subject,
            @Nullable String order,
            @Nullable String status,
            @Nullable String examinee,
            @Nullable String account) {
        return new RedeemCodeFilter(
                redeemCode == null ? null : vault.digest(parse(redeemCode)),
                Given.text("subject", subject),
                Given.text("order", order),
                Given.oneOf("status", status, RedeemCodeStatus.class),
                Given.text("examinee", examinee),
                Given.account(caller, account));
    }

    /** All codes of an order. */
    public static RedeemCodeFilter ofOrder(String order, @Nullable String account) {
        return new RedeemCodeFilter(null, null, order, null, null, account);
    }

    private static CodeString parse(String typed) {
        try {
            return CodeString.parse(typed);
        } catch (MistypedCodeString e) {
            throw new BadQuery("redeemCode", String.valueOf(e.getMessage()));
        }
    }

    Criteria criteria(Moment moment) {
        return new Criteria()
                .where("""
                        (digest = :digest
                          or redeem_code_id in (
                            select r.redeem_code_id
                            from %s r
                            where r.digest = :digest))""".formatted(moment.rowsOf("replaced_code_string")), "digest", digest)
                .where("subject = :subject", "subject", subject)
                .where("order_id = :order", "order", order)
                .where("status = :status", "status", status == null ? null : status.name())
                .where("holder = :examinee", "examinee", examinee)
                .where("account_id = :account", "account", account);
    }
}
