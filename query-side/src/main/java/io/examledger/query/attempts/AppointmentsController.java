package io.examledger.query.attempts;

import io.examledger.kernel.access.Caller;
import io.examledger.query.Given;
import io.examledger.query.Moment;
import io.examledger.query.Page;
import io.examledger.query.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/appointments}: an examinee's own, those an enterprise paid for, all for staff. */
@RestController
public class AppointmentsController {
    private final FindAppointments appointments;

    public AppointmentsController(FindAppointments appointments) {
        this.appointments = appointments;
    }

    @GetMapping("/api/appointments")
    @RolesAllowed({"ENTERPRISE", "EXAMINEE", "OPERATOR", "AUDITOR"})
    public Page<AppointmentView> appointments(
            Caller caller,
            @RequestParam(required = false) @Nullable String account,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor,
            Moment moment) {
        return appointments.at(moment).page(Given.account(caller, account), PageRequest.of(limit, cursor));
    }
}
