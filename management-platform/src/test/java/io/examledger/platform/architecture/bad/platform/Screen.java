package io.examledger.platform.architecture.bad.platform;

public record Screen(int width) {}
