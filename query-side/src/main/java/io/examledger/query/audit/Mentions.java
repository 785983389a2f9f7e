package io.examledger.query.audit;

import io.examledger.kernel.message.MessageParameter;
import io.examledger.query.audit.Mention.Kind;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an event concerns, read off the names of its fields: the same thing has the same name in every event. Names that
 * are nothing's id are not looked at; a test knows them all, so that a new one is not overlooked.
 */
public final class Mentions {
    /** By field; also of lists of ids. */
    static final Map<String, Kind> FIELDS = Map.ofEntries(
            Map.entry("orderId", Kind.ORDER),
            Map.entry("redeemCodeId", Kind.REDEEM_CODE),
            Map.entry("redeemCodeIds", Kind.REDEEM_CODE),
            Map.entry("appointmentId", Kind.APPOINTMENT),
            Map.entry("registrationId", Kind.REGISTRATION),
            Map.entry("candidacyId", Kind.CANDIDACY),
            Map.entry("accountId", Kind.ACCOUNT),
            Map.entry("accounts", Kind.ACCOUNT),
            Map.entry("account", Kind.ACCOUNT),
            Map.entry("parent", Kind.ACCOUNT),
            Map.entry("buyer", Kind.ACCOUNT),
            Map.entry("owner", Kind.ACCOUNT),
            Map.entry("examinee", Kind.ACCOUNT),
            Map.entry("holder", Kind.ACCOUNT),
            Map.entry("formerHolder", Kind.ACCOUNT),
            Map.entry("recipient", Kind.ACCOUNT));

    private static final ClassValue<List<Field>> OF_EVENT = new ClassValue<>() {
        @Override
        protected List<Field> computeValue(Class<?> event) {
            return Arrays.stream(event.getRecordComponents()).map(Field::new).toList();
        }
    };

    private Mentions() {}

    /** @param payload a record of the event catalogue */
    public static Set<Mention> of(Object payload) {
        Set<Mention> mentions = new LinkedHashSet<>();
        for (Field field : OF_EVENT.get(payload.getClass())) {
            if (field.kind != null) {
                add(mentions, field.kind, field.in(payload));
            } else if (field.isOf("parameters")) {
                addParameters(mentions, field.in(payload));
            }
        }
        return mentions;
    }

    private static void add(Set<Mention> mentions, Kind kind, @Nullable Object ids) {
        if (ids instanceof Collection<?> several) {
            several.forEach(id -> mentions.add(new Mention(kind, id.toString())));
        } else if (ids != null) {
            mentions.add(new Mention(kind, ids.toString()));
        }
    }

    /** What a message is about stands in its text's parameters, under the same names. */
    private static void addParameters(Set<Mention> mentions, @Nullable Object parameters) {
        if (parameters instanceof Collection<?> all) {
            for (Object parameter : all) {
                if (parameter instanceof MessageParameter given && FIELDS.get(given.name()) != null) {
                    mentions.add(new Mention(FIELDS.get(given.name()), given.value()));
                }
            }
        }
    }

    /** Version of the policy that a decision used; null if none applied. */
    public static @Nullable Integer policyVersion(Object payload) {
        return OF_EVENT.get(payload.getClass()).stream()
                .filter(field -> field.isOf("policyVersion"))
                .map(field -> (Integer) field.in(payload))
                .findFirst()
                .orElse(null);
    }

    private static final class Field {
        private final RecordComponent component;
        private final @Nullable Kind kind;

        Field(RecordComponent component) {
            this.component = component;
            this.kind = FIELDS.get(component.getName());
        }

        boolean isOf(String name) {
            return component.getName().equals(name);
        }

        @Nullable
        Object in(Object payload) {
            try {
                return component.getAccessor().invoke(payload);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("events are public records", e);
            }
        }
    }
}
