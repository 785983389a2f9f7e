package io.examledger.platform.architecture.bad.command;

import io.examledger.platform.architecture.bad.query.View;

record CommandThatReadsViews(View view) {}
