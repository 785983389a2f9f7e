package io.examledger.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.axonframework.common.caching.Cache;
import org.junit.jupiter.api.Test;

class BoundedCacheTest {
    private final BoundedCache cache = new BoundedCache(10);

    @Test
    void what_was_put_in_is_there_until_it_is_removed() {
        cache.put("a", 1);

        assertThat(cache.<String, Integer>get("a")).isEqualTo(1);
        assertThat(cache.containsKey("a")).isTrue();
        assertThat(cache.putIfAbsent("a", 2)).isFalse();
        assertThat(cache.remove("a")).isTrue();
        assertThat(cache.remove("a")).isFalse();
        assertThat(cache.<String, Integer>get("a")).isNull();
        assertThat(cache.putIfAbsent("a", 2)).isTrue();
        cache.removeAll();
        assertThat(cache.containsKey("a")).isFalse();
    }

    @Test
    void entries_are_computed_where_they_are_missing_and_changed_where_they_are_not() {
        assertThat(cache.<Integer>computeIfAbsent("a", () -> 1)).isEqualTo(1);
        assertThat(cache.<Integer>computeIfAbsent("a", () -> 2)).isEqualTo(1);
        cache.<Integer>computeIfPresent("a", value -> value + 5);
        cache.<Integer>computeIfPresent("b", value -> value + 5);

        assertThat(cache.<String, Integer>get("a")).isEqualTo(6);
        assertThat(cache.containsKey("b")).isFalse();
    }

    @Test
    void it_does_not_grow_beyond_its_size() {
        for (int i = 0; i < 10_000; i++) {
            cache.put(i, i);
        }
        Await.until("the least useful ones leave", () -> {
            long kept = 0;
            for (int i = 0; i < 10_000; i++) {
                kept += cache.containsKey(i) ? 1 : 0;
            }
            return kept <= 10;
        });
    }

    @Test
    void nobody_can_listen_to_it_by_mistake() {
        assertThatThrownBy(() -> cache.registerCacheEntryListener(new Cache.EntryListenerAdapter()))
                .isInstanceOf(UnsupportedOperationException.class);
    }
}
