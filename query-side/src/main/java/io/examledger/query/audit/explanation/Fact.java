package io.examledger.query.audit.explanation;

/** An event, and where it is found. */
record Fact<E>(E event, Evidence evidence) {}
