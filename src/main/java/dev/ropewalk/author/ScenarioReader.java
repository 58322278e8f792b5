package dev.ropewalk.author;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ropewalk.text.BrokenSource;
import dev.ropewalk.text.Place;
import dev.ropewalk.text.Problems;
import dev.ropewalk.text.Source;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads an {@code index.json} with all the files that it names. */
final class ScenarioReader {
  private static final int MOST_STEPS = 200;
  private static final List<String> DETAILS = List.of("intro", "steps", "finish", "assets");
  private static final List<String> STEP =
      List.of(
          "title",
          "text",
          "verify",
          "solution",
          "answer",
          "hint",
          "background",
          "foreground",
          "courseData",
          "code");
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private final ScenarioFolder files;
  private final Path folder;
  private final Problems problems;
  private final List<Scenario.Lost> lost = new ArrayList<>();

  private ScenarioReader(ScenarioFolder files, Path folder, Problems problems) {
    this.files = files;
    this.folder = folder;
    this.problems = problems;
  }

  /**
   * Reads a scenario.
   *
   * @param folder that has the {@code index.json}
   * @throws dev.ropewalk.text.BrokenSource with all that is wrong in it
   */
  static Scenario read(ScenarioFolder files, Path folder) {
    Path index = folder.resolve("index.json");
    files.use(index);
    Problems problems = new Problems(ScenarioFolder.text(files.name(index), index));
    Optional<JsonNode> root = json(problems);
    problems.throwIfAny();
    Scenario scenario =
        new ScenarioReader(files, folder, problems)
            .scenario(root.orElseGet(() -> JSON.createObjectNode()));
    problems.throwIfAny();
    return scenario;
  }

  /** Whether a folder has an {@code index.json} that says, well or badly, what is to be done. */
  static boolean isIndex(Path folder) {
    Path index = folder.resolve("index.json");
    try {
      String text =
          Files.isRegularFile(index, LinkOption.NOFOLLOW_LINKS)
              ? ScenarioFolder.text("index.json", index).text()
              : "";
      return text.contains("\"details\"") || text.contains("\"steps\"");
    } catch (BrokenSource unreadable) {
      return false;
    }
  }

  /** The object in a JSON file; notes a problem when there is none. */
  static Optional<JsonNode> json(Problems problems) {
    try {
      JsonNode root = JSON.readTree(problems.source().text());
      if (root.isObject()) {
        return Optional.of(root);
      }
      problems.add(Place.START, "this is no JSON object", "begin the file with `{`");
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation() == null ? JsonLocation.NA : e.getLocation();
      String says = e.getOriginalMessage().lines().findFirst().orElse("");
      problems.add(
          new Place(Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr()), 1),
          "this is not JSON: " + says,
          "check quotes, commas and brackets before this place");
    }
    return Optional.empty();
  }

  private Scenario scenario(JsonNode root) {
    String name = folder.getFileName() == null ? "" : folder.getFileName().toString();
    // Some wrote by hand what belongs into `details` one level further out.
    JsonNode details = root.has("details") ? root.path("details") : root;
    List<Scenario.Step> steps = new ArrayList<>();
    for (JsonNode step : details.path("steps")) {
      if (steps.size() < MOST_STEPS) {
        steps.add(step(step, steps.size() + 1));
      }
    }
    if (steps.isEmpty()) {
      problems.add(
          Place.START,
          "this scenario has no steps",
          "add `details: {steps: [...]}`: a lesson needs something to do");
    } else if (details.path("steps").size() > MOST_STEPS) {
      problems.add(
          Place.START,
          "this scenario has more than " + MOST_STEPS + " steps",
          "make several of it");
    }
    Scenario.Page intro = page(details.path("intro"), "Introduction");
    Scenario.Page finish = page(details.path("finish"), "Finish");
    List<Scenario.Asset> assets =
        new ScenarioAssets(files, folder, problems, lost).read(details.path("assets"));
    keys(root, details);
    return new Scenario(
        Scenario.Form.KILLERCODA,
        files.name(folder).isEmpty() ? name : files.name(folder),
        text(root, "title").orElse(name),
        text(root, "description").orElse(""),
        text(root.path("backend"), "imageid").orElse(""),
        intro,
        steps,
        finish,
        assets,
        lost);
  }

  /** Names what stands in the file and has no place in a lesson. */
  private void keys(JsonNode root, JsonNode details) {
    List<String> others = new ArrayList<>();
    root.fieldNames().forEachRemaining(others::add);
    if (details == root) {
      lost("its steps stand at the top level, which its site does not read; they were read");
      others.removeAll(DETAILS);
    } else {
      details.fieldNames().forEachRemaining(key -> others.add("details." + key));
      DETAILS.forEach(key -> others.remove("details." + key));
    }
    for (JsonNode step : details.path("steps")) {
      step.fieldNames()
          .forEachRemaining(
              key -> {
                if (!STEP.contains(key) && !others.contains("steps." + key)) {
                  others.add("steps." + key);
                }
              });
    }
    others.removeAll(List.of("title", "description", "details", "backend"));
    if (!others.isEmpty()) {
      lost("`%s`: a lesson has no such thing".formatted(String.join("`, `", others)));
    }
  }

  private void lost(String what) {
    lost.add(new Scenario.Lost(problems.source().name(), what));
  }

  private Scenario.Page page(JsonNode node, String title) {
    return new Scenario.Page(
        text(node, "title").orElse(title),
        file(node, "text"),
        Stream.of("background", "foreground", "courseData", "code")
            .flatMap(key -> file(node, key).stream())
            .toList());
  }

  private Scenario.Step step(JsonNode node, int number) {
    if (!node.isObject()) {
      problems.add(Place.START, "step " + number + " is no JSON object", "write it as `{...}`");
    }
    return new Scenario.Step(
        page(node, "Step " + number),
        file(node, "verify"),
        file(node, "solution").or(() -> file(node, "answer")),
        hint(node));
  }

  /** A file with it, or the words themselves. */
  private Optional<Source> hint(JsonNode node) {
    Optional<String> hint = text(node, "hint");
    return hint.isPresent() && !hint.get().endsWith(".md")
        ? Optional.of(new Source(problems.source().name(), hint.get()))
        : file(node, "hint");
  }

  private Optional<String> text(JsonNode node, String key) {
    JsonNode value = node.path(key);
    if (!value.isMissingNode() && !value.isNull() && !value.isTextual()) {
      problems.add(place(key), "`" + key + "` is a text", "write it in quotes");
      return Optional.empty();
    }
    return Optional.of(value.asText("")).filter(text -> !text.isBlank());
  }

  private Optional<Source> file(JsonNode node, String key) {
    return text(node, key).flatMap(name -> files.read(folder, name, problems, place(name)));
  }

  private Place place(String word) {
    return place(problems.source(), word);
  }

  /** Where a text stands for the first time in quotes. */
  static Place place(Source source, String word) {
    int number = 0;
    for (String line : source.text().lines().toList()) {
      number++;
      int column = line.indexOf('"' + word + '"');
      if (column >= 0) {
        return new Place(number, column + 1, word.length() + 2);
      }
    }
    return Place.START;
  }
}
