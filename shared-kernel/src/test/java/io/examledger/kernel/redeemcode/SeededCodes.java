package io.examledger.kernel.redeemcode;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Code strings that are the same in every run. */
final class SeededCodes {
    private static final long SEED = 85;

    private SeededCodes() {}

    static List<CodeString> take(int count) {
        Random random = new Random(SEED);
        return Stream.generate(() -> {
                    byte[] bytes = new byte[CodeString.RANDOM_CHARACTERS];
                    random.nextBytes(bytes);
                    return CodeString.ofRandom(bytes);
                })
                .limit(count)
                .toList();
    }
}
