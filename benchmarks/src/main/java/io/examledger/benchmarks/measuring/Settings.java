package io.examledger.benchmarks.measuring;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * How long to measure.
 *
 * @param rounds each measures everything once, so that what disturbs the machine disturbs all alike
 * @param time of one measurement
 * @param warmUp of each variant, before the first round
 * @param clients that work at once; one measurement for each number
 * @param results directory that the reports go to
 */
public record Settings(int rounds, Duration time, Duration warmUp, List<Integer> clients, Path results) {
    /** From system properties under {@code benchmark.}; times are whole seconds. */
    public static Settings ofSystem() {
        return new Settings(
                Integer.getInteger("benchmark.rounds", 3),
                Duration.ofSeconds(Integer.getInteger("benchmark.seconds", 5)),
                Duration.ofSeconds(Integer.getInteger("benchmark.warmup", 10)),
                Stream.of(System.getProperty("benchmark.clients", "1,8,32").split(","))
                        .map(Integer::valueOf)
                        .toList(),
                Path.of(System.getProperty("benchmark.results", "results")));
    }
}
