package io.examledger.kernel.site;

import io.examledger.kernel.identity.IdentityText;

/** Identity of a test center. */
public record SiteId(String value) {
    public SiteId {
        IdentityText.require("a site id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
