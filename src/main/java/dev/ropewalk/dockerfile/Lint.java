package dev.ropewalk.dockerfile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds faults. */
public final class Lint {
  private static final Pattern REMOTE =
      Pattern.compile("(https?|ftp|git|ssh)://.*|git@.*|.*\\.git(#.*)?");
  private static final Pattern ARCHIVE =
      Pattern.compile(".*\\.(tar|tgz|tbz2?|txz|tar\\.(gz|bz2|xz|zst))");

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
      stage.instructions().forEach(each -> inspect(each, found));
    }
    if (file.last().user().filter(user -> !root(user)).isEmpty()) {
      found.add(new Finding(Fault.NO_USER, file.last().instructions().getLast().line()));
    }
    return found.stream().sorted(Comparator.comparingInt(Finding::line)).toList();
  }

  private static void inspect(Instruction each, List<Finding> found) {
    boolean fault =
        switch (each.word()) {
          case "ADD" -> copies(each);
          case "RUN" -> keepsLists(each);
          case "CMD", "ENTRYPOINT" -> each.exec().isEmpty();
          default -> false;
        };
    if (fault) {
      Fault which =
          switch (each.word()) {
            case "ADD" -> Fault.ADD_FOR_COPY;
            case "RUN" -> Fault.APT_LISTS_KEPT;
            default -> Fault.SHELL_FORM;
          };
      found.add(new Finding(which, each.line()));
    }
  }

  private static boolean floats(String image) {
    int colon = image.indexOf(':', image.lastIndexOf('/') + 1);
    return !image.equals("scratch")
        && !image.contains("@")
        && (colon < 0 || image.substring(colon + 1).equals("latest"));
  }

  private static boolean copies(Instruction add) {
    List<String> words = add.exec().orElseGet(() -> Arrays.asList(add.rest().split(" ")));
    return words.stream()
        .limit(Math.max(1, words.size() - 1))
        .noneMatch(word -> REMOTE.matcher(word).matches() || ARCHIVE.matcher(word).matches());
  }

  private static boolean keepsLists(Instruction run) {
    String script = run.arguments() + "\n" + String.join("\n", run.documents());
    return Pattern.compile("\\bapt(-get)?\\b[^;&|]*\\binstall\\b").matcher(script).find()
        && !script.contains("/var/lib/apt/lists")
        && run.flags().stream().noneMatch(flag -> flag.startsWith("--mount=type=cache"));
  }

  private static boolean root(String user) {
    return Set.of("root", "0").contains(user.replaceFirst(":.*", ""));
  }
}
