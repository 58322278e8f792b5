package dev.ropewalk.compose;

import dev.ropewalk.text.Diagnostic;
import dev.ropewalk.text.YamlNode;

/** A compose file that Compose would refuse. */
public final class Unreadable extends Exception {
  private static final long serialVersionUID = 1L;

  private final String file;
  private final int line;
  private final String remedy;

  /**
   * @param file as people know it
   * @param line where, from 1; 0 where that is not known
   * @param sentence what is wrong, a whole sentence
   * @param remedy what to write, a whole sentence; empty for none
   */
  Unreadable(String file, int line, String sentence, String remedy) {
    super(sentence);
    this.file = file;
    this.line = line;
    this.remedy = remedy;
  }

  static Unreadable at(String file, YamlNode node, String sentence, String remedy) {
    return new Unreadable(file, node.place().line(), sentence, remedy);
  }

  /** What the YAML reader found, as whole sentences. */
  static Unreadable of(Diagnostic problem) {
    return new Unreadable(
        problem.source().name(),
        problem.place().line(),
        sentence(problem.message()),
        sentence(problem.fix()));
  }

  /**
   * A refusal of which only Compose's own words are known.
   *
   * @param file as people know it
   */
  public static Unreadable inWords(String file, String words) {
    String plain =
        words.replaceAll("validating \\S+: ", "").replaceAll(": invalid compose project$", "");
    return new Unreadable(
        file, 0, plain.isEmpty() ? "It does not say why." : "It says `%s`.".formatted(plain), "");
  }

  private static String sentence(String words) {
    return words.isEmpty() ? "" : Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
  }

  /** The file and, where it is known, the line, to stand in a sentence. */
  public String place() {
    return line == 0 ? "`%s`".formatted(file) : "`%s`, line %s".formatted(file, line);
  }

  /** What is wrong, a whole sentence. */
  public String sentence() {
    return String.valueOf(getMessage());
  }

  /** What to write, a whole sentence; empty for none. */
  public String remedy() {
    return remedy;
  }
}
