package io.examledger.platform.throttle;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/**
 * A token bucket of failures for each key. Bounded: the keys longest unused are forgotten first, and a key is kept for
 * as long as an emptied bucket takes to fill.
 *
 * @param <K> whose failures
 */
final class FailureBuckets<K> {
    private static final int KEYS = 100_000;

    private final Cache<K, Bucket> buckets;
    private final Cache<Seen<K>, Boolean> seen;
    private final int burst;
    private final int perMinute;
    private final TimeMeter time;

    private record Seen<K>(K key, String digest) {}

    FailureBuckets(int burst, int perMinute, Duration sameWithin, Ticker ticker) {
        this.burst = burst;
        this.perMinute = perMinute;
        this.time = new TickerMeter(ticker);
        Duration untilFull = Duration.ofMinutes(2L + burst / perMinute);
        this.buckets = Caffeine.newBuilder()
                .ticker(ticker)
                .maximumSize(KEYS)
                .expireAfterAccess(untilFull)
                .build();
        this.seen = Caffeine.newBuilder()
                .ticker(ticker)
                .maximumSize(KEYS)
                .expireAfterWrite(sameWithin)
                .build();
    }

    /** How long until another failure would be bearable; zero if it is now. */
    Duration wait(K key) {
        Bucket bucket = buckets.getIfPresent(key);
        return bucket == null
                ? Duration.ZERO
                : Duration.ofNanos(bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill());
    }

    /** Charges a failure, once for each digest. Tries that overtook the check leave a debt. */
    void charge(K key, String digest) {
        if (seen.asMap().putIfAbsent(new Seen<>(key, digest), Boolean.TRUE) == null) {
            buckets.get(key, k -> newBucket()).consumeIgnoringRateLimits(1);
        }
    }

    private Bucket newBucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(burst).refillGreedy(perMinute, Duration.ofMinutes(1)))
                .withCustomTimePrecision(time)
                .build();
    }

    private record TickerMeter(Ticker ticker) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return ticker.read();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
