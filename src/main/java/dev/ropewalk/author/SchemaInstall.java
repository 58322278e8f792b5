package dev.ropewalk.author;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Lays the schemas into a course, and tells editors of them. What somebody else has written stays:
 * settings are only added to, and a file that is not ours is not touched.
 */
public final class SchemaInstall {
  private static final String FOLDER = ".ropewalk";
  private static final String CHECKS = "checks.schema.json";
  private static final String COURSE = "course.schema.json";
  private static final String SCHEMAS = "yaml.schemas";
  private static final Path SETTINGS = Path.of(".vscode", "settings.json");
  private static final String HINT = "# yaml-language-server: $schema=";

  private final Path course;
  private final List<Step> steps = new ArrayList<>();

  /** What was done, or was not and why. */
  public sealed interface Step {
    /** A file was written. */
    record Wrote(Path file, String what) implements Step {}

    /** All is in it already. */
    record AsItIs(Path file) implements Step {}

    /**
     * A file is somebody else's, or cannot be added to.
     *
     * @param fix what to do by hand
     */
    record Left(Path file, String why, String fix) implements Step {}
  }

  private SchemaInstall(Path course) {
    this.course = course;
  }

  /**
   * Lays the schemas, and adds them to the settings of Visual Studio Code.
   *
   * @param course the folder of the course
   * @throws IOException when a file cannot be read or written
   */
  public static List<Step> settings(Path course) throws IOException {
    SchemaInstall install = new SchemaInstall(course);
    install.schema(CHECKS, CheckSchema.print(), "ropewalk check file");
    install.schema(COURSE, CourseSchema.print(), "ropewalk course");
    install.settings();
    return List.copyOf(install.steps);
  }

  /**
   * Begins each file that has a schema with a line that most other editors understand.
   *
   * @throws IOException when a file cannot be read or written
   */
  public static List<Step> hints(Path course) throws IOException {
    SchemaInstall install = new SchemaInstall(course);
    install.hint(course.resolve("course.yaml"), FOLDER + "/" + COURSE);
    for (Path file : checkFiles(course)) {
      install.hint(file, "../" + FOLDER + "/" + CHECKS);
    }
    return List.copyOf(install.steps);
  }

  /** The line for a check file. */
  public static String hint() {
    return HINT + "../" + FOLDER + "/" + CHECKS;
  }

  private static List<Path> checkFiles(Path course) throws IOException {
    Path checks = course.resolve("checks");
    if (!Files.isDirectory(checks)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(checks)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  private void schema(String name, String text, String title) throws IOException {
    Path file = course.resolve(FOLDER).resolve(name);
    if (Files.notExists(file, LinkOption.NOFOLLOW_LINKS)) {
      NewLesson.write(file, text);
      steps.add(new Step.Wrote(file, "the schema"));
    } else if (Files.readString(file).equals(text)) {
      steps.add(new Step.AsItIs(file));
    } else if (isOurs(file, title)) {
      Files.writeString(file, text);
      steps.add(new Step.Wrote(file, "the schema of this ropewalk in the place of an older one"));
    } else {
      steps.add(
          new Step.Left(file, "it is not of ropewalk", "move it away, and run this once more"));
    }
  }

  private static boolean isOurs(Path file, String title) throws IOException {
    try {
      JsonNode tree = JsoncObject.read(Files.readString(file)).tree();
      return tree.path("title").asText().equals(title);
    } catch (JsonProcessingException | UnexpectedJson e) {
      return false;
    }
  }

  private void settings() throws IOException {
    Path file = course.resolve(SETTINGS);
    Map<String, String> wanted = new LinkedHashMap<>();
    wanted.put("./" + FOLDER + "/" + COURSE, "course.yaml");
    wanted.put("./" + FOLDER + "/" + CHECKS, "checks/*.yaml");
    String before = Files.exists(file) ? Files.readString(file) : "";
    try {
      JsoncObject settings = JsoncObject.read(before.isBlank() ? "{}\n" : before);
      List<String> others = others(settings.tree().path(SCHEMAS), wanted);
      if (!others.isEmpty()) {
        left(file, "it has `%s` for something else already".formatted(others.getFirst()), wanted);
        return;
      }
      String after = merged(settings, wanted).text();
      if (after.equals(before)) {
        steps.add(new Step.AsItIs(file));
      } else {
        Files.createDirectories(file.getParent());
        Files.writeString(file, after);
        steps.add(new Step.Wrote(file, "`" + SCHEMAS + "` for Visual Studio Code"));
      }
    } catch (JsonProcessingException | UnexpectedJson e) {
      left(file, "it cannot be read as settings", wanted);
    }
  }

  private void left(Path file, String why, Map<String, String> wanted) {
    steps.add(
        new Step.Left(
            file,
            why,
            "add to `%s` in it: %s"
                .formatted(
                    SCHEMAS,
                    String.join(
                        ", ",
                        wanted.entrySet().stream()
                            .map(each -> "\"%s\": \"%s\"".formatted(each.getKey(), each.getValue()))
                            .toList()))));
  }

  /** The keys that are there with another value than ours. */
  private static List<String> others(JsonNode schemas, Map<String, String> wanted) {
    return wanted.entrySet().stream()
        .filter(each -> schemas.has(each.getKey()))
        .filter(each -> !schemas.get(each.getKey()).equals(TextNode.valueOf(each.getValue())))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static JsoncObject merged(JsoncObject settings, Map<String, String> wanted)
      throws IOException {
    JsoncObject merged = settings;
    if (!merged.tree().has(SCHEMAS)) {
      merged = merged.with(List.of(), SCHEMAS, JsonNodeFactory.instance.objectNode());
    }
    if (!merged.tree().get(SCHEMAS).isObject()) {
      throw new UnexpectedJson("`" + SCHEMAS + "` is no object");
    }
    for (Map.Entry<String, String> each : wanted.entrySet()) {
      if (!merged.tree().get(SCHEMAS).has(each.getKey())) {
        merged = merged.with(List.of(SCHEMAS), each.getKey(), TextNode.valueOf(each.getValue()));
      }
    }
    return merged;
  }

  private void hint(Path file, String schema) throws IOException {
    if (Files.notExists(file)) {
      return;
    }
    String text = Files.readString(file);
    if (text.lines().anyMatch(line -> line.strip().startsWith(HINT))) {
      steps.add(new Step.AsItIs(file));
    } else {
      Files.writeString(file, HINT + schema + "\n" + text);
      steps.add(new Step.Wrote(file, "a first line that names its schema"));
    }
  }
}
