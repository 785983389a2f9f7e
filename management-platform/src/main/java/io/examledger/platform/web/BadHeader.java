package io.examledger.platform.web;

/** A request header that cannot be used. */
final class BadHeader extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String header;

    BadHeader(String header, String message) {
        super(message);
        this.header = header;
    }

    String header() {
        return header;
    }
}
