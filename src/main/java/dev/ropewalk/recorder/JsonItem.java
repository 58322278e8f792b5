package dev.ropewalk.recorder;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was taken from a JSON object: texts, numbers and truth values by their path ({@code
 * HostConfig.Binds}; lists have no place of their own in it), with their bounds.
 */
final class JsonItem {
  static final int MOST_VALUES = 1000;
  static final int LONGEST_VALUE = 4096;

  private final Map<String, List<String>> values = new LinkedHashMap<>();

  void add(String path, String value) {
    List<String> all = values.computeIfAbsent(path, _ -> new ArrayList<>());
    if (all.size() < MOST_VALUES) {
      all.add(value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE) + "…");
    }
  }

  boolean isEmpty() {
    return values.isEmpty();
  }

  boolean has(String path) {
    return values.containsKey(path);
  }

  /** All values at a path. */
  List<String> texts(String path) {
    return values.getOrDefault(path, List.of());
  }

  /** The last value at a path; empty when there is none. */
  String text(String path) {
    List<String> all = texts(path);
    return all.isEmpty() ? "" : all.getLast();
  }

  int number(String path) {
    try {
      return Integer.parseInt(text(path));
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
