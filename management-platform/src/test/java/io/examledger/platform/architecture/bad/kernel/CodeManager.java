package io.examledger.platform.architecture.bad.kernel;

class CodeManager {}
