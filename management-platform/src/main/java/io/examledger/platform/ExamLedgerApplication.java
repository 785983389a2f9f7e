package io.examledger.platform;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class ExamLedgerApplication {
    public static void main(String[] args) {
        SpringApplication.run(ExamLedgerApplication.class, args);
    }
}
