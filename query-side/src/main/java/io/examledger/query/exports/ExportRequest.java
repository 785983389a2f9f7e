package io.examledger.query.exports;

import io.examledger.kernel.access.Caller;
import io.examledger.kernel.redeemcode.CodeStringVault;
import io.examledger.query.BadQuery;
import io.examledger.query.Forbidden;
import io.examledger.query.attempts.AttemptFilter;
import io.examledger.query.audit.AuditFilter;
import io.examledger.query.bills.BillFilter;
import io.examledger.query.redeemcodes.RedeemCodeFilter;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks for.
 *
 * @param resource {@code redeem-codes}, {@code orders}, {@code examinees} or {@code audit-events}
 * @param filter the query parameters of the resource's list
 * @param format {@code csv} or {@code xlsx}
 */
public record ExportRequest(
        @Nullable String resource,
        @Nullable Map<String, @Nullable String> filter,
        @Nullable String format) {
    private static final String FILTER = "filter.";
    private static final Set<String> CODE_PARAMETERS =
            new TreeSet<>(Set.of("redeemCode", "subject", "order", "status", "examinee", "account"));
    private static final Set<String> BILL_PARAMETERS =
            new TreeSet<>(Set.of("status", "subject", "from", "to", "account"));

    /** @throws BadQuery if it is none */
    ExportResource knownResource() {
        return oneOf("resource", resource, ExportResource.values(), ExportResource::wireName);
    }

    /** @throws BadQuery if it is none */
    ExportFormat knownFormat() {
        return oneOf("format", format, ExportFormat.values(), ExportFormat::wireName);
    }

    private static <E> E oneOf(String field, @Nullable String given, E[] values, Function<E, String> wireName) {
        return Arrays.stream(values)
                .filter(value -> wireName.apply(value).equals(given))
                .findFirst()
                .orElseThrow(() -> new BadQuery(
                        field, "one of " + Arrays.stream(values).map(wireName).collect(Collectors.joining(", "))));
    }

    /** @throws BadQuery if the list would refuse it */
    RedeemCodeFilter codes(Caller caller, CodeStringVault vault) {
        requireKnown(CODE_PARAMETERS);
        return inFilter(() -> RedeemCodeFilter.of(
                caller,
                vault,
                given("redeemCode"),
                given("subject"),
                given("order"),
                given("status"),
                given("examinee"),
                given("account")));
    }

    /** @throws BadQuery if the list would refuse it */
    BillFilter bills(Caller caller) {
        requireKnown(BILL_PARAMETERS);
        return inFilter(() ->
                BillFilter.of(caller, given("status"), given("subject"), given("from"), given("to"), given("account")));
    }

    /** @throws BadQuery if the list would refuse it */
    AttemptFilter attempts(Caller caller) {
        requireKnown(AttemptFilter.PARAMETERS);
        return inFilter(() -> AttemptFilter.of(caller, filter == null ? Map.of() : filter));
    }

    /**
     * @throws Forbidden for anyone but staff
     * @throws BadQuery if the list would refuse it
     */
    AuditFilter events(Caller caller) {
        if (!caller.seesAll()) {
            throw new Forbidden();
        }
        requireKnown(AuditFilter.PARAMETERS);
        return inFilter(() -> AuditFilter.of(filter == null ? Map.of() : filter));
    }

    /** The list names its parameters; here they are members of the filter. */
    private static <F> F inFilter(Supplier<F> read) {
        try {
            return read.get();
        } catch (BadQuery bad) {
            throw new BadQuery(FILTER + bad.field(), bad.message());
        }
    }

    private void requireKnown(Set<String> known) {
        if (filter != null) {
            filter.keySet().forEach(name -> {
                if (!known.contains(name)) {
                    throw new BadQuery(FILTER + name, "unknown parameter; known are " + String.join(", ", known));
                }
            });
        }
    }

    private @Nullable String given(String name) {
        return filter == null ? null : filter.get(name);
    }
}
