package dev.ropewalk.cli;

import dev.ropewalk.grade.submission.SubmissionSource;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * Which options of {@code grade} go together. What would be passed over in silence is refused: who
 * has written it meant something by it.
 */
final class GradeOptions {
  /** What belongs to a grading that types lines into engines, and to no other. */
  private static final List<String> OF_REPLAY =
      List.of("--from", "--jobs", "--resume", "--rerun", "--shard", "--engine");

  private static final Map<String, List<String>> EXCLUDE = new LinkedHashMap<>();
  private static final Map<String, String> NEED = new LinkedHashMap<>();

  static {
    EXCLUDE.put("--rejudge", plus(OF_REPLAY, "--here", "--trust"));
    EXCLUDE.put("--here", OF_REPLAY);
    EXCLUDE.put("--resume", List.of("--rerun"));
    EXCLUDE.put("--engine", List.of("--jobs"));
    NEED.put("--grace", "--due");
    NEED.put("--late-per-day", "--due");
  }

  private GradeOptions() {}

  private static List<String> plus(List<String> some, String... more) {
    Set<String> all = new LinkedHashSet<>(some);
    all.addAll(List.of(more));
    return List.copyOf(all);
  }

  /**
   * Refuses what contradicts itself.
   *
   * @throws WrongUse which names both
   */
  static void require(CommandSpec command) {
    ParseResult parsed = command.commandLine().getParseResult();
    Set<String> given = new LinkedHashSet<>();
    command.options().stream()
        .filter(parsed::hasMatchedOption)
        .forEach(option -> given.add(option.longestName()));
    EXCLUDE.forEach(
        (one, others) ->
            others.stream()
                .filter(other -> given.contains(one) && given.contains(other))
                .findFirst()
                .ifPresent(
                    other -> {
                      throw new WrongUse(
                          "`%s` and `%s` do not go together".formatted(one, other),
                          "leave one of them out");
                    }));
    NEED.forEach(
        (one, other) -> {
          if (given.contains(one) && !given.contains(other)) {
            throw new WrongUse(
                "`%s` does nothing without `%s`".formatted(one, other), "name both, or neither");
          }
        });
  }

  /** Refuses submissions where all is in a folder already. */
  static void requireNone(Optional<Path> rejudged, List<SubmissionSource> named) {
    if (rejudged.isPresent() && !named.isEmpty()) {
      throw new WrongUse(
          "`%s` is no lesson, and `--rejudge` judges what is in `%s`"
              .formatted(named.getFirst().id(), rejudged.get()),
          "name lessons alone");
    }
  }
}
