package dev.ropewalk.grade;

import dev.ropewalk.archive.ForeignFiles.ForeignFile;
import dev.ropewalk.lesson.Lesson;
import dev.ropewalk.lesson.Step;
import dev.ropewalk.rehearsal.PlayedLesson;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.SortedMap;

/** What was handed in for a lesson beside the command lines. For one thread, and one replay. */
final class SubmittedFiles {
  private final Lesson lesson;
  private final SortedMap<String, ForeignFile> files;
  private final PlayedLesson played;
  private boolean laid;

  /**
   * @param files by the path from the folder that the lesson is worked on in
   */
  SubmittedFiles(Lesson lesson, SortedMap<String, ForeignFile> files, PlayedLesson played) {
    this.lesson = lesson;
    this.files = files;
    this.played = played;
  }

  /**
   * A line is about to be typed. The files are laid where the lesson is worked on, once: before the
   * first line of the step whose checks look at files; where none does, before the first line of
   * all, and once more after {@link #layAgain}. A step that asks for a change has then seen the
   * file as it was.
   */
  void lay() throws InterruptedException, NotGraded {
    if (laid || files.isEmpty()) {
      return;
    }
    boolean looked = lesson.steps().stream().anyMatch(SubmittedFiles::looksAtFiles);
    boolean now = !looked || played.state().step().filter(SubmittedFiles::looksAtFiles).isPresent();
    if (!now) {
      return;
    }
    laid = true;
    Path home = played.files().home();
    Path folder =
        lesson.folder().map(it -> home.resolve("ropewalk").resolve(it.name())).orElse(home);
    try {
      for (var file : files.entrySet()) {
        Path path = folder.resolve(file.getKey());
        ForeignFile content = file.getValue();
        played.files().makeFolder(path.resolveSibling(""));
        played
            .files()
            .write(path, new ByteArrayInputStream(content.content()), content.executable());
      }
    } catch (IOException e) {
      throw new NotGraded("The files cannot be laid: " + e.getMessage(), e);
    }
  }

  /** Ropewalk has done a step, perhaps with files of its own. */
  void layAgain() {
    laid = false;
  }

  private static boolean looksAtFiles(Step step) {
    return step.checks().stream().anyMatch(check -> check.claim().needsFile());
  }
}
