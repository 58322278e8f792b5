package dev.ropewalk.grade;

import dev.ropewalk.lesson.Script;
import dev.ropewalk.session.Word;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What becomes of a line of a submission. */
enum SubmittedLine {
  /** It is typed: a command line, or a word to ropewalk that belongs to the work. */
  TYPED,
  /** It would only show something: that changes nothing. */
  LEFT_OUT,
  /** It leads away from the lesson, or helps where nothing may. */
  REFUSED;

  private static final Set<Word> IN_EXAM =
      Set.of(Word.ANSWER, Word.CHECK, Word.UNDO, Word.PLAY, Word.RETRY);

  private static final Set<Word> IN_PRACTICE = Set.of(Word.WHY, Word.RESET, Word.SKIP);

  private static final Set<Word> SHOWS =
      Set.of(Word.HELP, Word.STEP, Word.HINT, Word.STATE, Word.INSIDE, Word.SOLUTION, Word.LIST);

  private static final Pattern PROMPT =
      Pattern.compile("\\s*(?:\\$|[\\w.-]+@[\\w.-]+:\\S*[$#])\\s");

  /** Who copies from a terminal may copy its prompt along, which is a command that nobody has. */
  static boolean hasPrompt(String line) {
    return PROMPT.matcher(line).lookingAt();
  }

  /** That of a line. */
  static SubmittedLine of(String line, Assignment.Manner manner) {
    if (!Script.isWord(line)) {
      return TYPED;
    }
    Optional<Word> word = Word.find(line.strip().substring(1).split("\\s", 2)[0]);
    boolean typed =
        word.filter(IN_EXAM::contains).isPresent()
            || manner == Assignment.Manner.PRACTICE
                && word.filter(IN_PRACTICE::contains).isPresent();
    if (typed) {
      return TYPED;
    }
    return word.filter(SHOWS::contains).isPresent() ? LEFT_OUT : REFUSED;
  }
}
