package io.examledger.query.redeemcodes;

import static io.examledger.query.Happened.bound;
import static io.examledger.query.Happened.introduced;
import static io.examledger.query.Happened.issued;
import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.kernel.redeemcode.RedeemCodeEvent;
import io.examledger.kernel.redeemcode.RedeemCodeStatus;
import io.examledger.query.Database;
import io.examledger.query.ReadModels;
import io.examledger.query.redeemcodes.FindRedeemCodeIds.Found;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class FindRedeemCodeIdsTest {
    private static final RedeemCodeEvent.Issued ONE = issued("o1", 1, "acme", "AAA");
    private static final RedeemCodeEvent.Issued FOREIGN = issued("o2", 2, "globex", "AAA");
    private static final RedeemCodeEvent.Issued THREE = issued("o1", 3, "acme", "AAA");
    private static final RedeemCodeEvent.Issued FOUR = issued("o1", 4, "acme", "AAA");

    private final Database database;
    private ReadModels models;
    private FindRedeemCodeIds codes;

    FindRedeemCodeIdsTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void start() {
        models = new ReadModels(database, new RedeemCodeProjection());
        models.given(introduced("AAA"), ONE, FOREIGN, THREE, bound(THREE, "ada"), FOUR);
        codes = new FindRedeemCodeIds(models.jdbc());
    }

    @AfterEach
    void stop() {
        models.close();
    }

    @Test
    @DisplayName("COD-12, ACC-4 chunks follow each other in the order of issue, over one's own codes")
    void chunks_follow_each_other() {
        assertThat(codes.oldestFirst(own(null), 0, 6, 2)).containsExactly(at(ONE, 2), at(THREE, 4));
        assertThat(codes.oldestFirst(own(null), 4, 6, 2)).containsExactly(at(FOUR, 6));
        assertThat(codes.oldestFirst(own(null), 6, 6, 2)).isEmpty();
    }

    @Test
    void what_was_issued_later_is_left_out() {
        assertThat(codes.oldestFirst(own(null), 0, 5, 10)).containsExactly(at(ONE, 2), at(THREE, 4));
    }

    @Test
    void the_filter_is_that_of_the_search() {
        assertThat(codes.oldestFirst(own(RedeemCodeStatus.BOUND), 0, 6, 10)).containsExactly(at(THREE, 4));
    }

    private static RedeemCodeFilter own(@Nullable RedeemCodeStatus status) {
        return new RedeemCodeFilter(null, null, null, status, null, "acme");
    }

    private static Found at(RedeemCodeEvent code, long position) {
        return new Found(code.redeemCodeId(), position);
    }
}
