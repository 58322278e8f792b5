package dev.ropewalk.command;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Collects the values of flags under their canonical names. */
final class FlagValues {
  /**
   * Lists in which docker minds the order: the first server is asked first, a later file overrides
   * an earlier one.
   */
  private static final Set<String> ORDERED =
      Set.of(
          "add-host",
          "dns",
          "dns-search",
          "env-file",
          "file",
          "label-file",
          "network",
          "volumes-from");

  private static final Set<String> TRUE = Set.of("1", "t", "T", "true", "TRUE", "True");
  private static final Set<String> FALSE = Set.of("0", "f", "F", "false", "FALSE", "False");

  private final Map<String, List<String>> values = new TreeMap<>();

  /** Adds a value and tells whether docker would take it. */
  Acceptance add(Flag flag, String value) {
    String name = FormerNames.today(flag.name());
    if (flag.isRepeatable()) {
      List<String> parts = flag.splitsAtCommas() ? List.of(value.split(",")) : List.of(value);
      values.computeIfAbsent(name, _ -> new ArrayList<>()).addAll(parts);
      return Acceptance.TAKEN;
    }
    String plain = flag.type().isEmpty() ? truth(value) : value;
    if (flag.type().isEmpty() && plain.equals(flag.effectivePreset())) {
      values.remove(name);
    } else {
      values.put(name, List.of(plain));
    }
    return flag.type().isEmpty() && !TRUE.contains(value) && !FALSE.contains(value)
        ? Acceptance.REFUSED
        : Acceptance.TAKEN;
  }

  /** Whether a value is one that the flag can have. */
  enum Acceptance {
    TAKEN,
    REFUSED
  }

  boolean has(Flag flag) {
    return values.containsKey(FormerNames.today(flag.name()));
  }

  /**
   * What was given, with lists in a fixed order; values of the same key (as in {@code -e
   * KEY=value}) keep theirs.
   */
  Map<String, List<String>> settled() {
    Map<String, List<String>> settled = new TreeMap<>(values);
    settled.replaceAll((name, list) -> ORDERED.contains(name) ? list : sorted(list));
    return settled;
  }

  private static List<String> sorted(List<String> list) {
    return list.stream().sorted(Comparator.comparing(value -> value.split("=", 2)[0])).toList();
  }

  private static String truth(String value) {
    return TRUE.contains(value) ? "true" : FALSE.contains(value) ? "false" : value;
  }
}
