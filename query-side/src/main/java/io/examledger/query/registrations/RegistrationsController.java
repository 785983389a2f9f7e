package io.examledger.query.registrations;

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

/** {@code GET /api/registrations}: an examinee's own, those an enterprise paid for, all for staff. */
@RestController
public class RegistrationsController {
    private final FindRegistrations registrations;

    public RegistrationsController(FindRegistrations registrations) {
        this.registrations = registrations;
    }

    @GetMapping("/api/registrations")
    @RolesAllowed({"ENTERPRISE", "EXAMINEE", "OPERATOR", "AUDITOR"})
    public Page<RegistrationView> registrations(
            Caller caller,
            @RequestParam(required = false) @Nullable String account,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor,
            Moment moment) {
        return registrations.at(moment).page(Given.account(caller, account), PageRequest.of(limit, cursor));
    }
}
