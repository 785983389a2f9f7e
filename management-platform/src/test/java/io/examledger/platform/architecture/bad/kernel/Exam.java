package io.examledger.platform.architecture.bad.kernel;

public record Exam(String title) {}
