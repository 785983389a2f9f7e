package io.examledger.query.audit.summary;

import io.examledger.kernel.examsession.ExamSessionEvent;
import io.examledger.kernel.site.SiteEvent;
import io.examledger.kernel.subject.SubjectEvent;

/** What can be bought, and where and when it can be sat. */
final class CatalogueWords {
    private CatalogueWords() {}

    static String of(SubjectEvent event) {
        return switch (event) {
            case SubjectEvent.Introduced e ->
                "Subject %s, %s, was introduced at %s.".formatted(e.subject(), e.title(), Words.money(e.price()));
            case SubjectEvent.PriceChanged e ->
                "The price of %s for later orders is %s.".formatted(e.subject(), Words.money(e.price()));
            case SubjectEvent.Retired e -> "Subject %s was retired: no later order of it.".formatted(e.subject());
        };
    }

    static String of(SiteEvent event) {
        return switch (event) {
            case SiteEvent.Opened e -> "Site %s was opened, %s.".formatted(e.name(), e.zone());
        };
    }

    static String of(ExamSessionEvent event) {
        return switch (event) {
            case ExamSessionEvent.Opened e ->
                "%s offered at %s for %s."
                        .formatted(
                                Words.count(e.seats(), "seat"), e.start(), Words.listed(e.subjects(), "all subjects"));
            case ExamSessionEvent.OnlineOpened e ->
                "%s of the online pool opened for the hour from %s."
                        .formatted(Words.count(e.seats(), "seat"), e.from());
            case ExamSessionEvent.SeatTaken e -> "Appointment %s took a seat.".formatted(e.appointmentId());
            case ExamSessionEvent.SeatGivenBack e -> "Appointment %s gave its seat back.".formatted(e.appointmentId());
        };
    }
}
