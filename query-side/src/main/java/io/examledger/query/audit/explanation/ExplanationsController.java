package io.examledger.query.audit.explanation;

import io.examledger.query.Given;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/audit/…/{id}/explanation}: why something is as it is now, for staff. */
@RestController
public class ExplanationsController {
    private final ExplainOrder orders;
    private final ExplainRedeemCode redeemCodes;
    private final ExplainAppointment appointments;
    private final ExplainRegistration registrations;
    private final Clock clock;

    public ExplanationsController(Histories histories, PolicyFigures figures, Clock clock) {
        this.orders = new ExplainOrder(histories);
        this.redeemCodes = new ExplainRedeemCode(histories);
        this.appointments = new ExplainAppointment(histories, figures);
        this.registrations = new ExplainRegistration(histories, figures);
        this.clock = clock;
    }

    @GetMapping("/api/audit/orders/{id}/explanation")
    @RolesAllowed({"OPERATOR", "AUDITOR"})
    public Explanation order(@PathVariable String id) {
        return orders.of(Given.id("order", id), clock.instant());
    }

    @GetMapping("/api/audit/redeem-codes/{id}/explanation")
    @RolesAllowed({"OPERATOR", "AUDITOR"})
    public Explanation redeemCode(@PathVariable String id) {
        return redeemCodes.of(Given.id("redeem-code", id), clock.instant());
    }

    @GetMapping("/api/audit/appointments/{id}/explanation")
    @RolesAllowed({"OPERATOR", "AUDITOR"})
    public Explanation appointment(@PathVariable String id) {
        return appointments.of(Given.id("appointment", id), clock.instant());
    }

    @GetMapping("/api/audit/registrations/{id}/explanation")
    @RolesAllowed({"OPERATOR", "AUDITOR"})
    public Explanation registration(@PathVariable String id) {
        return registrations.of(Given.id("registration", id), clock.instant());
    }
}
