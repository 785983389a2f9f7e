package io.examledger.kernel.redeemcode.bulk;

import java.util.regex.Pattern;

/** Identity of a bulk change: the job that its owner follows. */
public record BulkChangeId(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    public BulkChangeId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a bulk change id has 1 to 64 letters, digits, hyphens and underscores");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
