package io.examledger.kernel.voucher;

import java.util.regex.Pattern;

/** Identity of a voucher. What its holder types is a code string, which is a secret; this is not. */
public record VoucherId(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    public VoucherId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a voucher id has 1 to 64 letters, digits, hyphens and underscores");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
