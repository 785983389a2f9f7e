package io.examledger.query.wiring;

import io.examledger.kernel.redeemcode.CodeStringVault;
import io.examledger.query.accounts.AccountNames;
import io.examledger.query.bills.FindBills;
import io.examledger.query.bills.OrdersController;
import io.examledger.query.bulkchanges.BulkChangesController;
import io.examledger.query.bulkchanges.FindBulkChanges;
import io.examledger.query.messages.FindMessages;
import io.examledger.query.messages.MessagesController;
import io.examledger.query.overview.FindOverview;
import io.examledger.query.overview.OverviewController;
import io.examledger.query.redeemcodes.FindRedeemCodes;
import io.examledger.query.redeemcodes.RedeemCodesController;
import io.examledger.query.registrations.FindRegistrations;
import io.examledger.query.registrations.RegistrationsController;
import io.examledger.query.subjects.FindSubjects;
import io.examledger.query.subjects.SubjectsController;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The controllers and what they read with. */
@Configuration(proxyBeanMethods = false)
class QueryEndpoints {
    private final NamedParameterJdbcTemplate jdbc;

    QueryEndpoints(DataSource dataSource) {
        this.jdbc = new NamedParameterJdbcTemplate(dataSource);
    }

    @Bean
    FindBills findBills() {
        return new FindBills(jdbc);
    }

    @Bean
    FindRedeemCodes findRedeemCodes(CodeStringVault vault, AccountNames names) {
        return new FindRedeemCodes(jdbc, vault, names);
    }

    @Bean
    OverviewController overviewController() {
        return new OverviewController(new FindOverview(jdbc));
    }

    @Bean
    OrdersController ordersController(FindBills bills, FindRedeemCodes codes) {
        return new OrdersController(bills, codes);
    }

    @Bean
    RedeemCodesController redeemCodesController(FindRedeemCodes codes, CodeStringVault vault) {
        return new RedeemCodesController(codes, vault);
    }

    @Bean
    RegistrationsController registrationsController(AccountNames names) {
        return new RegistrationsController(new FindRegistrations(jdbc, names));
    }

    @Bean
    MessagesController messagesController() {
        return new MessagesController(new FindMessages(jdbc, new JsonMapper()));
    }

    @Bean
    BulkChangesController bulkChangesController() {
        return new BulkChangesController(new FindBulkChanges(jdbc));
    }

    @Bean
    SubjectsController subjectsController() {
        return new SubjectsController(new FindSubjects(jdbc));
    }
}
