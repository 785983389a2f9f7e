package io.examledger.platform.architecture.bad.unmarked;

class Unmarked {}
