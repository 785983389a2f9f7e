package io.examledger.query.attempts;

import io.examledger.kernel.access.Caller;
import io.examledger.kernel.appointment.ExamOutcome;
import io.examledger.kernel.subject.Category;
import io.examledger.kernel.subject.DeliveryMode;
import io.examledger.kernel.subject.ExamType;
import io.examledger.query.BadQuery;
import io.examledger.query.Criteria;
import io.examledger.query.Given;
import io.examledger.query.Instants;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which attempts are wanted (PLT-4).
 *
 * @param name part of the examinee's name; not a condition of the database, where names are sealed
 * @param attended whether somebody really sat (PLT-1)
 * @param outcome of a released result: what is not released has none (RES-1)
 * @param from starts then or later
 * @param to starts before then
 * @param account who paid for the place; null for everyone's, which only staff can ask for
 */
public record AttemptFilter(
        @Nullable String name,
        @Nullable String subject,
        @Nullable Category category,
        @Nullable ExamType examType,
        @Nullable DeliveryMode deliveryMode,
        @Nullable AttemptStatus status,
        @Nullable Boolean attended,
        @Nullable ExamOutcome outcome,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String account) {
    /** By what the list can be narrowed. */
    public static final Set<String> PARAMETERS = new TreeSet<>(Set.of(
            "name",
            "subject",
            "category",
            "examType",
            "deliveryMode",
            "status",
            "attended",
            "outcome",
            "from",
            "to",
            "account"));

    /**
     * @param given by the names of {@link #PARAMETERS}
     * @throws BadQuery if a value is not one
     */
    public static AttemptFilter of(Caller caller, Map<String, ? extends @Nullable String> given) {
        return new AttemptFilter(
                Given.text("name", given.get("name")),
                Given.text("subject", given.get("subject")),
                Given.oneOf("category", given.get("category"), Category.class),
                Given.oneOf("examType", given.get("examType"), ExamType.class),
                Given.oneOf("deliveryMode", given.get("deliveryMode"), DeliveryMode.class),
                Given.oneOf("status", given.get("status"), AttemptStatus.class),
                trueOrFalse("attended", given.get("attended")),
                Given.oneOf("outcome", given.get("outcome"), ExamOutcome.class),
                Given.instant("from", given.get("from")),
                Given.instant("to", given.get("to")),
                Given.account(caller, given.get("account")));
    }

    private static @Nullable Boolean trueOrFalse(String field, @Nullable String given) {
        if (given == null) {
            return null;
        }
        return switch (given) {
            case "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            default -> throw new BadQuery(field, "one of true, false");
        };
    }

    /** All but the name. */
    Criteria criteria() {
        return new Criteria()
                .where("a.subject = :subject", "subject", subject)
                .where("s.category = :category", "category", name(category))
                .where("s.exam_type = :examType", "examType", name(examType))
                .where("a.delivery_mode = :deliveryMode", "deliveryMode", name(deliveryMode))
                .where("a.status = :status", "status", name(status))
                .where("(a.status in ('ATTENDED', 'TERMINATED')) = :attended", "attended", attended)
                .where("a.outcome = :outcome", "outcome", name(outcome))
                .where("a.starts_at >= :from", "from", Instants.toColumn(from))
                .where("a.starts_at < :to", "to", Instants.toColumn(to))
                .where("a.account_id = :account", "account", account);
    }

    private static @Nullable String name(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }
}
