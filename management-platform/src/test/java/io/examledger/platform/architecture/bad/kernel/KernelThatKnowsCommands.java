package io.examledger.platform.architecture.bad.kernel;

import io.examledger.platform.architecture.bad.command.CommandWithItsOwnTime;

record KernelThatKnowsCommands(CommandWithItsOwnTime command) {}
