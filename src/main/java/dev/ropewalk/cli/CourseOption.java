package dev.ropewalk.cli;

import dev.ropewalk.lesson.Course;
import dev.ropewalk.lesson.Languages;
import dev.ropewalk.lesson.LessonId;
import dev.ropewalk.lesson.StepId;
import dev.ropewalk.text.Suggestion;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that names another course, on every command that uses one. */
final class CourseOption {
  @Option(
      names = "--course",
      paramLabel = "DIR|NAME",
      description =
          "A folder with lessons/ and checks/, or an added course, in place of the built-in one"
              + " (or: ROPEWALK_COURSE).")
  private @Nullable Path folder;

  @Option(
      names = "--language",
      paramLabel = "TAG",
      description =
          "The language to read the lessons in, such as `de`, where they are translated; otherwise that of the locale.")
  private @Nullable String language;

  /**
   * The languages to read a course in.
   *
   * @throws WrongUse when no lesson of it is there in the one that is named
   */
  Languages languages(Course course, Map<String, String> environment) {
    if (language == null) {
      return Languages.of(environment);
    }
    List<String> there = course.languages();
    if (Languages.isTag(language) && new Languages(List.of(language)).servedBy(there)) {
      return new Languages(List.of(language));
    }
    throw new WrongUse(
        "no lesson of this course is there in the language `" + language + "`",
        there.isEmpty()
            ? "leave out --language: the course is not translated"
            : "use one of: " + String.join(", ", there));
  }

  Optional<Path> folder() {
    return Optional.ofNullable(folder);
  }

  /**
   * The lesson of a name.
   *
   * @throws WrongUse when the course has none
   */
  LessonId lesson(Course course, String name) {
    return course.find(name).orElseThrow(() -> unknown(course, name));
  }

  /**
   * The step of a name in a lesson.
   *
   * @throws WrongUse when the lesson has none
   */
  static StepId step(Course.Outline lesson, String name) {
    return lesson
        .find(name)
        .orElseThrow(
            () ->
                new WrongUse(
                    "the lesson `%s` has no step `%s`".formatted(lesson.id(), name),
                    "the steps are: "
                        + String.join(", ", lesson.steps().stream().map(StepId::slug).toList())));
  }

  private static WrongUse unknown(Course course, String name) {
    List<String> several = course.candidates(name).stream().map(LessonId::slug).toList();
    if (several.size() > 1) {
      return new WrongUse(
          "`%s` can be several lessons".formatted(name),
          "name one of: " + String.join(", ", several));
    }
    List<String> known = course.lessons().stream().map(LessonId::slug).toList();
    String fix =
        Suggestion.nearest(name, known)
            .map(near -> "did you mean `" + near + "`?")
            .orElse("the lessons are: " + String.join(", ", known));
    return new WrongUse("there is no lesson `" + name + "`", fix);
  }
}
