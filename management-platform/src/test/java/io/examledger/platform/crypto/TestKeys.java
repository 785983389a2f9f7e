package io.examledger.platform.crypto;

/** Keys that live as long as a test. */
public final class TestKeys {
    private TestKeys() {}

    public static ReceiptVault receipts() {
        return new ReceiptVault(KeyRing.generate());
    }
}
