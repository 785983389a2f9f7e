package io.examledger.platform.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.examledger.kernel.account.AccountId;
import io.examledger.platform.testing.Databases;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@ParameterizedClass
@MethodSource("databases")
@DisplayName("AUD-5 personal data lies under a key of each person's own")
class PersonalDataVaultTest {
    private static final AccountId ADA = new AccountId("ada");
    private static final AccountId BOB = new AccountId("bob");
    private final KeyRing ring = KeyRing.generate();
    private final JdbcClient jdbc;
    private final TinkPersonalDataVault vault;

    PersonalDataVaultTest(DataSource database) {
        jdbc = JdbcClient.create(database);
        vault = anotherNode();
    }

    static Stream<DataSource> databases() {
        return Databases.both();
    }

    private TinkPersonalDataVault anotherNode() {
        return new TinkPersonalDataVault(ring, new PersonKeys(jdbc, Clock.systemUTC()));
    }

    @Test
    void what_is_sealed_opens_on_every_node_and_for_nobody_else() {
        AccountId person = new AccountId("carol");
        String sealed = vault.seal("Carol Jones", person);
        assertThat(sealed).doesNotContain("Carol");
        assertThat(anotherNode().open(sealed, person)).hasValue("Carol Jones");
        vault.seal("Bob", BOB);
        assertThatIllegalStateException().isThrownBy(() -> vault.open(sealed, BOB));
    }

    @Test
    void a_destroyed_key_is_gone_for_ever_and_no_new_one_is_made() {
        String sealed = vault.seal("Ada Lovelace", ADA);
        vault.destroy(ADA);
        assertThat(vault.open(sealed, ADA)).isEmpty();
        assertThat(anotherNode().open(sealed, ADA)).isEmpty();
        assertThatIllegalStateException().isThrownBy(() -> vault.seal("again", ADA));
        assertThat(jdbc.sql("select count(*) from vault.person_key where wrapped_key is not null and person = 'ada'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void a_person_without_a_key_can_be_erased_too() {
        AccountId person = new AccountId("nobody");
        vault.destroy(person);
        assertThatIllegalStateException().isThrownBy(() -> vault.seal("late", person));
    }

    @Test
    void nodes_that_seal_for_a_new_person_at_once_agree_on_one_key() {
        AccountId person = new AccountId("dora");
        List<CompletableFuture<String>> sealed = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> anotherNode().seal("Dora " + i, person)))
                .toList();
        TinkPersonalDataVault reader = anotherNode();
        for (int i = 0; i < sealed.size(); i++) {
            assertThat(reader.open(sealed.get(i).join(), person)).hasValue("Dora " + i);
        }
    }
}
