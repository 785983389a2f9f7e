package io.examledger.platform.architecture.bad.eventstore;

import io.examledger.platform.architecture.bad.kernel.Exam;

record StoreThatKnowsExams(Exam exam) {}
