package io.examledger.kernel.subject;

/** How an exam is sat. */
public enum DeliveryMode {
    TEST_CENTER,
    ONLINE_PROCTORED
}
