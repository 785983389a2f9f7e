package io.examledger.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Claims and receipts live and die with the events of their unit of work. */
@ParameterizedClass(name = "on {0}")
@EnumSource(TestDatabase.Kind.class)
class AttachmentsTest extends NotebookTest {
    AttachmentsTest(TestDatabase.Kind kind) {
        super(kind);
    }

    @Test
    void attachments_commit_with_the_events_and_know_their_position_then() throws Throwable {
        Attachments[] attached = new Attachments[1];
        handle("claim", command -> {
            attached[0] = Attachments.of(CurrentUnitOfWork.get());
            attached[0].claim(new Claim("title", "digest", "n"));
            attached[0].receipt(new Receipt("caller", "key", "fingerprint", new byte[] {1}));
            assertThat(attached[0].position()).isEmpty();
            return repository.newInstance(() -> new Notebook("n"));
        });

        send("claim");

        assertThat(attached[0].position()).hasValue(1);
        Ledger ledger = new Ledger(database.forReads());
        assertThat(ledger.holderOf("title", "digest")).hasValue("n");
        assertThat(ledger.receipt("caller", "key")).hasValueSatisfying(found -> {
            assertThat(found.position()).isEqualTo(1);
            assertThat(found.receipt().answer()).containsExactly(1);
        });
        assertThatThrownBy(() -> attached[0].claim(new Claim("title", "late", "n")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void attachments_are_lost_with_events_that_conflict() {
        node.append("n", 0);
        handle("claim", command -> {
            Attachments.of(CurrentUnitOfWork.get()).claim(new Claim("title", "digest", "n"));
            return repository.newInstance(() -> new Notebook("n"));
        });

        assertThatThrownBy(() -> send("claim")).isInstanceOf(ConcurrencyException.class);
        assertThat(new Ledger(database.forReads()).holderOf("title", "digest")).isEmpty();
    }

    @Test
    void attachments_are_lost_with_a_unit_of_work_that_is_rolled_back() {
        handle("refuse", command -> {
            Attachments.of(CurrentUnitOfWork.get()).claim(new Claim("title", "digest", "n"));
            repository.newInstance(() -> new Notebook("n"));
            throw new IllegalArgumentException("refused");
        });

        assertThatThrownBy(() -> send("refuse")).hasMessage("refused");
        assertThat(stored()).isEmpty();
        assertThat(new Ledger(database.forReads()).holderOf("title", "digest")).isEmpty();
    }

    @Test
    void a_claim_without_an_event_is_refused_because_nothing_would_write_it() {
        handle("claim", command -> {
            Attachments.of(CurrentUnitOfWork.get()).claim(new Claim("title", "digest", "n"));
            return "done";
        });

        assertThatThrownBy(() -> send("claim")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_unit_of_work_has_one_receipt() {
        handle("twice", command -> {
            Attachments attachments = Attachments.of(CurrentUnitOfWork.get());
            attachments.receipt(new Receipt("caller", "1", "fingerprint", new byte[0]));
            attachments.receipt(new Receipt("caller", "2", "fingerprint", new byte[0]));
            return "never";
        });

        assertThatThrownBy(() -> send("twice")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void the_receipt_of_a_refusal_is_stored_alone_at_the_head() {
        node.append("n", 0);

        assertThat(node.engine.append(new Receipt("caller", "key", "fingerprint", new byte[0])))
                .isEqualTo(1);
        assertThatThrownBy(() -> node.engine.append(new Receipt("caller", "key", "fingerprint", new byte[0])))
                .isInstanceOf(ReceiptExistsException.class);
    }
}
