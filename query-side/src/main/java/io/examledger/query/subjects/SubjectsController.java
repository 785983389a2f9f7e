package io.examledger.query.subjects;

import io.examledger.query.Page;
import io.examledger.query.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/subjects}: the catalogue, for everyone who is known. */
@RestController
public class SubjectsController {
    private final FindSubjects subjects;

    public SubjectsController(FindSubjects subjects) {
        this.subjects = subjects;
    }

    @GetMapping("/api/subjects")
    @RolesAllowed({"ENTERPRISE", "EXAMINEE", "OPERATOR", "AUDITOR"})
    public Page<SubjectView> subjects(
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return subjects.page(PageRequest.of(limit, cursor));
    }
}
