package io.examledger.platform.architecture.bad.query;

import io.examledger.platform.architecture.bad.command.CommandWithItsOwnTime;

record QueryThatSendsCommands(CommandWithItsOwnTime command) {}
