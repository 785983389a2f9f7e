package io.examledger.query.audit.figures;

import io.examledger.query.Moment;
import io.examledger.query.Page;
import io.examledger.query.PageRequest;
import io.examledger.query.asof.MomentArgument;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/audit/figures}: what figures there are, and of each what it counts and by which events, for staff (PLT-5). */
@RestController
public class FiguresController {
    private final FindFigures figures;
    private final FigureMoments moments;

    public FiguresController(FindFigures figures, FigureMoments moments) {
        this.figures = figures;
        this.moments = moments;
    }

    /** All on one page. */
    @GetMapping("/api/audit/figures")
    @RolesAllowed({"OPERATOR", "AUDITOR"})
    public Page<FigureDescription> figures() {
        return new Page<>(figures.all(), null);
    }

    /** Without {@code asOf} the first page is of the present, and those that follow are of the moment of the first. */
    @GetMapping("/api/audit/figures/{figure}")
    @RolesAllowed({"OPERATOR", "AUDITOR"})
    public FigureView figure(
            @PathVariable String figure,
            @RequestParam(required = false) @Nullable String account,
            @RequestParam(required = false) @Nullable String subject,
            @RequestParam(required = false) @Nullable String order,
            @RequestParam(required = false) @Nullable String currency,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor,
            Moment asked,
            HttpServletResponse answer) {
        Map<String, @Nullable String> given = new HashMap<>();
        given.put("account", account);
        given.put("subject", subject);
        given.put("order", order);
        given.put("currency", currency);
        Figure wanted = figures.named(figure);
        Narrowing narrowing = Narrowing.of(wanted.description(), given);
        int units = PageRequest.of(limit, null).limit();
        FigureCursor last = FigureCursor.read(cursor);
        Moment moment = last == null ? moments.of(asked.instant()) : moments.of(last.requireMoment(asked.instant()));
        MomentArgument.tell(answer, moment);
        return figures.page(wanted, narrowing, moment, last == null ? Place.BEGINNING : last.place(), units);
    }
}
