package io.examledger.platform.throttle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.examledger.command.Throttled;
import io.examledger.kernel.account.AccountId;
import io.examledger.platform.settings.ExamLedgerSettings.Guesses;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("COD-11 guessing is throttled per account and per address")
class BucketGuessLimitTest {
    private static final AccountId ADA = new AccountId("ada");
    private static final String OFFICE = "192.0.2.1";
    private final AtomicLong nanos = new AtomicLong();
    private final BucketGuessLimit limit = new BucketGuessLimit(
            new Guesses(new Guesses.Account(3, 60), new Guesses.Address(5, 60), Duration.ofMinutes(10)), nanos::get);

    @Test
    void an_account_that_failed_too_often_waits_and_may_go_on_later() {
        fail(ADA, OFFICE, 3);
        Throttled throttled = refusal(ADA, OFFICE);
        assertThat(throttled.retryAfter()).isEqualTo(Duration.ofSeconds(1));
        nanos.addAndGet(throttled.retryAfter().toNanos());
        allowed(ADA, OFFICE);
    }

    @Test
    void others_are_not_held_up() {
        fail(ADA, OFFICE, 3);
        allowed(new AccountId("bob"), OFFICE);
    }

    @Test
    void an_address_that_failed_under_many_accounts_waits() {
        for (int i = 0; i < 5; i++) {
            limit.failed(new AccountId("a" + i), OFFICE, "digest-" + i);
        }
        refusal(new AccountId("new"), OFFICE);
        allowed(new AccountId("new"), "192.0.2.2");
    }

    @Test
    void addresses_of_one_ipv6_network_count_as_one() {
        for (int i = 0; i < 5; i++) {
            limit.failed(new AccountId("a" + i), "2001:db8:0:1:0:0:0:" + i, "digest-" + i);
        }
        refusal(new AccountId("new"), "2001:db8:0:1:a:b:c:d");
        refusal(new AccountId("new"), "2001:DB8:0:1::9");
        allowed(new AccountId("new"), "2001:db8:0:2:0:0:0:1");
    }

    @Test
    void an_ipv4_address_is_the_same_in_every_spelling_and_no_name_is_looked_up() {
        assertThat(ClientNetwork.of("::ffff:192.0.2.1")).isEqualTo(ClientNetwork.of("::ffff:c000:201"));
        assertThat(ClientNetwork.of("fe80::1%eth0")).isEqualTo(ClientNetwork.of("fe80::2"));
        assertThat(ClientNetwork.of("cafe")).isEqualTo(new ClientNetwork("cafe"));
        assertThat(ClientNetwork.of("1:2:3")).isEqualTo(new ClientNetwork("1:2:3"));
    }

    @Test
    void the_same_string_counts_once_because_a_race_is_no_guessing() {
        for (int i = 0; i < 100; i++) {
            limit.failed(ADA, OFFICE, "the-same");
            limit.failed(new AccountId("racer" + i), OFFICE, "the-same");
        }
        allowed(ADA, OFFICE);
        nanos.addAndGet(Duration.ofMinutes(11).toNanos());
        limit.failed(ADA, OFFICE, "the-same");
        fail(ADA, OFFICE, 2);
        refusal(ADA, OFFICE);
    }

    @Test
    void tries_that_overtook_the_check_are_paid_for() {
        fail(ADA, "192.0.2.7", 10);
        assertThat(refusal(ADA, OFFICE).retryAfter()).isEqualTo(Duration.ofSeconds(8));
    }

    private void fail(AccountId account, String address, int times) {
        for (int i = 0; i < times; i++) {
            limit.failed(account, address, "wrong-" + i);
        }
    }

    private void allowed(AccountId account, String address) {
        assertThatCode(() -> limit.checkAllowed(account, address)).doesNotThrowAnyException();
    }

    private Throttled refusal(AccountId account, String address) {
        return catchThrowableOfType(Throttled.class, () -> limit.checkAllowed(account, address));
    }
}
