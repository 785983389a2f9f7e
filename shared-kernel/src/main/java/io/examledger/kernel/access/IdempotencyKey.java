package io.examledger.kernel.access;

import java.util.regex.Pattern;

/**
 * What a caller names a request with, so that it can be repeated.
 *
 * @param value 1 to 200 printable ASCII characters, no space at either end; for example a UUID
 */
public record IdempotencyKey(String value) {
    private static final Pattern FORM = Pattern.compile("[\\x21-\\x7E]([\\x20-\\x7E]{0,198}[\\x21-\\x7E])?");

    public IdempotencyKey {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a key has 1 to 200 printable ASCII characters");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
