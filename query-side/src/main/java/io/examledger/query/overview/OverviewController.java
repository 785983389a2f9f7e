package io.examledger.query.overview;

import io.examledger.kernel.access.Caller;
import io.examledger.kernel.access.Role;
import io.examledger.query.Given;
import io.examledger.query.Moment;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/overview} (PLT-1): an enterprise's codes and exams, an examinee's exams; for staff the sum of all, or an account as it sees itself. */
@RestController
public class OverviewController {
    private final FindOverview overview;

    public OverviewController(FindOverview overview) {
        this.overview = overview;
    }

    @GetMapping("/api/overview")
    @RolesAllowed({"ENTERPRISE", "EXAMINEE", "OPERATOR", "AUDITOR"})
    public OverviewView overview(
            Caller caller, @RequestParam(required = false) @Nullable String account, Moment moment) {
        String narrowed = Given.account(caller, account);
        FindOverview then = overview.at(moment);
        if (caller.seesAll() && narrowed != null) {
            return then.ofAccount(narrowed);
        }
        if (caller.seesAll() || caller.is(Role.ENTERPRISE)) {
            return then.ofOwner(narrowed);
        }
        return then.ofExaminee(caller.ownAccount().value());
    }
}
