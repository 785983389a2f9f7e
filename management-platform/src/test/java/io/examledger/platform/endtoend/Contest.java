package io.examledger.platform.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.command.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/**
 * Racers, each in a thread of its own, met in round after round.
 *
 * @param answers of each racer in each round: the code of the refusal, or {@link #ACCEPTED}
 */
record Contest(List<List<String>> answers) {
    static final int ROUNDS = 200;
    static final String ACCEPTED = "accepted";

    /** About as long as two commands take: long enough for either to win, short enough for them to meet. */
    private static final int LONGEST_HESITATION_NANOS = 6_000_000;

    private static final long SEED = Long.getLong("examledger.seed", System.nanoTime());

    /** One that takes part in every round. */
    interface Racer {
        /** @throws Refused if a rule says no */
        void run(int round);
    }

    /** Races. Who sets off first is left to chance. */
    static Contest of(Racer... racers) throws Exception {
        CyclicBarrier start = new CyclicBarrier(racers.length);
        SplittableRandom random = new SplittableRandom(SEED);
        return new Contest(AtOnce.call(Stream.of(racers)
                .map(racer -> allRounds(racer, start, random.split()))
                .toList()));
    }

    private static Callable<List<String>> allRounds(Racer racer, CyclicBarrier start, SplittableRandom random) {
        return () -> {
            List<String> answers = new ArrayList<>();
            try {
                for (int round = 0; round < ROUNDS; round++) {
                    start.await();
                    LockSupport.parkNanos(random.nextInt(LONGEST_HESITATION_NANOS));
                    answers.add(answer(racer, round));
                }
            } catch (BrokenBarrierException left) {
                // Another racer has failed, and says why.
            } finally {
                start.reset();
            }
            return answers;
        };
    }

    private static String answer(Racer racer, int round) {
        try {
            racer.run(round);
            return ACCEPTED;
        } catch (Refused refused) {
            return refused.refusal().code();
        }
    }

    /** What the racers were answered in a round, in their order. */
    List<String> answers(int round) {
        return answers.stream().map(racer -> racer.get(round)).toList();
    }

    boolean accepted(int round, int racer) {
        return answers.get(racer).get(round).equals(ACCEPTED);
    }

    /**
     * Looks at each round, and at the whole: without both outcomes it was no race.
     *
     * @param outcome checks a round and says in a word what came of it
     * @param words each must occur, and no others
     */
    void assertOutcomes(String name, IntFunction<String> outcome, String... words) {
        Map<String, Integer> outcomes = new TreeMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            outcomes.merge(outcome.apply(round), 1, Integer::sum);
        }
        System.out.printf("%s: %s, -Dexamledger.seed=%d%n", name, outcomes, SEED);
        assertThat(outcomes).containsOnlyKeys(Set.of(words));
    }
}
