package io.examledger.platform.architecture.bad.command;

import io.examledger.platform.architecture.bad.platform.Screen;

record CommandThatKnowsThePlatform(Screen screen) {}
