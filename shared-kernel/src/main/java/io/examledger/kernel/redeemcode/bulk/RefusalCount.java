package io.examledger.kernel.redeemcode.bulk;

/**
 * How many codes a rule refused to change.
 *
 * @param code of the refusal, for example {@code redeem-code.not-bound}
 */
public record RefusalCount(String code, int count) {}
