package dev.ropewalk.library;

import dev.ropewalk.lesson.Course;
import dev.ropewalk.lesson.LessonId;
import dev.ropewalk.text.Problems;
import dev.ropewalk.text.Source;
import dev.ropewalk.text.Yaml;
import dev.ropewalk.text.YamlNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds what a course runs. It reads the words of its check files and not what the lessons make of
 * them, so that what is shown is what is written there.
 */
final class CourseRuns {
  private final Source source;
  private final Path folder;
  private final List<CourseRun> found = new ArrayList<>();

  private CourseRuns(Source source, Path folder) {
    this.source = source;
    this.folder = folder;
  }

  /**
   * All that it runs, lesson by lesson in the order of the files.
   *
   * @throws dev.ropewalk.text.BrokenSource when a check file cannot be read
   */
  static List<CourseRun> of(Course course, Path folder) {
    List<CourseRun> all = new ArrayList<>();
    for (LessonId id : course.lessons()) {
      Source source = course.checks(id);
      CourseRuns runs = new CourseRuns(source, folder);
      Problems problems = new Problems(source);
      Yaml.read(problems).ifPresent(root -> runs.look("", root));
      problems.throwIfAny();
      all.addAll(runs.found);
    }
    return all;
  }

  private void look(String key, YamlNode node) {
    switch (node) {
      case YamlNode.Sequence(_, var items) -> items.forEach(item -> look(key, item));
      case YamlNode.Mapping(_, var entries) -> {
        for (YamlNode.Entry entry : entries) {
          entry(key, entry);
        }
      }
      case YamlNode.Scalar _ -> {}
    }
  }

  private void entry(String around, YamlNode.Entry entry) {
    String word = entry.key().text();
    boolean isStep = around.equals("steps");
    if (!isStep && (word.equals("script") || word.equals("setup"))) {
      texts(entry.value())
          .forEach(
              it ->
                  found.add(
                      new CourseRun(
                          word.equals("script") ? CourseRun.Kind.SCRIPT : CourseRun.Kind.SETUP,
                          source.name(),
                          entry.key().place().line(),
                          it)));
    } else if (around.equals("images")) {
      texts(entry.value()).forEach(from -> image(entry, from));
    }
    look(isStep ? "" : word, entry.value());
  }

  private void image(YamlNode.Entry entry, String from) {
    String text = entry.key().text() + " from " + from;
    Path file = folder.resolve(from).resolve("Dockerfile");
    if (file.normalize().startsWith(folder) && Files.isRegularFile(file)) {
      try {
        text += "\n" + Files.readString(file).strip();
      } catch (IOException e) {
        text += " (its Dockerfile cannot be shown)";
      }
    }
    found.add(new CourseRun(CourseRun.Kind.IMAGE, source.name(), entry.key().place().line(), text));
  }

  /** The single values below a node. */
  private static List<String> texts(YamlNode node) {
    return switch (node) {
      case YamlNode.Scalar scalar -> List.of(scalar.text().strip());
      case YamlNode.Sequence(_, var items) ->
          items.stream().flatMap(item -> texts(item).stream()).toList();
      case YamlNode.Mapping(_, var entries) ->
          entries.stream().flatMap(entry -> texts(entry.value()).stream()).toList();
    };
  }
}
