package io.examledger.kernel.site;

import java.util.regex.Pattern;

/** Identity of a test center. */
public record SiteId(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    public SiteId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a site id has 1 to 64 letters, digits, hyphens and underscores");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
