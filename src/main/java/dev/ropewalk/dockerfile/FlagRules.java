package dev.ropewalk.dockerfile;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The flags that each instruction has. Of {@code ARG} and {@code STOPSIGNAL} docker reads none. */
final class FlagRules {
  private static final Set<String> NOT_READ = Set.of("ARG", "STOPSIGNAL");
  private static final Map<String, Map<String, Kind>> FLAGS =
      Map.of(
          "ADD",
          Map.of(
              "checksum", Kind.TEXT,
              "chmod", Kind.TEXT,
              "chown", Kind.TEXT,
              "exclude", Kind.TEXTS,
              "keep-git-dir", Kind.SWITCH,
              "link", Kind.SWITCH,
              "unpack", Kind.SWITCH),
          "COPY",
          Map.of(
              "chmod", Kind.TEXT,
              "chown", Kind.TEXT,
              "exclude", Kind.TEXTS,
              "from", Kind.TEXT,
              "link", Kind.SWITCH,
              "parents", Kind.SWITCH),
          "FROM",
          Map.of("platform", Kind.TEXT),
          "HEALTHCHECK",
          Map.of(
              "interval", Kind.TEXT,
              "retries", Kind.TEXT,
              "start-interval", Kind.TEXT,
              "start-period", Kind.TEXT,
              "timeout", Kind.TEXT),
          "RUN",
          Map.of(
              "device", Kind.TEXTS,
              "mount", Kind.TEXTS,
              "network", Kind.TEXT,
              "security", Kind.TEXT));

  private enum Kind {
    SWITCH,
    TEXT,
    /** May be given more than once. */
    TEXTS
  }

  private FlagRules() {}

  static void check(Instruction each) throws Unreadable {
    if (NOT_READ.contains(each.word())) {
      return;
    }
    Map<String, Kind> known = new TreeMap<>(FLAGS.getOrDefault(each.word(), Map.of()));
    Set<String> seen = new HashSet<>();
    for (String flag : each.flags()) {
      String name = flag.replaceFirst("(?s)=.*", "");
      Kind kind = known.get(name.substring(Math.min(2, name.length())));
      if (kind == null) {
        String has =
            known.isEmpty()
                ? "it has none."
                : "it has --" + String.join(", --", known.keySet()) + ".";
        throw wrong(each, "has no flag `%s`; %s".formatted(name, has));
      }
      if (kind != Kind.TEXTS && !seen.add(name)) {
        throw wrong(each, "has the flag `%s` twice.".formatted(name));
      }
      Optional<String> value =
          name.equals(flag) ? Optional.empty() : Optional.of(flag.substring(name.length() + 1));
      if (kind == Kind.SWITCH ? value.filter(String::isEmpty).isPresent() : value.isEmpty()) {
        throw wrong(each, "has the flag `%s` without a value.".formatted(name));
      }
      if (kind == Kind.SWITCH
          && !Set.of("true", "false").contains(value.orElse("true").toLowerCase(Locale.ROOT))) {
        throw wrong(each, "takes `true` or `false` for `%s`.".formatted(name));
      }
    }
  }

  /** The values of a flag, without its name. */
  static List<String> values(Instruction each, String name) {
    String prefix = "--" + name + "=";
    return each.flags().stream()
        .filter(flag -> flag.startsWith(prefix))
        .map(flag -> flag.substring(prefix.length()))
        .toList();
  }

  private static Unreadable wrong(Instruction each, String what) {
    return new Unreadable(each.line(), "`%s` %s".formatted(each.word(), what));
  }
}
