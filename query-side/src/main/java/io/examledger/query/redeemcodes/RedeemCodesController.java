package io.examledger.query.redeemcodes;

import io.examledger.kernel.access.Caller;
import io.examledger.kernel.redeemcode.CodeStringVault;
import io.examledger.query.Given;
import io.examledger.query.Moment;
import io.examledger.query.Page;
import io.examledger.query.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/redeem-codes} (PLT-3, COD-12). */
@RestController
public class RedeemCodesController {
    private final FindRedeemCodes codes;
    private final CodeStringVault vault;

    public RedeemCodesController(FindRedeemCodes codes, CodeStringVault vault) {
        this.codes = codes;
        this.vault = vault;
    }

    @GetMapping("/api/redeem-codes")
    @RolesAllowed({"ENTERPRISE", "OPERATOR", "AUDITOR"})
    public Page<RedeemCodeView> redeemCodes(
            Caller caller,
            @RequestParam(required = false) @Nullable String redeemCode,
            @RequestParam(required = false) @Nullable String subject,
            @RequestParam(required = false) @Nullable String order,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String examinee,
            @RequestParam(required = false) @Nullable String account,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor,
            Moment moment) {
        return codes.at(moment)
                .page(
                        RedeemCodeFilter.of(caller, vault, redeemCode, subject, order, status, examinee, account),
                        PageRequest.of(limit, cursor),
                        Given.account(caller, null));
    }

    @GetMapping("/api/redeem-codes/{id}")
    @RolesAllowed({"ENTERPRISE", "OPERATOR", "AUDITOR"})
    public RedeemCodeView redeemCode(Caller caller, @PathVariable String id, Moment moment) {
        return codes.at(moment).one(Given.id("redeem-code", id), Given.account(caller, null));
    }
}
