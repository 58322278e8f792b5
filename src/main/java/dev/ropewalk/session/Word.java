package dev.ropewalk.session;

import dev.ropewalk.lesson.Script;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A word of ropewalk; it begins with a colon, so that it is no shell command. */
public enum Word {
  HELP("help", "", "show these words"),
  STEP("step", "", "show the step again"),
  HINT("hint", "", "show the next hint"),
  CHECK("check", "", "judge the step now"),
  WHY("why", "", "judge it now, with every reason"),
  ANSWER("answer", "VALUE", "answer the question"),
  STATE("state", "", "draw what is on the engine"),
  INSIDE("inside", "[NAME]", "look into a container"),
  SOLUTION("solution", "", "show how the step can be done"),
  SKIP("skip", "", "let ropewalk do the step for you"),
  RETRY("retry", "", "begin this step again, as it was then"),
  UNDO("undo", "", "take back what your last line did"),
  PLAY("play", "", "set the step aside to try things"),
  NEXT("next", "", "go on, or to the next lesson"),
  LIST("list", "", "list the lessons"),
  GOTO("goto", "LESSON[/STEP]", "go to a lesson, or to a step of it"),
  RESET("reset", "", "remove what you made in this lesson and begin it again"),
  QUIT("quit", "", "leave; the course goes on where you left it");

  private final String word;
  private final String argument;
  private final String doc;

  Word(String word, String argument, String doc) {
    this.word = word;
    this.argument = argument;
    this.doc = doc;
  }

  /** The word without its colon. */
  public String word() {
    return word;
  }

  /** What follows it; empty where nothing does. */
  public String argument() {
    return argument;
  }

  /** What it does, in half a sentence. */
  public String doc() {
    return doc;
  }

  /**
   * Whether a line is meant for ropewalk: a letter follows the colon. A colon by itself is a
   * command of the shell.
   */
  public static boolean isMeant(String line) {
    return Script.isWord(line);
  }

  /** The word of this spelling, or the only one that begins so. */
  public static Optional<Word> find(String spelling) {
    List<String> near = beginning(spelling);
    return Stream.of(values())
        .filter(w -> w.word.equals(spelling) || near.equals(List.of(w.word)))
        .min(Comparator.comparing(w -> w.word.length()));
  }

  /** The words that begin so. */
  static List<String> beginning(String letters) {
    return Stream.of(values()).map(Word::word).filter(w -> w.startsWith(letters)).toList();
  }
}
