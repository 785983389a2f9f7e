package io.examledger.query.statistics;

import io.examledger.kernel.access.Caller;
import io.examledger.query.Given;
import io.examledger.query.Moment;
import io.examledger.query.Page;
import io.examledger.query.PageRequest;
import io.examledger.query.attempts.AttemptFilter;
import io.examledger.query.attempts.AttemptView;
import io.examledger.query.attempts.FindAttempts;
import jakarta.annotation.security.RolesAllowed;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/statistics/…} (PLT-4): an enterprise's own, all for staff. */
@RestController
public class StatisticsController {
    private final FindSubjectStatistics subjects;
    private final FindAttempts attempts;

    public StatisticsController(FindSubjectStatistics subjects, FindAttempts attempts) {
        this.subjects = subjects;
        this.attempts = attempts;
    }

    @GetMapping("/api/statistics/subjects")
    @RolesAllowed({"ENTERPRISE", "OPERATOR", "AUDITOR"})
    public Page<SubjectStatisticsView> subjects(
            Caller caller,
            @RequestParam(required = false) @Nullable String account,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor,
            Moment moment) {
        return subjects.at(moment).page(Given.account(caller, account), PageRequest.of(limit, cursor));
    }

    @GetMapping("/api/statistics/examinees")
    @RolesAllowed({"ENTERPRISE", "OPERATOR", "AUDITOR"})
    public Page<AttemptView> examinees(
            Caller caller,
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(required = false) @Nullable String subject,
            @RequestParam(required = false) @Nullable String category,
            @RequestParam(required = false) @Nullable String examType,
            @RequestParam(required = false) @Nullable String deliveryMode,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String attended,
            @RequestParam(required = false) @Nullable String outcome,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String account,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor,
            Moment moment) {
        Map<String, @Nullable String> given = new HashMap<>();
        given.put("name", name);
        given.put("subject", subject);
        given.put("category", category);
        given.put("examType", examType);
        given.put("deliveryMode", deliveryMode);
        given.put("status", status);
        given.put("attended", attended);
        given.put("outcome", outcome);
        given.put("from", from);
        given.put("to", to);
        given.put("account", account);
        return attempts.at(moment).page(AttemptFilter.of(caller, given), PageRequest.of(limit, cursor));
    }
}
