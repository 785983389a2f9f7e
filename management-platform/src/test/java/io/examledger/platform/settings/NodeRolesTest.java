package io.examledger.platform.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.kernel.access.Role;
import io.examledger.platform.ExamLedgerApplication;
import io.examledger.platform.testing.FreshDataDirectory;
import io.examledger.platform.testing.Http;
import io.examledger.platform.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

class NodeRolesTest {
    private static final String SUBJECT = """
            {"code": "ROLE001", "title": "Roles", "category": "SPECIALTY", "examType": "THEORY", "durationMinutes": 90,
             "price": {"amount": 1, "currency": "USD"}, "deliveryModes": ["ONLINE_PROCTORED"]}""";

    @Test
    void query_node_answers_questions_and_takes_no_commands() {
        try (ConfigurableApplicationContext node = start("query")) {
            Http operator = Http.of(node).as(new Tokens(node).of(Role.OPERATOR));
            assertThat(operator.get("/api/overview").statusCode()).isEqualTo(200);
            assertThat(operator.get("/actuator/health").body()).contains("UP");
            assertThat(operator.post("/api/accounts", "{}").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void command_node_takes_commands_and_answers_no_questions() {
        try (ConfigurableApplicationContext node = start("command")) {
            Http operator = Http.of(node).as(new Tokens(node).of(Role.OPERATOR));
            assertThat(operator.post("/api/subjects", SUBJECT).statusCode()).isEqualTo(201);
            assertThat(operator.get("/actuator/health").body()).contains("UP");
            assertThat(operator.get("/api/overview").statusCode()).isEqualTo(404);
        }
    }

    private static ConfigurableApplicationContext start(String roles) {
        return SpringApplication.run(
                ExamLedgerApplication.class,
                "--server.port=0",
                "--examledger.roles=" + roles,
                "--examledger.data-dir=" + FreshDataDirectory.create());
    }
}
