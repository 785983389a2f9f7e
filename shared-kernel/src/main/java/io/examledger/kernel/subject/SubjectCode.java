package io.examledger.kernel.subject;

import java.util.regex.Pattern;

/** Identity of a subject, for example {@code PR000001}. */
public record SubjectCode(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Z0-9]{3,20}");

    public SubjectCode {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a subject code has 3 to 20 capital letters and digits");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
