package dev.ropewalk.session;

import dev.ropewalk.text.ShellQuote;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder in which the learner works. Beside shells of their own it is another one than that of
 * the shell in which ropewalk runs its lines: these go there first.
 */
final class WhereTheyWork {
  /** A line that writes a file, where what has its name already is replaced. */
  private static final Pattern WRITES =
      Pattern.compile("(^|[^<>&\\d])>{1,2}\\s*(?!/dev/)[^&>\\s]|(^|[;&|]\\s*)(cp|mv|tee)\\s");

  private WhereTheyWork() {}

  /**
   * Lines of ropewalk's own as it runs them, where the lesson has no folder of its own to which it
   * goes.
   */
  static List<String> lines(State state, List<String> lines) {
    Optional<Path> folder = state.standing().directory();
    return state.manner().hasShell()
            || lines.isEmpty()
            || state.standing().laid().isPresent()
            || folder.isEmpty()
        ? lines
        : Stream.concat(
                Stream.of("cd -- " + ShellQuote.of(folder.get().toString())), lines.stream())
            .toList();
  }

  /** Whether it must be asked first: the learner's own files are in a folder of their own. */
  static boolean mayReplaceFiles(State state, List<String> lines) {
    return state.manner() == Manner.BESIDE
        && lines.stream().anyMatch(line -> WRITES.matcher(line).find());
  }
}
