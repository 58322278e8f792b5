package dev.ropewalk.author;

import dev.ropewalk.command.CommandTable;
import dev.ropewalk.lesson.StepId;
import dev.ropewalk.text.Source;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The files of a lesson that a scenario becomes, and what is left to do for a teacher.
 *
 * @param prose the Markdown
 * @param checks the check file
 * @param assets files that the learner finds in the lesson's folder
 * @param scripts further ones, by their names, which {@code setup:} runs
 * @param lost what the lesson does not have, or has otherwise
 * @param questions how many questions the learner answers
 * @param notRun how many scripts are not run that ran on its site
 * @param todo a list, as Markdown
 */
record ScenarioLesson(
    String prose,
    String checks,
    List<Scenario.Asset> assets,
    Map<String, String> scripts,
    List<Scenario.Lost> lost,
    int questions,
    int notRun,
    String todo) {
  private static final int LONGEST_TITLE = 100;

  ScenarioLesson {
    assets = List.copyOf(assets);
    scripts = Map.copyOf(scripts);
    lost = List.copyOf(lost);
  }

  /**
   * Makes them.
   *
   * @param stem of the files, such as {@code 10-volumes}
   * @param commands docker's own, by which solutions are read
   */
  static ScenarioLesson of(Scenario scenario, String stem, CommandTable commands) {
    return new Writer(scenario, stem, commands).write();
  }

  /** Command lines that are run unasked, below their key, and as remarks what is not run. */
  static void setup(ScenarioSetup setup, String indent, StringBuilder yaml) {
    setup
        .remarks()
        .forEach(line -> yaml.append(indent).append(CheckYaml.comment(line)).append('\n'));
    if (!setup.lines().isEmpty()) {
      yaml.append(indent)
          .append("setup: ")
          .append(CheckYaml.value(String.join("\n", setup.lines()), indent.length() + 2))
          .append('\n');
    }
  }

  /** One line. */
  static String plain(String text) {
    return unfilled(text.replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029\\s]+", " ").strip());
  }

  /** Bash's own variables are none of the check file's. */
  static String unfilled(String text) {
    return text.replaceAll("\\$\\{(\\w+)}", "\\$$1");
  }

  private static final class Writer {
    private final Scenario scenario;
    private final String stem;
    private final MachinePlaces places;
    private final ScenarioNeeds needs;
    private final StringBuilder prose = new StringBuilder();
    private final StringBuilder steps = new StringBuilder();
    private final StringBuilder todo = new StringBuilder();
    private final List<Scenario.Lost> lost;
    private final Map<String, String> scripts = new LinkedHashMap<>();
    private final Set<String> taken = new HashSet<>();
    private int questions;
    private int notRun;

    Writer(Scenario scenario, String stem, CommandTable commands) {
      this.scenario = scenario;
      this.stem = stem;
      this.places = new MachinePlaces(scenario.assets());
      this.needs = new ScenarioNeeds(commands);
      this.lost = new ArrayList<>(scenario.lost());
    }

    ScenarioLesson write() {
      paragraph("# " + escaped(title(scenario.title(), "Lesson")));
      paragraph(text("", scenario.description()).prose());
      read(scenario.intro());
      ScenarioSetup first = setup(scenario.intro());
      for (int i = 0; i < scenario.steps().size(); i++) {
        step(scenario.steps().get(i), i + 1);
      }
      for (Source script : scenario.finish().setup()) {
        lost.add(new Scenario.Lost(script.name(), "nothing is run at the end of a lesson"));
        notRun++;
      }
      return new ScenarioLesson(
          prose.toString().stripTrailing() + "\n",
          checks(first),
          scenario.assets(),
          scripts,
          lost,
          questions,
          notRun,
          head()
              + todo
              + "- Every step: add `> **Do:**` to its text, `accept:` and `mistakes:`.\n");
    }

    private String head() {
      String machine =
          scenario.machine().isEmpty() ? "" : ", made for `" + plain(scenario.machine()) + "`";
      return "## %s, from `%s`%s\n\n".formatted(stem, plain(scenario.folder()), machine);
    }

    private String checks(ScenarioSetup first) {
      StringBuilder checks =
          new StringBuilder("# checks/%s.yaml, for lessons/%s.md\n".formatted(stem, stem));
      checks
          .append(
              CheckYaml.comment(
                  "Imported from %s: %s".formatted(scenario.form().words(), scenario.folder())))
          .append("\n# Each `script:` is one of its verify scripts; say it with another noun.\n")
          .append(needs.yaml());
      if (!scenario.assets().isEmpty() || !scripts.isEmpty()) {
        checks.append("files: files/").append(stem).append('\n');
      }
      ScenarioLesson.setup(first, "", checks);
      return checks.append("steps:\n").append(steps).toString();
    }

    private ScenarioText text(String file, String markdown) {
      String here = places.here(markdown);
      ScenarioText text = scenario.form().text(here);
      if (!here.strip().equals(markdown.strip()) && here.contains("$PWD")) {
        lost.add(
            new Scenario.Lost(
                file, "what was in `/root` of its machine is in the learner's folder, `$PWD`"));
      }
      text.lost().forEach(what -> lost.add(new Scenario.Lost(file, what)));
      return text;
    }

    /** Text without hints: what was folded is unfolded. */
    private void read(Scenario.Page page) {
      page.text()
          .map(source -> text(source.name(), source.text()))
          .ifPresent(
              text ->
                  Stream.concat(Stream.of(text.prose()), text.hints().stream())
                      .forEach(this::paragraph));
    }

    private ScenarioSetup setup(Scenario.Page page) {
      ScenarioSetup setup = ScenarioSetup.of(page.setup(), scenario.assets());
      scripts.putAll(setup.files());
      lost.addAll(setup.lost());
      notRun += setup.lost().size();
      return setup;
    }

    private void step(Scenario.Step step, int number) {
      String title = unique(title(step.page().title(), "Step " + number));
      ScenarioText text =
          step.page()
              .text()
              .map(source -> text(source.name(), source.text()))
              .orElseGet(() -> ScenarioText.of(""));
      paragraph("## " + escaped(title));
      paragraph(text.prose());
      if (number == scenario.steps().size()
          && scenario.finish().text().filter(end -> !end.text().isBlank()).isPresent()) {
        paragraph("### Why it worked");
        read(scenario.finish());
      }
      questions += text.quizzes().size();
      String slug = StepId.ofHeading(title).slug();
      ScenarioStep entry = new ScenarioStep(scenario.form(), step, text, places);
      steps
          .append("  ")
          .append(slug)
          .append(":\n")
          .append(entry.yaml("Step %s, %s: ".formatted(number, title), setup(step.page())));
      entry.solution().ifPresent(needs::look);
      lost.addAll(entry.lost());
      entry
          .todo()
          .forEach(
              what -> todo.append("- step %s, `%s`: %s\n".formatted(number, slug, stop(what))));
    }

    private static String stop(String sentence) {
      return sentence.endsWith(".") ? sentence : sentence + ".";
    }

    private void paragraph(String text) {
      if (!text.isBlank()) {
        prose.append(text).append("\n\n");
      }
    }

    /** A title that no step before has, nor its slug. */
    private String unique(String title) {
      String free = title;
      for (int i = 2; !taken.add(StepId.ofHeading(free).slug()); i++) {
        free = title + " (" + i + ")";
      }
      return free;
    }

    /** A title for a heading: one line with a letter or digit in it. */
    private static String title(String text, String otherwise) {
      String line = plain(text.replace("`", ""));
      String cut =
          line.substring(
                  0,
                  line.offsetByCodePoints(
                      0, Math.min(LONGEST_TITLE, line.codePointCount(0, line.length()))))
              .strip();
      return Optional.of(cut).filter(c -> c.matches(".*[\\p{L}\\p{N}].*")).orElse(otherwise);
    }

    /** So that Markdown shows it as it is. */
    private static String escaped(String title) {
      return title.replaceAll("([\\\\*_\\[\\]<>&#!~|])", "\\\\$1");
    }
  }
}
