package io.examledger.platform.architecture.bad.command;

import java.time.Instant;

public class CommandWithItsOwnTime {
    Instant decidedAt() {
        return Instant.now();
    }
}
