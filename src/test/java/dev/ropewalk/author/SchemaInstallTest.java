package dev.ropewalk.author;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.ropewalk.lesson.Course;
import dev.ropewalk.lesson.LessonId;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Schemas are laid where editors find them, and nothing of the author's is lost. */
final class SchemaInstallTest {
  private static final String TWO =
      """
      "./.ropewalk/checks.schema.json": "checks/*.yaml",
          "./.ropewalk/course.schema.json": "course.yaml\"""";

  @TempDir private Path course;
  private Path settings;

  @BeforeEach
  void a_course() throws IOException {
    NewLesson.write(course, new LessonId("one"));
    Files.writeString(
        course.resolve("course.yaml"), "title: Boxes\nrequires: {engine_api: \"1.41\"}\n");
    settings = course.resolve(".vscode/settings.json");
  }

  private Path settings(String text) throws IOException {
    Files.createDirectories(settings.getParent());
    return Files.writeString(settings, text);
  }

  @Test
  void each_file_of_a_course_is_valid_by_the_schema_that_the_settings_lead_to() throws IOException {
    SchemaInstall.settings(course);

    Map<String, Integer> errors = new TreeMap<>();
    JsonNode schemas = new ObjectMapper().readTree(Files.readString(settings)).get("yaml.schemas");
    for (Map.Entry<String, JsonNode> each : schemas.properties()) {
      Schema schema = schema(course.resolve(each.getKey()));
      for (Path file : files(each.getValue().asText())) {
        errors.put(course.relativize(file).toString(), errors(schema, file).size());
      }
    }

    assertThat(errors).isEqualTo(Map.of("checks/10-one.yaml", 0, "course.yaml", 0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "course.yaml | title: Boxes | 0",
        "course.yaml | author: A | 1",
        "course.yaml | {title: Boxes, modules: [{title: A, lessons: [one]}]} | 0",
        "course.yaml | {title: Boxes, modules: [{title: A, lessons: [{lesson: one, minutes: long}]}]} | 1",
        "course.yaml | {title: Boxes, moduls: []} | 1",
        "course.yaml | {title: Boxes, requires: {engine: 1}} | 1",
        "checks/10-one.yaml | {steps: {a: {solution: docker ps}}} | 1",
        "checks/10-one.yaml | {step: {}} | 1",
      })
  void a_file_of_the_wrong_form_is_marked(String name, String text, int wrong) throws IOException {
    SchemaInstall.settings(course);
    Path file = Files.writeString(course.resolve(name), text);
    String schema = name.startsWith("checks") ? "checks" : "course";

    List<Error> errors =
        errors(schema(course.resolve(".ropewalk/%s.schema.json".formatted(schema))), file);

    assertThat(errors.isEmpty()).as(errors.toString()).isEqualTo(wrong == 0);
  }

  @Test
  void this_courses_own_description_is_valid() throws IOException {
    SchemaInstall.settings(course);

    assertThat(
            errors(schema(course.resolve(".ropewalk/course.schema.json")), Path.of("course.yaml")))
        .isEmpty();
  }

  @Test
  void without_settings_they_are_written() throws IOException {
    SchemaInstall.settings(course);

    assertThat(settings).hasContent("{\n  \"yaml.schemas\": {\n    " + TWO + "\n  }\n}\n");
  }

  @Test
  void settings_with_comments_are_added_to_and_stay_as_they_are() throws IOException {
    settings(
        """
        // My settings {"yaml.schemas": {}}
        {
            /* wide */ "editor.rulers": [160,],
            "nested": {"yaml.schemas": {}},
            "yaml.schemas": { // of others
                "https://json.schemastore.org/github-workflow.json": "/.github/workflows/*", // ci
            },
        }
        """);

    SchemaInstall.settings(course);

    assertThat(settings)
        .hasContent(
            """
            // My settings {"yaml.schemas": {}}
            {
                /* wide */ "editor.rulers": [160,],
                "nested": {"yaml.schemas": {}},
                "yaml.schemas": {
                %s, // of others
                    "https://json.schemastore.org/github-workflow.json": "/.github/workflows/*", // ci
                },
            }
            """
                .formatted(TWO));
  }

  @Test
  void a_second_time_changes_nothing() throws IOException {
    settings("{\r\n  \"a\": 1\r\n}\r\n");
    SchemaInstall.settings(course);
    String first = Files.readString(settings);

    List<SchemaInstall.Step> again = SchemaInstall.settings(course);

    assertThat(again).hasOnlyElementsOfType(SchemaInstall.Step.AsItIs.class);
    assertThat(settings).hasContent(first);
    assertThat(first)
        .startsWith("{\r\n  \"yaml.schemas\": {\r\n")
        .endsWith(",\r\n  \"a\": 1\r\n}\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{ \"a\": ",
        "[]",
        "{\"a\": 1, \"a\": 2}",
        "{\"yaml.schemas\": \"none\"}",
        "{} {}",
        "{\"yaml.schemas\": {\"./.ropewalk/checks.schema.json\": \"mine.yaml\"}}",
      })
  void settings_that_cannot_be_added_to_are_left_and_the_way_by_hand_is_told(String text)
      throws IOException {
    settings(text);

    SchemaInstall.Step last = SchemaInstall.settings(course).getLast();

    assertThat(settings).hasContent(text);
    assertThat(last)
        .isInstanceOfSatisfying(
            SchemaInstall.Step.Left.class,
            left ->
                assertThat(left.fix())
                    .isEqualTo(
                        "add to `yaml.schemas` in it: \"./.ropewalk/course.schema.json\":"
                            + " \"course.yaml\", \"./.ropewalk/checks.schema.json\":"
                            + " \"checks/*.yaml\""));
  }

  @Test
  void an_older_schema_of_ours_is_renewed_and_a_file_of_somebody_else_is_left() throws IOException {
    SchemaInstall.settings(course);
    Path ours = course.resolve(".ropewalk/checks.schema.json");
    Path theirs = course.resolve(".ropewalk/course.schema.json");
    Files.writeString(ours, "{\"title\": \"ropewalk check file\"}");
    Files.writeString(theirs, "{\"title\": \"mine\"}");

    List<SchemaInstall.Step> steps = SchemaInstall.settings(course);

    assertThat(ours).hasContent(CheckSchema.print());
    assertThat(theirs).hasContent("{\"title\": \"mine\"}");
    assertThat(steps)
        .contains(
            new SchemaInstall.Step.Left(
                theirs, "it is not of ropewalk", "move it away, and run this once more"));
  }

  @Test
  void a_hint_is_a_first_line_that_leads_to_the_schema_and_breaks_nothing() throws IOException {
    SchemaInstall.settings(course);
    String before = Files.readString(course.resolve("checks/10-one.yaml"));

    SchemaInstall.hints(course);
    SchemaInstall.hints(course);

    String after = Files.readString(course.resolve("checks/10-one.yaml"));
    assertThat(after).isEqualTo(SchemaInstall.hint() + "\n" + before);
    String schema = after.lines().findFirst().orElseThrow().replaceFirst(".*=", "");
    assertThat(course.resolve("checks").resolve(schema)).exists();
    assertThat(Course.open(course).lesson(new LessonId("one")).steps()).isNotEmpty();
    assertThat(course.resolve("course.yaml"))
        .content()
        .startsWith("# yaml-language-server: $schema=.ropewalk/course.schema.json\ntitle: Boxes");
  }

  private List<Path> files(String glob) throws IOException {
    var matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob);
    try (Stream<Path> all = Files.walk(course)) {
      return all.filter(file -> matcher.matches(course.relativize(file))).toList();
    }
  }

  private static Schema schema(Path file) throws IOException {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(Files.readString(file), InputFormat.JSON);
  }

  private static List<Error> errors(Schema schema, Path yaml)
      throws IOException, JsonProcessingException {
    Object tree = new Load(LoadSettings.builder().build()).loadFromString(Files.readString(yaml));
    return schema.validate(new ObjectMapper().writeValueAsString(tree), InputFormat.JSON);
  }
}
