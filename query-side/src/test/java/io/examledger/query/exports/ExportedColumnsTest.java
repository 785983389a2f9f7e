package io.examledger.query.exports;

import static io.examledger.query.Happened.issued;
import static io.examledger.query.Happened.placed;
import static io.examledger.query.Happened.purchased;
import static io.examledger.query.Happened.regenerated;
import static io.examledger.query.Happened.string;
import static io.examledger.query.exports.ExportApi.ACME;
import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.kernel.redeemcode.RedeemCodeEvent;
import io.examledger.query.Database;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** COD-12: a file holds what the list shows. */
@ParameterizedClass
@EnumSource
class ExportedColumnsTest {
    private static final String CODES = "{\"resource\":\"redeem-codes\",\"format\":\"csv\"}";
    private static final String ORDERS = "{\"resource\":\"orders\",\"format\":\"csv\"}";
    /** More than are looked up at once. */
    private static final int MANY = 501;

    private final Database database;

    @TempDir
    private Path directory = Path.of(".");

    private ExportApi api;

    ExportedColumnsTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void start() {
        api = new ExportApi(database, directory);
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    @DisplayName("COD-12, COD-4 the strings a code had before stand beside it, newest first")
    void replaced_strings_are_exported_to_their_owner() throws Exception {
        replaceTwice(issued("o1", 1, "acme", "AAA"));

        List<String> lines = api.lines(ACME, CODES);

        assertThat(lines.getFirst()).endsWith(",validUntil,replaced");
        assertThat(lines.get(1))
                .contains("," + string(3).grouped() + ",")
                .endsWith("," + string(2).grouped() + " " + string(1).grouped());
    }

    @Test
    @DisplayName("COD-11 an export by staff holds no replaced code string either")
    void replaced_strings_are_not_exported_to_staff() throws Exception {
        replaceTwice(issued("o1", 1, "acme", "AAA"));

        List<String> lines = api.lines("auditor", CODES);

        assertThat(lines).hasSize(2);
        assertThat(lines.get(1))
                .endsWith("2027-01-10T09:00:00Z,")
                .doesNotContain(string(1).grouped());
    }

    @Test
    @DisplayName("COD-12, PLT-2 what was paid by which method stands beside the total")
    void paid_parts_are_exported() throws Exception {
        api.models()
                .given(IntStream.range(0, MANY)
                        .mapToObj(n -> placed("o" + n, "acme", "AAA", 1))
                        .toList());
        api.models()
                .given(IntStream.range(1, MANY)
                        .mapToObj(n -> purchased("o" + n, "acme", "AAA", 1))
                        .toList());

        List<String> lines = api.lines(ACME, ORDERS);

        assertThat(lines).hasSize(MANY + 1);
        assertThat(lines.getFirst()).contains(",total,paidByBalance,paidByCard,paidByPaypal,status,");
        assertThat(lines.subList(1, MANY)).allMatch(line -> line.contains(",15000,5000,10000,,PAID,"));
        assertThat(lines.getLast()).startsWith("o0,").contains(",15000,,,,PENDING,");
    }

    private void replaceTwice(RedeemCodeEvent.Issued code) {
        RedeemCodeEvent.Regenerated second = regenerated(code, 2);
        RedeemCodeEvent.Regenerated third = regenerated(code, 3);
        api.models()
                .given(
                        code,
                        second,
                        new RedeemCodeEvent.Regenerated(
                                code.redeemCodeId(),
                                code.orderId(),
                                code.owner(),
                                code.subject(),
                                third.digest(),
                                third.sealed(),
                                second.digest(),
                                second.sealed(),
                                third.regeneratedAt()));
    }
}
