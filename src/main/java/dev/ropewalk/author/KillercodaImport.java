package dev.ropewalk.author;

import dev.ropewalk.lesson.LessonId;
import dev.ropewalk.text.BrokenSource;
import dev.ropewalk.text.Diagnostic;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Makes lessons of Killercoda's scenarios, and of Katacoda's. What they check stays a script until
 * a teacher says it as a typed check; the list of that is written too.
 */
public final class KillercodaImport {
  /** What is left to do, beside the lessons. */
  private static final String TODO = "TODO-killercoda.md";

  private KillercodaImport() {}

  /**
   * What came of it.
   *
   * @param files that were written, each lesson's two and then the list
   * @param todo the list of what a teacher should do, as Markdown
   * @param problems what is wrong in scenarios; those were not imported
   */
  public record Outcome(
      List<Path> files, List<LessonId> lessons, String todo, List<Diagnostic> problems) {
    public Outcome {
      files = List.copyOf(files);
      lessons = List.copyOf(lessons);
      problems = List.copyOf(problems);
    }
  }

  /**
   * Reads a scenario or a folder of them, and writes a lesson for each. Broken ones are left out.
   *
   * @param course the folder to write to; what it lacks is made
   * @throws FileAlreadyExistsException when there is such a lesson already; nothing is written
   */
  public static Outcome write(Path from, Path course) throws IOException {
    ScenarioFolder files = new ScenarioFolder(from);
    List<Diagnostic> problems = new ArrayList<>();
    Map<LessonId, Scenario> scenarios = new LinkedHashMap<>();
    for (Path folder : new ScenarioFinder(files, problems).find()) {
      try {
        Scenario scenario = ScenarioReader.read(files, folder);
        scenarios.put(free(slug(folder, scenario), scenarios), scenario);
      } catch (BrokenSource broken) {
        problems.addAll(broken.diagnostics());
      }
    }
    int number = NewLesson.lastNumber(course, List.copyOf(scenarios.keySet()));
    List<Path> written = new ArrayList<>();
    StringBuilder todo = new StringBuilder();
    for (var each : scenarios.entrySet()) {
      number = (number / NewLesson.GAP + 1) * NewLesson.GAP;
      String stem = String.format(Locale.ROOT, "%02d-%s", number, each.getKey());
      ScenarioLesson lesson = ScenarioLesson.of(each.getValue(), stem);
      Path prose = course.resolve("lessons").resolve(stem + ".md");
      Path checks = course.resolve("checks").resolve(stem + ".yaml");
      NewLesson.write(prose, lesson.prose());
      NewLesson.write(checks, lesson.checks());
      written.addAll(List.of(prose, checks));
      todo.append(lesson.todo());
    }
    if (!written.isEmpty()) {
      Path list = course.resolve(TODO);
      String title =
          Files.exists(list) ? "" : "# What is left to do of lessons from Killercoda\n\n";
      Files.writeString(list, title + todo, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      written.add(list);
    }
    return new Outcome(written, List.copyOf(scenarios.keySet()), todo.toString(), problems);
  }

  /** Of the folder's name, else of the title. */
  private static String slug(Path folder, Scenario scenario) {
    String name = slug(folder.getFileName() == null ? "" : folder.getFileName().toString());
    String title = slug(scenario.title());
    return !name.isEmpty() ? name : !title.isEmpty() ? title : "lesson";
  }

  private static String slug(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9]+", "-")
        .replaceAll("^-+|-+$", "");
  }

  private static LessonId free(String slug, Map<LessonId, Scenario> taken) {
    LessonId id = new LessonId(slug);
    for (int i = 2; taken.containsKey(id); i++) {
      id = new LessonId(slug + "-" + i);
    }
    return id;
  }
}
