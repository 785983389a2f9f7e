package io.examledger.query.exports;

/** The process ends in the middle of a file: another one writes it from the start. */
final class ExportStopped extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
