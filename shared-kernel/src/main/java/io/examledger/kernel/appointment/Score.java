package io.examledger.kernel.appointment;

/** Points that an attempt earned, from 0 to {@value #HIGHEST}. */
public record Score(int points) {
    public static final int HIGHEST = 1000;

    public Score {
        if (points < 0 || points > HIGHEST) {
            throw new IllegalArgumentException("a score is 0 to " + HIGHEST);
        }
    }
}
