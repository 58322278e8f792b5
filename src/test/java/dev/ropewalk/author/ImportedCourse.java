package dev.ropewalk.author;

import dev.ropewalk.command.CommandTable;
import dev.ropewalk.lesson.Course;
import dev.ropewalk.lesson.Lesson;
import dev.ropewalk.lesson.LessonId;
import dev.ropewalk.lesson.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/** A course of a test, made of scenarios: those of the test data, or of one written in the test. */
final class ImportedCourse {
  static final Path SCENARIOS = Path.of("src", "test", "resources", "killercoda");
  static final CommandTable NO_COMMANDS = new CommandTable(_ -> "");

  private final Supplier<Path> folder;
  private ScenarioImport.Outcome outcome =
      new ScenarioImport.Outcome(
          List.of(), List.of(), "", List.of(), ImportFigures.NONE, List.of());

  /**
   * @param folder of the course, known once the test begins
   */
  ImportedCourse(Supplier<Path> folder) {
    this.folder = folder;
  }

  /** Imports one of the test data's folders. */
  ScenarioImport.Outcome read(String name) throws IOException {
    return read(SCENARIOS.resolve(name));
  }

  ScenarioImport.Outcome read(Path scenarios) throws IOException {
    outcome = ScenarioImport.write(scenarios, folder.get(), NO_COMMANDS);
    return outcome;
  }

  /** What came of the last import. */
  ScenarioImport.Outcome outcome() {
    return outcome;
  }

  /** A file of the course. */
  String text(String name) throws IOException {
    return Files.readString(folder.get().resolve(name));
  }

  Lesson lesson(String name) {
    return Course.open(folder.get()).lesson(new LessonId(name));
  }

  /**
   * Imports a scenario {@code odd} of one step.
   *
   * @param text of the step's page
   * @param further JSON in the step; after a {@code ]}, in the details behind the steps
   */
  Step step(String text, String further) throws IOException {
    Path scenario = folder.get().resolve("odd");
    Files.createDirectories(scenario.resolve("assets"));
    Files.writeString(
        scenario.resolve("index.json"),
        "{\"details\": {\"steps\": [{\"text\": \"t.md\"%s}]%s}}"
            .formatted(
                further.startsWith("]") ? "" : further,
                further.startsWith("]") ? further.substring(1) : ""));
    Files.writeString(scenario.resolve("t.md"), text);
    read(scenario);
    return lesson("odd").steps().getFirst();
  }
}
