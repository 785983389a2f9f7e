package io.examledger.query.audit.figures;

import io.examledger.query.BadQuery;
import io.examledger.query.Criteria;
import io.examledger.query.Given;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Of whom, of what and of which order a figure is; null for all. */
record Narrowing(
        @Nullable String account,
        @Nullable String subject,
        @Nullable String order,
        @Nullable String currency) {
    /**
     * @param given by the names of the parameters
     * @throws BadQuery if a value is not one, or the figure is not narrowed by it
     */
    static Narrowing of(FigureDescription figure, Map<String, ? extends @Nullable String> given) {
        return new Narrowing(
                text(figure, "account", given),
                text(figure, "subject", given),
                text(figure, "order", given),
                text(figure, "currency", given));
    }

    private static @Nullable String text(
            FigureDescription figure, String field, Map<String, ? extends @Nullable String> given) {
        String value = Given.text(field, given.get(field));
        List<String> known = figure.narrowedBy();
        if (value != null && !known.contains(field)) {
            throw new BadQuery(field, "this figure can be narrowed by " + String.join(", ", known));
        }
        return value;
    }

    /** As columns have the same names in all tables of figures. */
    Criteria criteria() {
        return criteria("account_id");
    }

    /** @param accountColumn that the account stands in */
    Criteria criteria(String accountColumn) {
        return new Criteria()
                .where(accountColumn + " = :account", "account", account)
                .where("subject = :subject", "subject", subject)
                .where("order_id = :order", "order", order)
                .where("currency = :currency", "currency", currency);
    }
}
