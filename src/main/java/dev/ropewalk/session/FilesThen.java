package dev.ropewalk.session;

import dev.ropewalk.journal.Beginning;
import dev.ropewalk.journal.LaidFiles;
import dev.ropewalk.journal.OpenStep;
import dev.ropewalk.lesson.Lesson;
import dev.ropewalk.lesson.LessonFile;
import dev.ropewalk.lesson.WorkingFolder;
import dev.ropewalk.text.Sha256;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The files of a lesson's folder as they were when the open step began. */
final class FilesThen {
  private FilesThen() {}

  /**
   * What brings them back: those that were as the lesson had laid them, and those of the learner's
   * that checks look at, as they had written them until then. Empty where there is none.
   */
  static Optional<Effect.Lay> of(State state) {
    Optional<Beginning> then = state.standing().open().flatMap(OpenStep::beginning);
    Optional<WorkingFolder> folder = state.lesson().flatMap(Lesson::folder);
    if (then.isEmpty() || folder.isEmpty()) {
      return Optional.empty();
    }
    WorkingFolder files =
        new WorkingFolder(
            folder.get().name(),
            Stream.concat(
                    folder.get().files().stream()
                        .filter(file -> then.get().files().contains(file.path())),
                    then.get().written().entrySet().stream().map(FilesThen::written))
                .toList());
    return files.files().isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Effect.Lay(
                files, state.standing().laid().map(it -> withWritten(it, then.get())), List.of()));
  }

  private static LessonFile written(Map.Entry<String, String> file) {
    return new LessonFile(
        file.getKey(), Path.of(file.getKey()), Optional.of(file.getValue()), false);
  }

  /** What was the learner's then is in nobody's way now. */
  private static LaidFiles withWritten(LaidFiles laid, Beginning then) {
    Map<String, String> digests = new HashMap<>(laid.digests());
    then.written().forEach((name, text) -> digests.put(name, Sha256.of(text)));
    return new LaidFiles(laid.folder(), digests);
  }
}
