package dev.ropewalk.author;

import dev.ropewalk.lesson.Course;
import dev.ropewalk.lesson.LessonId;
import dev.ropewalk.text.Diagnostic;
import dev.ropewalk.text.Place;
import dev.ropewalk.text.Problems;
import dev.ropewalk.text.Source;
import dev.ropewalk.text.Yaml;
import dev.ropewalk.text.YamlNode;
import java.util.List;
import java.util.Optional;

/** What could be better in what a course says of itself. */
final class CourseRules {
  private CourseRules() {}

  static List<Diagnostic> look(Course course) {
    Optional<Source> source = course.descriptionSource();
    if (source.isEmpty() || course.description().modules().isEmpty()) {
      return List.of();
    }
    Place modules =
        Yaml.read(new Problems(source.get()))
            .filter(YamlNode.Mapping.class::isInstance)
            .flatMap(root -> ((YamlNode.Mapping) root).entry("modules"))
            .map(entry -> entry.key().place())
            .orElse(Place.START);
    Problems found = new Problems(source.get());
    for (LessonId id : course.lessons()) {
      if (course.description().item(id).isEmpty()) {
        found.warn(
            modules,
            "no module names the lesson `" + id + "`, so it stands where its number says",
            "add it to `lessons:` of a module");
      }
    }
    return found.all();
  }
}
