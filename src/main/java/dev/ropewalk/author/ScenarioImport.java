package dev.ropewalk.author;

import dev.ropewalk.command.CommandTable;
import dev.ropewalk.lesson.LessonId;
import dev.ropewalk.text.BrokenSource;
import dev.ropewalk.text.Diagnostic;
import dev.ropewalk.text.Source;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Makes lessons of Killercoda's scenarios, of Katacoda's, and of Labspaces. What they check stays a
 * script until a teacher says it as a typed check; the list of that, and of all that a lesson does
 * not have or has otherwise, is written too.
 */
public final class ScenarioImport {
  /** What is left to do, beside the lessons. */
  private static final String TODO = "TODO-import.md";

  private ScenarioImport() {}

  /**
   * What came of it.
   *
   * @param files that were written, each lesson's two and then the list
   * @param todo the list of what a teacher should do, as Markdown
   * @param lost what was not carried over, or is otherwise, each with its file
   * @param figures how much it is
   * @param problems what is wrong in scenarios; those were not imported
   */
  public record Outcome(
      List<Path> files,
      List<LessonId> lessons,
      String todo,
      List<Scenario.Lost> lost,
      ImportFigures figures,
      List<Diagnostic> problems) {
    public Outcome {
      files = List.copyOf(files);
      lessons = List.copyOf(lessons);
      lost = List.copyOf(lost);
      problems = List.copyOf(problems);
    }
  }

  /**
   * Reads a scenario or a folder of them, and writes a lesson for each. Broken ones are left out.
   *
   * @param course the folder to write to; what it lacks is made
   * @param commands docker's own; without them a lesson says nothing of what it needs
   * @throws FileAlreadyExistsException when there is such a lesson already; nothing is written
   */
  public static Outcome write(Path from, Path course, CommandTable commands) throws IOException {
    ScenarioFolder files = new ScenarioFolder(from);
    List<Diagnostic> problems = new ArrayList<>();
    List<Scenario.Lost> lost = new ArrayList<>();
    Map<LessonId, Found> scenarios = find(files, problems, lost);
    int number = NewLesson.lastNumber(course, List.copyOf(scenarios.keySet()));
    List<Path> written = new ArrayList<>();
    StringBuilder todo = new StringBuilder(unlisted(lost));
    ImportFigures figures = new ImportFigures(0, 0, 0, 0, 0, 0, 0, 0, lost.size());
    for (var each : scenarios.entrySet()) {
      number = (number / NewLesson.GAP + 1) * NewLesson.GAP;
      String stem = String.format(Locale.ROOT, "%02d-%s", number, each.getKey());
      Scenario scenario = each.getValue().scenario();
      ScenarioLesson lesson = ScenarioLesson.of(scenario, stem, commands);
      Path prose = course.resolve("lessons").resolve(stem + ".md");
      Path checks = course.resolve("checks").resolve(stem + ".yaml");
      NewLesson.write(prose, lesson.prose());
      NewLesson.write(checks, lesson.checks());
      written.addAll(List.of(prose, checks));
      written.addAll(files(lesson, course.resolve("files").resolve(stem)));
      List<Scenario.Lost> left = new ArrayList<>(lesson.lost());
      List<Scenario.Lost> untaken = untaken(files, each.getValue().folder(), scenario);
      left.addAll(untaken);
      figures = figures.plus(ImportFigures.of(scenario, lesson, untaken.size()));
      todo.append(lesson.todo()).append(summary(left)).append('\n');
      lost.addAll(left);
    }
    if (!written.isEmpty()) {
      Path list = course.resolve(TODO);
      String title = Files.exists(list) ? "" : "# What is left to do of imported lessons\n\n";
      Files.writeString(list, title + todo, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      written.add(list);
    }
    return new Outcome(
        written, List.copyOf(scenarios.keySet()), todo.toString(), lost, figures, problems);
  }

  /** A scenario that was read. */
  private record Found(Path folder, Scenario scenario) {}

  /** Those that lists name, then those that none does; notes what comes of the latter. */
  private static Map<LessonId, Found> find(
      ScenarioFolder files, List<Diagnostic> problems, List<Scenario.Lost> unlisted)
      throws IOException {
    Map<LessonId, Found> scenarios = new LinkedHashMap<>();
    ScenarioFinder.Found found = new ScenarioFinder(files, problems).find();
    found.listed().forEach(files::scenario);
    found.others().forEach(files::scenario);
    for (Path folder : found.listed()) {
      try {
        read(files, folder, scenarios);
      } catch (BrokenSource broken) {
        problems.addAll(broken.diagnostics());
      }
    }
    for (Path folder : found.others()) {
      String come;
      try {
        come = "it is the lesson `%s`, after the others".formatted(read(files, folder, scenarios));
      } catch (BrokenSource broken) {
        come = "it is left out: " + broken.diagnostics().getFirst().message();
      }
      unlisted.add(
          new Scenario.Lost(
              files.name(folder), "no `structure.json` or pathway names this scenario; " + come));
    }
    return scenarios;
  }

  private static LessonId read(ScenarioFolder files, Path folder, Map<LessonId, Found> scenarios) {
    Optional<Path> labspace = LabspaceReader.find(folder);
    Scenario scenario =
        labspace.isPresent()
            ? LabspaceReader.read(files, folder, labspace.get())
            : ScenarioReader.read(files, folder);
    LessonId id = free(slug(folder, scenario), scenarios.keySet());
    scenarios.put(id, new Found(folder, scenario));
    return id;
  }

  private static String unlisted(List<Scenario.Lost> unlisted) {
    return unlisted.isEmpty() ? "" : "## Not in a list\n\n" + items(unlisted) + "\n";
  }

  /** Lays the files of a lesson into its folder of the course. */
  private static List<Path> files(ScenarioLesson lesson, Path folder) throws IOException {
    List<Path> written = new ArrayList<>();
    for (Scenario.Asset asset : lesson.assets()) {
      Path file = folder.resolve(asset.name());
      Files.createDirectories(file.getParent());
      Files.copy(asset.file(), file);
      if (asset.program()) {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
      }
      written.add(file);
    }
    for (var script : new TreeMap<>(lesson.scripts()).entrySet()) {
      Path file = folder.resolve(script.getKey());
      NewLesson.write(file, script.getValue());
      written.add(file);
    }
    return written;
  }

  /** The files of a scenario that nothing has taken. */
  private static List<Scenario.Lost> untaken(ScenarioFolder files, Path folder, Scenario scenario)
      throws IOException {
    String pages =
        scenario.pages().stream()
            .flatMap(page -> page.text().stream())
            .map(Source::text)
            .collect(Collectors.joining("\n"));
    return files.unused(folder).stream()
        .map(
            file ->
                new Scenario.Lost(
                    files.name(file),
                    pages.contains(file.getFileName().toString())
                        ? "it is not copied; its text leads to it, so lay it where a link can lead"
                        : "it is not copied: nothing in the scenario names it"))
        .toList();
  }

  private static String summary(List<Scenario.Lost> lost) {
    return lost.isEmpty() ? "" : "\nNot carried over, or otherwise:\n\n" + items(lost);
  }

  private static String items(List<Scenario.Lost> lost) {
    return lost.stream()
        .distinct()
        .map(each -> "- `%s`: %s.\n".formatted(each.file(), each.what()))
        .collect(Collectors.joining());
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

  private static LessonId free(String slug, Set<LessonId> taken) {
    LessonId id = new LessonId(slug);
    for (int i = 2; taken.contains(id); i++) {
      id = new LessonId(slug + "-" + i);
    }
    return id;
  }
}
