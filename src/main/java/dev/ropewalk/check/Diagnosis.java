package dev.ropewalk.check;

import static java.util.stream.Collectors.joining;

import dev.ropewalk.text.Quotation;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Why a check fails, computed from the claim, the engine's state and its events.
 *
 * @param progress how far the learner came, from prerequisite to detail: of several reasons the one
 *     with the most progress is told
 * @param says what is the case, whole sentences, names and commands in backticks
 * @param remedy what to do about it, whole sentences; empty where {@code says} is enough
 * @param moves the command lines that who follows the remedy types, complete and in order; what the
 *     remedy leaves to the learner's own wits is filled in. Empty where there is nothing to type
 */
public record Diagnosis(Progress progress, String says, String remedy, List<String> moves) {
  /** More than a screen is not read. What is quoted has its own, smaller limit. */
  public static final int LONGEST = 4000;

  /** The remedy where no command leads back. */
  public static final String BEGIN_AGAIN = "`:retry` sets everything up for this step again.";

  /**
   * A command line in a sentence that can be typed as it stands; where it only shows, it mends
   * nothing.
   */
  private static final Pattern COMPLETE =
      Pattern.compile(
          "`((?:docker(?:-compose)? [^`…]*|:(?:retry|reset)))`(?! (?:shows|says why|lists|tells)\\b)");

  /** One that needs more words: the sentence speaks of the command. */
  private static final Pattern NAMES_A_COMMAND =
      Pattern.compile(
          "docker (attach|build|commit|cp|create|exec|inspect|kill|logs|pause|port|pull|push|rename"
              + "|restart|rm|rmi|run|start|stop|tag|top|unpause|update|wait)");

  private static final Pattern BLANK =
      Pattern.compile(
          "(?<![\\w-])(COMMAND|CONTAINER|FILE|FOLDER|HOST|IMAGE|NAME|NETWORK|NUMBER|PATH|PORT|SOURCE|VALUE|WORDS?)(?![\\w=])");

  public Diagnosis {
    moves = List.copyOf(moves);
    says = Quotation.cut(Quotation.shortened(says), LONGEST);
    remedy = Quotation.cut(remedy, LONGEST);
  }

  /** With the complete command lines that stand in the remedy as its moves. */
  public Diagnosis(Progress progress, String says, String remedy) {
    this(progress, says, remedy, typed(remedy));
  }

  /** Somebody's own words, with the complete command lines that stand in them as its moves. */
  static Diagnosis of(Progress progress, String words) {
    return new Diagnosis(progress, words, "", typed(words));
  }

  /** Whether a word of a command stands for what the learner is to put there. */
  public static boolean hasBlank(String command) {
    return BLANK.matcher(command).find();
  }

  /** Whether a command is what another one becomes when its blanks are filled. */
  public static boolean isFilledIn(String command, String blank) {
    return !command.equals(blank)
        && Pattern.matches(
            Arrays.stream(BLANK.split(blank, -1)).map(Pattern::quote).collect(joining("\\S+")),
            command);
  }

  private static List<String> typed(String remedy) {
    return COMPLETE
        .matcher(remedy)
        .results()
        .map(found -> found.group(1))
        .filter(line -> !hasBlank(line) && !NAMES_A_COMMAND.matcher(line).matches())
        .toList();
  }

  /** Whether something is said of a thing of this name. */
  public boolean names(String thing) {
    return says.contains("`" + thing + "`");
  }

  /** The same, with another remedy and its moves. */
  public Diagnosis withRemedy(String other, List<String> lines) {
    return new Diagnosis(progress, says, other, lines);
  }

  /** The same, with this remedy where it has none, or none but to read on. */
  public Diagnosis withRemedy(String other) {
    return other.isEmpty() || remedy.contains(other)
        ? this
        : new Diagnosis(progress, says, (remedy + " " + other).strip());
  }

  /** From nothing done to a detail missing. */
  public enum Progress {
    NOTHING_DONE,
    COMMAND_FAILED,
    WRONG_OBJECT,
    WRONG_STATE,
    WRONG_DETAIL
  }
}
