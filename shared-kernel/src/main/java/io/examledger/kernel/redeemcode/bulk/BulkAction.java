package io.examledger.kernel.redeemcode.bulk;

/** What a bulk change does to each of its codes. */
public enum BulkAction {
    /** COD-3. */
    UNBIND,
    /** COD-4. */
    REGENERATE
}
