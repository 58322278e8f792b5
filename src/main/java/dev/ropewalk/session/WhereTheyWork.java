package dev.ropewalk.session;

import dev.ropewalk.journal.LaidFiles;
import dev.ropewalk.journal.LessonProgress;
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

  /** Where the last line of theirs ended, else where the lesson is worked on; else not known. */
  static Optional<Path> folder(LessonProgress standing) {
    return standing.directory().or(() -> standing.laid().map(LaidFiles::folder).map(Path::of));
  }

  /** Lines of ropewalk's own as it runs them. */
  static List<String> lines(State state, List<String> lines) {
    Optional<Path> folder = folder(state.standing());
    return state.manner() == Manner.PROMPT || lines.isEmpty() || folder.isEmpty()
        ? lines
        : Stream.concat(
                Stream.of("cd -- " + SettingUp.quoted(folder.get().toString())), lines.stream())
            .toList();
  }

  /** Whether it must be asked first: the learner's own files are in a folder of their own. */
  static boolean mayReplaceFiles(State state, List<String> lines) {
    return state.manner() == Manner.BESIDE
        && lines.stream().anyMatch(line -> WRITES.matcher(line).find());
  }
}
