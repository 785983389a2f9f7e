package io.examledger.kernel.event;

import io.examledger.kernel.appointment.Consent;
import io.examledger.kernel.appointment.Score;
import io.examledger.kernel.message.MessageParameter;
import io.examledger.kernel.money.Money;
import io.examledger.kernel.order.PaidPart;
import io.examledger.kernel.order.PaymentPart;
import io.examledger.kernel.redeemcode.bulk.RefusalCount;
import io.examledger.kernel.site.Venue;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What an event class must look like to be in the log for ever: a fence. */
final class EventShape {
    private static final Pattern NAME = Pattern.compile("[a-z]+(-[a-z]+)*\\.[a-z]+(-[a-z]+)*");
    private static final Pattern RULE = Pattern.compile("[A-Z]{3}-P?[1-9][0-9]*[ab]?");
    private static final Set<Class<?>> PLAIN = Set.of(
            String.class,
            Instant.class,
            boolean.class,
            int.class,
            long.class,
            Money.class,
            PaymentPart.class,
            PaidPart.class,
            RefusalCount.class,
            MessageParameter.class,
            Consent.class,
            Score.class,
            Venue.class);

    private EventShape() {}

    /** What is wrong with an event class; empty if nothing is. */
    static List<String> faultsOf(Class<?> event) {
        List<String> faults = new ArrayList<>();
        EventType type = event.getAnnotation(EventType.class);
        if (type == null) {
            return List.of("no @EventType");
        }
        if (!NAME.matcher(type.value()).matches()) {
            faults.add("the name is not aggregate.fact in kebab case");
        }
        if (!type.value().startsWith(aggregateOf(event) + ".")) {
            faults.add("the name does not start with the family's aggregate");
        }
        if (type.revision() < 1) {
            faults.add("the revision is not counted from 1");
        }
        if (type.rules().length == 0
                || !Arrays.stream(type.rules())
                        .allMatch(rule -> RULE.matcher(rule).matches())) {
            faults.add("the rules are not numbers of the rule book");
        }
        if (!event.isRecord()) {
            faults.add("not a record");
            return faults;
        }
        EventField.of(event).stream()
                .filter(field -> !isPlain(field.type()))
                .forEach(field -> faults.add(field.name() + " is not plain data"));
        return faults;
    }

    /** {@code RedeemCodeEvent} is the family of {@code redeem-code}, and of what is in a part of it. */
    private static String aggregateOf(Class<?> event) {
        Class<?> type = event;
        while (type.getInterfaces().length == 1) {
            type = type.getInterfaces()[0];
        }
        String family = type.isInterface() ? type.getSimpleName() : "";
        return Pattern.compile("(?<=[a-z])(?=[A-Z])")
                .matcher(family.replaceFirst("Event$", ""))
                .replaceAll("-")
                .toLowerCase(Locale.ROOT);
    }

    private static boolean isPlain(Type type) {
        return switch (type) {
            case Class<?> plain -> PLAIN.contains(plain) || plain.isEnum();
            case ParameterizedType generic ->
                generic.getRawType() == List.class && isPlainInList(generic.getActualTypeArguments()[0]);
            default -> false;
        };
    }

    /** A list has no room for an {@code int}. */
    private static boolean isPlainInList(Type type) {
        return type == Integer.class || isPlain(type);
    }
}
