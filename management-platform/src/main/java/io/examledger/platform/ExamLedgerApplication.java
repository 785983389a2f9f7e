package io.examledger.platform;

import io.examledger.platform.crypto.KeyRing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/**
 * Starts the platform; or, as {@code generate-keys} and {@code rotate-keys <file>}, prints a key file for the
 * {@code postgres} profile and ends.
 */
@SpringBootApplication(scanBasePackages = "io.examledger.platform")
@ConfigurationPropertiesScan
public class ExamLedgerApplication {
    public static void main(String[] args) throws IOException {
        if (args.length == 1 && args[0].equals("generate-keys")) {
            System.out.writeBytes(KeyRing.generate().toJson());
        } else if (args.length == 2 && args[0].equals("rotate-keys")) {
            System.out.writeBytes(KeyRing.parse(Files.readAllBytes(Path.of(args[1])))
                    .rotated()
                    .toJson());
        } else {
            SpringApplication.run(ExamLedgerApplication.class, args);
        }
    }
}
