package dev.ropewalk.lesson;

import dev.ropewalk.command.ShellInput;
import dev.ropewalk.command.Unfinished;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Command lines as a learner would type them at the prompt, one after the other: whole shell
 * commands, each of one or more lines, and words of ropewalk such as {@code :answer 5}.
 *
 * @param text all lines
 */
public record Script(String text) {
  private static final Pattern WORD = Pattern.compile("\\h*:\\p{L}");

  /** Nothing. */
  public static final Script NONE = new Script("");

  public Script {
    text = text.replace("\r\n", "\n").strip();
  }

  /**
   * What is entered, one after the other. A here-document, a loop, a quote and the like go on over
   * as many lines as they do at the prompt, and each has one verdict at its end.
   */
  public List<String> commands() {
    return inputs().stream().map(ShellInput::text).toList();
  }

  /** What is open where it ends, so that a prompt would wait for more; its place is one of all. */
  public Optional<Unfinished> unfinished() {
    return inputs().stream()
        .flatMap(
            input ->
                input.unfinished().stream()
                    .map(open -> open.after(input.end() - input.text().length())))
        .findFirst();
  }

  /** Whether bash would run each of them: nothing is open, and nothing is wrong grammar. */
  public boolean isGrammar() {
    return inputs().stream().allMatch(ShellInput::isWhole);
  }

  private List<ShellInput> inputs() {
    List<ShellInput> inputs = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      ShellInput input =
          WORD.matcher(text).region(at, text.length()).lookingAt()
              ? ShellInput.line(text, at)
              : ShellInput.at(text, at);
      if (!input.text().isBlank()) {
        inputs.add(input);
      }
      at = input.end() + 1;
    }
    return inputs;
  }

  /**
   * Whether a line is meant for ropewalk: a letter follows the colon. A colon by itself is a
   * command of the shell.
   */
  public static boolean isWord(String line) {
    return WORD.matcher(line).lookingAt();
  }

  /** Whether there is nothing to type. */
  public boolean isEmpty() {
    return text.isEmpty();
  }

  /** These lines and then others. */
  public Script and(Script more) {
    return new Script(text + "\n" + more.text());
  }
}
