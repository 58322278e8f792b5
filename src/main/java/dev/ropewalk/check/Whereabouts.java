package dev.ropewalk.check;

import dev.ropewalk.text.ShellQuote;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the learner's files are looked for, and where the learner is.
 *
 * @param files the folder that names of files start from
 * @param kind whose folder that is
 * @param shell where the learner's shell is, as far as it is known
 */
public record Whereabouts(Path files, Kind kind, Path shell) {
  /** Whose folder files are looked for in. */
  public enum Kind {
    /** The one in which the learner's shell is. */
    SHELLS,
    /** The lesson's own, wherever the learner's shell is. */
    LESSONS
  }

  /** Files are looked for where the learner's shell is. */
  public static Whereabouts ofShell(Path shell) {
    return new Whereabouts(shell, Kind.SHELLS, shell);
  }

  /** Files are looked for in the lesson's working folder. */
  public static Whereabouts ofLesson(Path folder, Path shell) {
    return new Whereabouts(folder, Kind.LESSONS, shell);
  }

  /** A sentence that tells where a file is looked for. */
  public String lookedFor() {
    return switch (kind) {
      case SHELLS -> "ropewalk looks for it in your current directory, `%s`.".formatted(files);
      case LESSONS -> "ropewalk looks for it in `%s`.".formatted(files);
    };
  }

  /** For a learner who is somewhere else: a sentence that leads to the lesson's folder. */
  public Optional<String> wayBack() {
    return shell.equals(files)
        ? Optional.empty()
        : Optional.of(
            "This lesson's folder is `%s`; you are in `%s`: `cd %s`."
                .formatted(files, shell, ShellQuote.of(files.toString())));
  }
}
