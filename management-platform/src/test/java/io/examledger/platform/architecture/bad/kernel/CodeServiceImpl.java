package io.examledger.platform.architecture.bad.kernel;

class CodeServiceImpl {}
