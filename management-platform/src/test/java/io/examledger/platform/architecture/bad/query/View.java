package io.examledger.platform.architecture.bad.query;

public record View(int rows) {}
