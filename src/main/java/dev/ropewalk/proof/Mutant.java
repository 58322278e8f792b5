package dev.ropewalk.proof;

import dev.ropewalk.lesson.Script;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A solution with one thing changed, so that it is wrong.
 *
 * @param script the changed command lines
 * @param names words that the learner must read one of, since they name what was changed: the flag
 *     or what it sets, the expected name, the port, the image; none where it need not be named
 */
public record Mutant(Kind kind, Script script, List<String> names) {
  public Mutant {
    names = List.copyOf(names);
  }

  /** What was changed. */
  public enum Kind {
    FLAG_LEFT_OUT("flag left out"),
    NAME_CHANGED("other name"),
    PORT_CHANGED("other port"),
    PORTS_SWAPPED("ports swapped"),
    ADDRESS_CHANGED("other address"),
    IMAGE_CHANGED("other image"),
    STOPPED("stopped afterwards"),
    NOT_STARTED("created, not started"),
    NETWORK_CHANGED("other network"),
    VOLUME_CHANGED("other volume"),
    VALUE_CHANGED("other value"),
    COMMAND_LEFT_OUT("command left out"),
    /** Of a file that is written. */
    LINE_LEFT_OUT("line left out");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** As a table shows it. */
    public String words() {
      return words;
    }
  }

  /** Whether a text names what was changed; a word counts only as a whole. */
  public boolean isNamedIn(String text) {
    return names.isEmpty() || names.stream().anyMatch(word -> whole(word).matcher(text).find());
  }

  private static Pattern whole(String word) {
    String before = Character.isLetterOrDigit(word.charAt(0)) ? "(?<![\\w.-])" : "(?<![\\w-])";
    boolean free = word.startsWith(OtherValues.SUFFIX);
    return Pattern.compile(
        (free ? "" : before) + Pattern.quote(word) + "(?![\\w-])", Pattern.CASE_INSENSITIVE);
  }
}
