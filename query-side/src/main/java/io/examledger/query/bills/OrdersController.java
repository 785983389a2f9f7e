package io.examledger.query.bills;

import io.examledger.kernel.access.Caller;
import io.examledger.query.Given;
import io.examledger.query.Moment;
import io.examledger.query.Page;
import io.examledger.query.PageRequest;
import io.examledger.query.redeemcodes.FindRedeemCodes;
import io.examledger.query.redeemcodes.RedeemCodeFilter;
import io.examledger.query.redeemcodes.RedeemCodeView;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/orders}: bills and their codes (PLT-2). */
@RestController
public class OrdersController {
    private final FindBills bills;
    private final FindRedeemCodes codes;

    public OrdersController(FindBills bills, FindRedeemCodes codes) {
        this.bills = bills;
        this.codes = codes;
    }

    @GetMapping("/api/orders")
    @RolesAllowed({"ENTERPRISE", "EXAMINEE", "OPERATOR", "AUDITOR"})
    public Page<BillView> orders(
            Caller caller,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String subject,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String account,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor,
            Moment moment) {
        return bills.at(moment)
                .page(BillFilter.of(caller, status, subject, from, to, account), PageRequest.of(limit, cursor));
    }

    @GetMapping("/api/orders/{id}")
    @RolesAllowed({"ENTERPRISE", "EXAMINEE", "OPERATOR", "AUDITOR"})
    public BillView order(Caller caller, @PathVariable String id, Moment moment) {
        return bills.at(moment).one(Given.id("order", id), Given.account(caller, null));
    }

    /** PLT-2: the codes of one order. */
    @GetMapping("/api/orders/{id}/redeem-codes")
    @RolesAllowed({"ENTERPRISE", "OPERATOR", "AUDITOR"})
    public Page<RedeemCodeView> redeemCodes(
            Caller caller,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor,
            Moment moment) {
        String owner = Given.account(caller, null);
        String order = bills.at(moment).one(Given.id("order", id), owner).orderId();
        return codes.at(moment).page(RedeemCodeFilter.ofOrder(order, owner), PageRequest.of(limit, cursor), owner);
    }
}
