package io.examledger.platform.architecture.bad.command;

import java.util.UUID;

class CommandWithItsOwnChance {
    UUID id() {
        return UUID.randomUUID();
    }
}
