package dev.ropewalk.author;

import dev.ropewalk.lesson.StepId;
import dev.ropewalk.text.Source;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The two files of a lesson that a scenario becomes, and what is left to do for a teacher.
 *
 * @param prose the Markdown
 * @param checks the check file
 * @param todo a list, as Markdown
 */
record ScenarioLesson(String prose, String checks, String todo) {
  private static final int LONGEST_TITLE = 100;
  private static final String NO_CHECK = "false # TODO: Killercoda checks nothing here";
  private static final String NO_SOLUTION = "false # TODO: write the commands that do this step";

  /**
   * Makes them.
   *
   * @param stem of the files, such as {@code 10-volumes}
   */
  static ScenarioLesson of(Scenario scenario, String stem) {
    return new Writer(scenario, stem).write();
  }

  private static final class Writer {
    private final Scenario scenario;
    private final String stem;
    private final StringBuilder prose = new StringBuilder();
    private final StringBuilder checks = new StringBuilder();
    private final StringBuilder todo = new StringBuilder();
    private final Set<String> taken = new HashSet<>();

    Writer(Scenario scenario, String stem) {
      this.scenario = scenario;
      this.stem = stem;
    }

    ScenarioLesson write() {
      String machine =
          scenario.machine().isEmpty() ? "" : ", made for `" + line(scenario.machine()) + "`";
      todo.append("## %s, from `%s`%s\n\n".formatted(stem, line(scenario.folder()), machine));
      checks.append("# checks/%s.yaml, for lessons/%s.md\n".formatted(stem, stem));
      checks
          .append(CheckYaml.comment("Imported from Killercoda: " + scenario.folder()))
          .append(
              "\n# Each `script:` is one of its verify scripts; say it with another noun.\nsteps:\n");
      paragraph("# " + escaped(title(scenario.title(), "Lesson")));
      paragraph(ScenarioText.of(scenario.description()).prose());
      page(scenario.intro());
      setup("the introduction", scenario.intro());
      for (int i = 0; i < scenario.steps().size(); i++) {
        step(scenario.steps().get(i), i + 1);
      }
      setup("the end", scenario.finish());
      todo.append("- Every step: add `> **Do:**` to its text, `accept:` and `mistakes:`.\n\n");
      return new ScenarioLesson(
          prose.toString().stripTrailing() + "\n", checks.toString(), todo.toString());
    }

    /** Text without hints: what was folded is unfolded. */
    private void page(Scenario.Page page) {
      page.text()
          .map(source -> ScenarioText.of(source.text()))
          .ifPresent(
              text ->
                  Stream.concat(Stream.of(text.prose()), text.hints().stream())
                      .forEach(this::paragraph));
    }

    private void setup(String where, Scenario.Page page) {
      for (Source script : page.setup()) {
        todo.append(
            "- `%s` runs unasked at %s: say in `needs:` or in the text what must be there.\n"
                .formatted(line(script.name()), where));
      }
    }

    private void step(Scenario.Step step, int number) {
      String title = unique(title(step.page().title(), "Step " + number));
      ScenarioText text = ScenarioText.of(step.page().text().map(Source::text).orElse(""));
      paragraph("## " + escaped(title));
      paragraph(text.prose());
      if (number == scenario.steps().size()
          && scenario.finish().text().filter(end -> !end.text().isBlank()).isPresent()) {
        paragraph("### Why it worked");
        page(scenario.finish());
      }
      String slug = StepId.ofHeading(title).slug();
      String where = "step %s, `%s`".formatted(number, slug);
      checks.append("  ").append(slug).append(":\n    checks:\n");
      check(step, number, title, where);
      setup(where, step.page());
      solution(step, text, where);
    }

    private void check(Scenario.Step step, int number, String title, String where) {
      Optional<String> script = step.verify().map(Source::text).filter(words -> !words.isBlank());
      String name = step.verify().map(Source::name).map(Writer::line).orElse("");
      if (script.isEmpty()) {
        comment(6, "TODO: Killercoda checks nothing here. Say what must be true.");
        todo.append("- %s: there is no verify script; write its checks.\n".formatted(where));
      } else {
        NounGuess guess = NounGuess.of(script.get());
        comment(6, "TODO: " + name + ", kept as a script. Say it with another noun:");
        guess.nouns().forEach(noun -> comment(6, "  " + noun));
        guess.doubts().forEach(doubt -> comment(6, "  " + doubt));
        todo.append("- %s, `%s`:\n".formatted(where, name));
        guess.nouns().forEach(noun -> todo.append("  - say it as ").append(noun).append('\n'));
        if (guess.nouns().isEmpty()) {
          todo.append("  - read it: no noun can be guessed from its commands\n");
        }
        guess.doubts().forEach(doubt -> todo.append("  - ").append(doubt).append('\n'));
      }
      String sentence =
          "Step %s, %s: %s"
              .formatted(
                  number,
                  title,
                  script.isEmpty() ? "to be written" : "its verify script ends with 0");
      checks.append("      - check: ").append(CheckYaml.quoted(sentence)).append('\n');
      checks
          .append("        script: ")
          .append(CheckYaml.value(script.orElse(NO_CHECK), 10))
          .append('\n');
    }

    private void solution(Scenario.Step step, ScenarioText text, String where) {
      List<String> hints = new ArrayList<>(text.hints());
      Optional<String> given = Optional.empty();
      Optional<Source> file = step.solution();
      if (file.isPresent() && file.get().name().endsWith(".md")) {
        ScenarioText answer = ScenarioText.of(file.get().text());
        hints.add(answer.prose());
        given = Commands.typed(String.join("\n", answer.commands()));
      } else if (file.isPresent()) {
        given = Commands.typed(file.get().text());
      }
      Optional<String> solution =
          given.or(() -> Commands.typed(String.join("\n", text.commands())));
      if (given.isEmpty() && solution.isPresent()) {
        comment(
            4, "TODO: these are the commands with a button in the text; nobody has tried them.");
        todo.append(
            "- %s: its solution is what has a button in the text; try it.\n".formatted(where));
      } else if (solution.isEmpty()) {
        todo.append("- %s: write its solution.\n".formatted(where));
      }
      checks
          .append("    solution: ")
          .append(CheckYaml.value(solution.orElse(NO_SOLUTION), 6))
          .append('\n');
      List<String> ladder = hints.stream().map(Writer::unfilled).filter(h -> !h.isBlank()).toList();
      if (!ladder.isEmpty()) {
        checks.append("    hints:\n");
        ladder.forEach(
            hint -> checks.append("      - ").append(CheckYaml.value(hint, 8)).append('\n'));
      }
    }

    private void comment(int indent, String text) {
      checks.append(" ".repeat(indent)).append(CheckYaml.comment(text)).append('\n');
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
      String plain = unfilled(line(text).replace("`", ""));
      String cut =
          plain
              .substring(
                  0,
                  plain.offsetByCodePoints(
                      0, Math.min(LONGEST_TITLE, plain.codePointCount(0, plain.length()))))
              .strip();
      return cut.matches(".*[\\p{L}\\p{N}].*") ? cut : otherwise;
    }

    private static String line(String text) {
      return text.replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029\\s]+", " ").strip();
    }

    /** Bash's own variables are none of the check file's. */
    private static String unfilled(String text) {
      return text.replaceAll("\\$\\{(\\w+)}", "\\$$1");
    }

    /** So that Markdown shows it as it is. */
    private static String escaped(String title) {
      return title.replaceAll("([\\\\*_\\[\\]<>&#!~|])", "\\\\$1");
    }
  }
}
