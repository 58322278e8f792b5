package dev.ropewalk.dockerfile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds faults. Where a variable has no value before the build, nothing is advised about it. */
public final class Lint {
  /** What docker unpacks, by its usual names; it does not know lzma and compress. */
  private static final Pattern ARCHIVE =
      Pattern.compile(".*\\.(?:tar|tgz|tbz2?|txz|tzst|tar\\.(?:gz|bz2|xz|zst)|tar\\.?\\*)");

  /** Images whose own user is not root say so in their names. */
  private static final Pattern NOT_ROOT =
      Pattern.compile(".*(?:non-?root|rootless|unprivileged).*");

  private static final Pattern ROOT = Pattern.compile("(?:root|[+-]?0+|)(?::.*)?");

  private Lint() {}

  /**
   * A fault.
   *
   * @param line of the instruction, from 1
   */
  public record Finding(Fault fault, int line) {}

  /** All faults, in the order of the file. */
  public static List<Finding> of(Dockerfile file) {
    List<Finding> found = new ArrayList<>();
    for (Stage stage : file.stages()) {
      if (stage.base().isEmpty() && floats(stage.from())) {
        found.add(new Finding(Fault.LATEST_BASE, stage.instructions().getFirst().line()));
      }
      for (Instruction each : stage.instructions()) {
        inspect(each, stage).ifPresent(fault -> found.add(new Finding(fault, each.line())));
      }
    }
    if (runsAsRoot(file.last())) {
      found.add(new Finding(Fault.NO_USER, file.last().instructions().getLast().line()));
    }
    return found.stream().sorted(Comparator.comparingInt(Finding::line)).toList();
  }

  private static Optional<Fault> inspect(Instruction each, Stage stage) {
    return switch (each.word()) {
      case "ADD" ->
          copies(stage.sources().getOrDefault(each.line(), List.of()))
              ? Optional.of(Fault.ADD_FOR_COPY)
              : Optional.empty();
      case "RUN" -> AptLists.keptBy(each) ? Optional.of(Fault.APT_LISTS_KEPT) : Optional.empty();
      case "CMD", "ENTRYPOINT" ->
          each.exec().isEmpty() && !givesWay(each.text())
              ? Optional.of(Fault.SHELL_FORM)
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static boolean floats(String image) {
    int colon = image.indexOf(':', image.lastIndexOf('/') + 1);
    return !image.equals("scratch")
        && !image.contains("@")
        && (colon < 0 || image.substring(colon + 1).equals("latest"));
  }

  private static boolean copies(List<String> sources) {
    return sources.stream()
        .noneMatch(
            source ->
                StageRun.remote(source)
                    || source.contains("$")
                    || ARCHIVE.matcher(source.toLowerCase(Locale.ROOT)).matches());
  }

  /** Whether the shell ends in {@code exec program}: then the program takes its place. */
  private static boolean givesWay(String script) {
    List<ShellCommand> commands =
        ShellScript.simple(script).stream().filter(each -> !each.words().isEmpty()).toList();
    return !commands.isEmpty()
        && commands.getLast().program().equals("exec")
        && commands.getLast().words().size() > 1;
  }

  private static boolean runsAsRoot(Stage last) {
    return last.user()
        .map(user -> ROOT.matcher(user).matches())
        .orElseGet(() -> !NOT_ROOT.matcher(last.image().toLowerCase(Locale.ROOT)).matches());
  }
}
