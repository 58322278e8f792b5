package dev.ropewalk.play;

import dev.ropewalk.environment.HomeFiles;
import dev.ropewalk.journal.LaidFiles;
import dev.ropewalk.lesson.LessonFile;
import dev.ropewalk.lesson.WorkingFolder;
import dev.ropewalk.session.Input;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The working folders of lessons, {@code ropewalk/NAME} in the learner's home folder, and what is
 * laid into them. A file that was not laid by the lesson is never written over: where one is in the
 * way nothing is laid, and one that the lesson has laid and the learner has changed gets another
 * name. For one thread.
 *
 * @param files of the machine that the learner's shell runs on
 */
public record LessonFolders(HomeFiles files) {
  private static final String ALL = "ropewalk";

  /** What somebody writes by hand is not longer. Bytes. */
  private static final int MOST_KEPT = 16 << 10;

  /** Where the working folder of a lesson is, or will be. */
  public static Path place(Path home, WorkingFolder folder) {
    return home.resolve(ALL).resolve(folder.name());
  }

  /**
   * Lays what a lesson brings along, and sets aside what would be taken for the learner's work.
   *
   * @param before what it has laid before
   * @param judged files that the lesson's checks look at
   */
  public Input.Laid lay(WorkingFolder folder, Optional<LaidFiles> before, List<String> judged) {
    Path place = place(files.home(), folder);
    Map<String, String> known =
        before
            .filter(it -> it.folder().equals(place.toString()))
            .map(LaidFiles::digests)
            .orElse(Map.of());
    try {
      files.makeFolder(place);
      Map<String, String> wanted = new HashMap<>();
      Map<String, String> there = new HashMap<>();
      for (LessonFile file : folder.files()) {
        wanted.put(file.path(), file.digest());
        files.digest(place.resolve(file.path())).ifPresent(it -> there.put(file.path(), it));
      }
      Set<String> right = new HashSet<>(there.keySet());
      there.entrySet().removeIf(file -> file.getValue().equals(wanted.get(file.getKey())));
      right.removeAll(there.keySet());
      List<String> inTheWay =
          there.keySet().stream().filter(name -> !known.containsKey(name)).sorted().toList();
      if (!inTheWay.isEmpty()) {
        return failed(place, inTheWay, Optional.empty());
      }
      // What is mounted in a container is the file itself: one that is right stays the same one.
      List<LessonFile> changed =
          folder.files().stream()
              .filter(file -> file.executable() || !right.contains(file.path()))
              .toList();
      Map<String, String> kept = lay(place, changed, there, known);
      for (String name : judged) {
        if (!wanted.containsKey(name) && files.digest(place.resolve(name)).isPresent()) {
          kept.put(name, setAside(place, name));
        }
      }
      return new Input.Laid(
          new LaidFiles(place.toString(), wanted), List.of(), kept, Optional.empty());
    } catch (IOException e) {
      return failed(place, List.of(), Optional.of(String.valueOf(e.getMessage())));
    }
  }

  /** The files that are as they were laid; what cannot be read is not. */
  public List<String> unchanged(LaidFiles laid) {
    return laid.path().stream()
        .flatMap(
            place ->
                laid.digests().entrySet().stream()
                    .filter(file -> isThere(place.resolve(file.getKey()), file.getValue())))
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  /**
   * The texts of the files that are there; what is long, no text, or cannot be read is left out.
   *
   * @param names from the folder
   */
  public Map<String, String> texts(LaidFiles laid, List<String> names) {
    Map<String, String> texts = new TreeMap<>();
    laid.path()
        .ifPresent(
            place ->
                names.forEach(
                    name -> text(place.resolve(name)).ifPresent(it -> texts.put(name, it))));
    return texts;
  }

  private Optional<String> text(Path file) {
    try {
      return files.text(file, MOST_KEPT);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private boolean isThere(Path file, String digest) {
    try {
      return files.digest(file).filter(digest::equals).isPresent();
    } catch (IOException e) {
      return false;
    }
  }

  private static Input.Laid failed(Path place, List<String> inTheWay, Optional<String> problem) {
    return new Input.Laid(new LaidFiles(place.toString(), Map.of()), inTheWay, Map.of(), problem);
  }

  /**
   * Lays all files.
   *
   * @param there those in whose place something else is
   * @return what the learner had changed, by its new name
   */
  private Map<String, String> lay(
      Path place, List<LessonFile> wanted, Map<String, String> there, Map<String, String> known)
      throws IOException {
    Map<String, String> kept = new TreeMap<>();
    for (LessonFile file : wanted) {
      Path path = place.resolve(file.path());
      String now = there.get(file.path());
      files.makeFolder(place.resolve(file.path()).resolve("..").normalize());
      if (now != null && !now.equals(known.get(file.path()))) {
        kept.put(file.path(), setAside(place, file.path()));
      }
      try (InputStream content = file.open()) {
        files.write(path, content, file.executable());
      }
    }
    return kept;
  }

  /** Gives a file another name, and tells it. */
  private String setAside(Path place, String name) throws IOException {
    Path free = free(place.resolve(name));
    files.rename(place.resolve(name), free);
    return place.relativize(free).toString();
  }

  /** A name beside a file that nothing has. */
  private Path free(Path file) throws IOException {
    for (int number = 1; ; number++) {
      Path free = file.resolveSibling(file.getFileName() + ".yours-" + number);
      if (files.digest(free).isEmpty()) {
        return free;
      }
    }
  }
}
