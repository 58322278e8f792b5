package dev.ropewalk.author;

import dev.ropewalk.command.CommandTable;
import dev.ropewalk.lesson.Answers;
import dev.ropewalk.lesson.Course;
import dev.ropewalk.lesson.Languages;
import dev.ropewalk.lesson.Lesson;
import dev.ropewalk.lesson.LessonId;
import dev.ropewalk.text.BrokenSource;
import dev.ropewalk.text.Diagnostic;
import dev.ropewalk.text.Problems;
import dev.ropewalk.text.Yaml;
import dev.ropewalk.text.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds what is wrong in lessons, and what could be better. */
public final class Lint {
  private final CommandTable commands;

  /**
   * @param commands docker's own; without them images in solutions are passed over
   */
  public Lint(CommandTable commands) {
    this.commands = commands;
  }

  /** All that can be said of a course, lesson by lesson, and then of what belongs to none. */
  public List<Diagnostic> course(Course course) {
    return Stream.of(
            CourseRules.look(course).stream(),
            course.lessons().stream().flatMap(id -> lesson(course, id).stream()),
            course.strays().stream(),
            course.answers().strays(course).stream())
        .flatMap(found -> found)
        .toList();
  }

  /** All that can be said of a lesson: its errors, or, where there are none, the warnings. */
  public List<Diagnostic> lesson(Course course, LessonId id) {
    try {
      Lesson lesson = course.lesson(id);
      Problems prose = new Problems(course.prose(id));
      Problems checks = new Problems(course.checks(id));
      Yaml.read(checks).ifPresent(root -> warn(lesson, root, prose, checks));
      List<Diagnostic> all = new ArrayList<>(prose.all());
      all.addAll(checks.all());
      all.addAll(translations(course, id));
      all.addAll(answers(course, lesson));
      return all;
    } catch (BrokenSource broken) {
      return broken.diagnostics();
    }
  }

  /** What is wrong in the translations of a lesson that is itself without errors. */
  private static List<Diagnostic> translations(Course course, LessonId id) {
    List<Diagnostic> found = new ArrayList<>();
    for (String language : course.translations(id)) {
      try {
        Lesson unused = course.in(new Languages(List.of(language))).lesson(id);
      } catch (BrokenSource broken) {
        found.addAll(broken.diagnostics());
      }
    }
    return found;
  }

  private static List<Diagnostic> answers(Course course, Lesson lesson) {
    try {
      Answers unused = course.answers().of(lesson);
      return List.of();
    } catch (BrokenSource broken) {
      return broken.diagnostics();
    }
  }

  private void warn(Lesson lesson, YamlNode root, Problems prose, Problems checks) {
    var proseRules = new ProseRules(prose);
    var stepRules =
        new StepRules(
            checks,
            child(root, "hints").isPresent() ? StepRules.Hints.NONE : StepRules.Hints.EXPECTED);
    var checkRules = new CheckRules(checks);
    var imageRules = new ImageRules(checks, commands, lesson.needs());
    for (var step : lesson.steps()) {
      proseRules.look(step);
      imageRules.lookAtSetup(step.setup());
      if (child(root, "steps").orElse(root) instanceof YamlNode.Mapping steps) {
        steps
            .entry(step.id().slug())
            .ifPresent(
                entry -> {
                  stepRules.look(step, entry.key().place());
                  child(entry.value(), "checks").ifPresent(checkRules::look);
                  imageRules.look(entry.value());
                });
      }
    }
  }

  /** The value of a key, where the node is a mapping that has it. */
  static Optional<YamlNode> child(YamlNode node, String key) {
    return node instanceof YamlNode.Mapping mapping
        ? mapping.entry(key).map(YamlNode.Entry::value)
        : Optional.empty();
  }

  /** The items of a list; none of anything else. */
  static List<YamlNode> items(YamlNode node) {
    return node instanceof YamlNode.Sequence(_, var items) ? items : List.of();
  }

  /** The text of a single value; empty for anything else. */
  static String text(YamlNode node) {
    return node instanceof YamlNode.Scalar scalar ? scalar.text() : "";
  }
}
