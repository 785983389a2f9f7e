package io.examledger.platform.model;

import io.examledger.kernel.examsession.ExamSessionId;
import io.examledger.kernel.personal.PersonName;
import io.examledger.kernel.site.SiteId;
import io.examledger.kernel.subject.SubjectCode;
import java.time.Instant;
import java.util.List;

/** The names in one run of a history: its own, as many histories share a database. */
final class Names {
    final String run;
    final SiteId site;
    final List<SubjectCode> subjects;
    private int last;

    Names(String run) {
        this.run = run;
        this.site = new SiteId(run + "-site");
        this.subjects = List.of(new SubjectCode("A" + run), new SubjectCode("B" + run), new SubjectCode("Z" + run));
    }

    String next(String kind) {
        last++;
        return run + "-" + kind + last;
    }

    ExamSessionId session(Instant start) {
        return ExamSessionId.of(site, start);
    }

    /** The legal name of whoever registered under an id. */
    static PersonName legal(String account) {
        return new PersonName("Examinee", account, null);
    }
}
