package io.examledger.platform.axon;

import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.eventstore.LedgerEventStorageEngine;
import io.examledger.kernel.access.Role;
import io.examledger.kernel.account.AccountEvent;
import io.examledger.kernel.account.Verification;
import io.examledger.platform.testing.Http;
import io.examledger.platform.testing.StartedPlatform;
import io.examledger.platform.testing.Tokens;
import java.time.Instant;
import java.util.UUID;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@StartedPlatform
@DisplayName("ACC-1, ACC-2: what another node stored about an account counts at once")
class VerifiedElsewhereTest {
    private final Http operator;
    private final LedgerEventStorageEngine log;

    @Autowired
    VerifiedElsewhereTest(@LocalServerPort int port, ApplicationContext context, LedgerEventStorageEngine log) {
        operator = new Http(port).as(new Tokens(context).of(Role.OPERATOR));
        this.log = log;
    }

    @Test
    void a_verification_is_not_lost_because_this_node_remembers_an_older_one() {
        String account = Http.json(operator.post("/api/accounts", """
                        {"name": {"first": "Ada", "last": "L"}, "email": "%s@example.org", "kind": "ROOT"}""".formatted(UUID.randomUUID())))
                .path("accountId")
                .stringValue();
        verify(account, Verification.INDIVIDUAL);

        log.appendEvents(new GenericDomainEventMessage<>(
                "Account", account, 2, new AccountEvent.Verified(account, Verification.CORPORATE, Instant.EPOCH)));
        verify(account, Verification.INDIVIDUAL);

        assertThat(log.readEvents(account).asStream().map(event -> event.getPayload()))
                .last()
                .isInstanceOfSatisfying(
                        AccountEvent.Verified.class,
                        verified -> assertThat(verified.level()).isEqualTo(Verification.INDIVIDUAL));
    }

    private void verify(String account, Verification level) {
        assertThat(operator.post("/api/accounts/" + account + "/verification", "{\"level\": \"%s\"}".formatted(level))
                        .statusCode())
                .isEqualTo(204);
    }
}
