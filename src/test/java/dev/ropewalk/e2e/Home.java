package dev.ropewalk.e2e;

import dev.ropewalk.journal.Journal;
import dev.ropewalk.journal.JournalLine;
import dev.ropewalk.journal.Progress;
import dev.ropewalk.lesson.Course;
import dev.ropewalk.lesson.CourseId;
import dev.ropewalk.lesson.Lesson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A learner's home of a test's own, with the built command: nothing of the machine's user is read
 * or written.
 *
 * @param folder which holds all of it
 */
record Home(Path folder) {
  /** The folder in which a learner starts; its name is on the prompt. */
  Path desk() throws IOException {
    return Files.createDirectories(folder.resolve("desk"));
  }

  Path journalFile() {
    return folder.resolve("state/ropewalk/journal.jsonl");
  }

  /** What the login shell reads. */
  Path startupFile() throws IOException {
    return Files.writeString(folder.resolve("login"), "PS1='outside $?> '\nunset HISTFILE\n");
  }

  /** All that was recorded. */
  List<JournalLine> journal() {
    try (var journal = Journal.open(journalFile())) {
      return journal.lines();
    }
  }

  /** What a fresh login on this machine would have, and no more. */
  Map<String, String> environment() {
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("PATH", distribution().resolve("bin") + ":" + System.getenv("PATH"));
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.put("HOME", folder.toString());
    environment.put("XDG_STATE_HOME", folder.resolve("state").toString());
    environment.put("XDG_CACHE_HOME", folder.resolve("cache").toString());
    environment.put("TMUX_TMPDIR", folder.toString());
    environment.put("ROPEWALK_PAUSE", "no");
    environment.put("LANG", "C.UTF-8");
    environment.put("TERM", "screen-256color");
    var engine = System.getenv("DOCKER_HOST");
    if (engine != null) {
      environment.put("DOCKER_HOST", engine);
    }
    return environment;
  }

  /** The layout of the distribution. */
  static Path distribution() {
    return Path.of(System.getProperty("ropewalk.dist", "target/ropewalk")).toAbsolutePath();
  }

  /** A lesson of the built course with the values that this learner's has. */
  Lesson asOpened(Lesson lesson) {
    Progress progress = Progress.anywhere(journal(), CourseId.BUILT_IN);
    return course().lesson(lesson.id(), progress.of(lesson.id()).seed());
  }

  /** The built course. */
  static Course course() {
    return Course.open(distribution());
  }
}
