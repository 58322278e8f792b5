package dev.ropewalk.command;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What was read of the newest texts. All that a learner has typed in a step is looked at again
 * after each line, by many a question: each text is read once. Safe for use by several threads.
 */
final class Remembered<K, V> {
  private static final int MOST = 1_000;

  private final Map<K, V> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
          return size() > MOST;
        }
      };

  synchronized Optional<V> get(K key) {
    return Optional.ofNullable(known.get(key));
  }

  synchronized void put(K key, V value) {
    known.put(key, value);
  }
}
