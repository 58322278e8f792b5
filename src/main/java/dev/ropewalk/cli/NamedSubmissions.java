package dev.ropewalk.cli;

import dev.ropewalk.grade.Roster;
import dev.ropewalk.grade.submission.SubmissionSource;
import dev.ropewalk.lesson.Course;
import dev.ropewalk.text.SafeText;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the submissions that a command names. What of a folder is left out is told, for who has put
 * it there means that it is graded.
 *
 * @param err where that is told
 */
record NamedSubmissions(PrintWriter err) {
  /** Names in one sentence; a class may have hundreds. */
  private static final int MOST_NAMES = 10;

  /**
   * Those that are words of the command, and all of a folder.
   *
   * @throws WrongUse when a word is neither a lesson nor there, or the folder is none
   */
  List<SubmissionSource> find(List<String> words, Course course, Optional<Path> from)
      throws IOException {
    List<Path> places = new ArrayList<>();
    for (String word : words) {
      if (course.find(word).isEmpty()) {
        Path place = Path.of(word);
        if (!Files.exists(place)) {
          throw new WrongUse(
              "`" + word + "` is neither a lesson nor a folder or an archive",
              "`ropewalk list` lists the lessons; the path of a submission must exist");
        }
        places.add(place);
      }
    }
    if (from.isPresent()) {
      places.addAll(all(from.get()));
    }
    List<SubmissionSource> sources = new ArrayList<>();
    for (Path place : places) {
      sources.add(SubmissionSource.of(place));
    }
    return sources;
  }

  private List<Path> all(Path folder) throws IOException {
    NamedFolder.require(folder, "--from");
    List<Path> there;
    try (Stream<Path> list = Files.list(folder)) {
      there = list.sorted().toList();
    }
    Map<String, List<String>> leftOut = new LinkedHashMap<>();
    for (Path each : there) {
      SubmissionSource.notRead(each)
          .ifPresent(
              why ->
                  leftOut
                      .computeIfAbsent(why, _ -> new ArrayList<>())
                      .add(String.valueOf(each.getFileName())));
    }
    leftOut.forEach(
        (why, names) ->
            warn("not graded in `%s`, for it is %s: %s".formatted(folder, why, names(names))));
    return there.stream().filter(SubmissionSource::isLike).toList();
  }

  /**
   * Compares what was handed in with who is expected to.
   *
   * @throws WrongUse when somebody would be missing although they have handed in under nearly their
   *     id
   */
  void compare(List<SubmissionSource> sources, Roster roster) {
    List<String> ids = sources.stream().map(SubmissionSource::id).toList();
    List<String> nearly = roster.nearlyThere(ids);
    if (!nearly.isEmpty()) {
      throw new WrongUse(
          nearly.stream().limit(MOST_NAMES).collect(Collectors.joining("; "))
              + (nearly.size() > MOST_NAMES
                  ? "; and so on, %s in all".formatted(nearly.size())
                  : ""),
          "write each id as its submission is named; nothing was graded");
    }
    List<String> strangers = roster.strangers(ids);
    if (!strangers.isEmpty()) {
      warn("graded, but not on the roster: " + names(strangers));
    }
  }

  /** Tells whose earlier result is in the reports no longer. */
  void tellLeftOut(List<String> before, List<SubmissionSource> sources) {
    List<String> gone = new ArrayList<>(before);
    sources.forEach(source -> gone.remove(source.id()));
    if (!gone.isEmpty()) {
      warn("in the folder, but not named now, so that no report will have it: " + names(gone));
    }
  }

  private void warn(String what) {
    err.println("warning: " + SafeText.of(what));
    err.flush();
  }

  private static String names(List<String> names) {
    String first =
        names.stream()
            .limit(MOST_NAMES)
            .map(name -> "`" + name + "`")
            .collect(Collectors.joining(", "));
    int more = names.size() - MOST_NAMES;
    return more > 0 ? first + " and %s more".formatted(more) : first;
  }
}
