package io.examledger.command.examsession;

/**
 * How many can begin to sit online within an hour (APT-8).
 *
 * @param version stands on the events that the policy decided
 * @param seatsPerHour an example: as many as the proctors can receive
 */
public record PoolPolicy(int version, int seatsPerHour) {
    public static final PoolPolicy CURRENT = new PoolPolicy(1, 500);
}
