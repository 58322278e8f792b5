package dev.ropewalk.command;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The values that a flag can have, as far as they are known. */
final class FlagChoices {
  /** Choices that no help names; from docker's reference of {@code run}. */
  private static final Map<String, List<String>> OWN =
      Map.of(
          "restart", List.of("no", "on-failure", "always", "unless-stopped"),
          "signal",
              List.of("SIGTERM", "SIGKILL", "SIGINT", "SIGHUP", "SIGQUIT", "SIGUSR1", "SIGUSR2"));

  private static final Map<String, ArgumentKind> KINDS =
      Map.of(
          "network", ArgumentKind.NETWORK,
          "volumes-from", ArgumentKind.CONTAINER,
          "link", ArgumentKind.CONTAINER,
          "cache-from", ArgumentKind.IMAGE);

  private static final Set<String> FILES =
      Set.of(
          "cidfile",
          "config",
          "env-file",
          "file",
          "iidfile",
          "input",
          "label-file",
          "output",
          "tlscacert",
          "tlscert",
          "tlskey",
          "volume");

  private static final Pattern BARS =
      Pattern.compile("\\(\"?([a-z][a-z-]*\"?(?:\\|\"?[a-z][a-z-]*\"?)+)\\)");
  private static final Pattern QUOTED = Pattern.compile("\\(((?:\"[a-z-]+\"(?:, )?){2,})\\)");
  private static final Pattern EXPLAINED = Pattern.compile("'([a-z]+)':");

  private FlagChoices() {}

  static List<Candidate> of(Flag flag, LiveNames live) {
    String name = FormerNames.today(flag.name());
    ArgumentKind kind = KINDS.get(name);
    if (kind != null) {
      return kind.candidates("", live);
    }
    if (name.equals("volume")) {
      return live.volumes().stream()
          .map(volume -> Candidate.stem(volume + ":", "", "volumes"))
          .toList();
    }
    Stream<String> values =
        OWN.containsKey(name)
            ? OWN.get(name).stream()
            : flag.type().equals("string") ? named(flag) : Stream.of();
    return values.distinct().map(value -> Candidate.word(value, "", "values")).toList();
  }

  static Set<ArgumentKind> files(Flag flag) {
    return FILES.contains(flag.name()) ? EnumSet.of(ArgumentKind.FILE) : Set.of();
  }

  /** The choices in a description such as {@code ("always"|"missing"|"never")}. */
  private static Stream<String> named(Flag flag) {
    Stream<String> listed =
        Stream.of(BARS, QUOTED)
            .flatMap(pattern -> pattern.matcher(flag.description()).results())
            .map(match -> match.group(1))
            .flatMap(list -> Stream.of(list.replace("\"", "").split("\\||, *")));
    Stream<String> explained =
        EXPLAINED.matcher(flag.description()).results().map((MatchResult match) -> match.group(1));
    return Stream.concat(listed, explained);
  }
}
