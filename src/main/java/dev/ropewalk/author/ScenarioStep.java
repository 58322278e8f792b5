package dev.ropewalk.author;

import dev.ropewalk.text.Source;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What stands in the check file for one step. */
final class ScenarioStep {
  private static final String TO_BE_WRITTEN = "true # TODO: ";

  private final Scenario.Form form;
  private final Scenario.Step step;
  private final ScenarioText text;
  private final MachinePlaces places;
  private final List<Scenario.Lost> lost = new ArrayList<>();
  private final List<String> todo = new ArrayList<>();
  private final StringBuilder yaml = new StringBuilder();
  private Optional<Commands> solution = Optional.empty();

  /**
   * @param text of its page
   */
  ScenarioStep(Scenario.Form form, Scenario.Step step, ScenarioText text, MachinePlaces places) {
    this.form = form;
    this.step = step;
    this.text = text;
    this.places = places;
  }

  /** What a teacher should do about it, each a sentence as Markdown. */
  List<String> todo() {
    return todo;
  }

  List<Scenario.Lost> lost() {
    return lost;
  }

  /** What does it, where the scenario says so. */
  Optional<Commands> solution() {
    return solution;
  }

  /**
   * Its lines below its slug.
   *
   * @param sentence of a check, without its end
   */
  String yaml(String sentence, ScenarioSetup setup) {
    yaml.append("    checks:\n");
    check(sentence);
    ScenarioLesson.setup(setup, "    ", yaml);
    solution(hints());
    return yaml.toString();
  }

  private void check(String sentence) {
    Optional<String> script =
        step.verify().map(Source::text).map(places::here).filter(words -> !words.isBlank());
    if (script.isPresent()) {
      script(sentence, step.verify().orElseThrow().name(), script.get());
    }
    for (Quiz quiz : text.quizzes()) {
      yaml.append("      - check: ")
          .append(CheckYaml.quoted(ScenarioLesson.plain(quiz.question())))
          .append("\n        answer: ")
          .append(ScenarioLesson.unfilled(quiz.claim()))
          .append('\n');
    }
    if (script.isEmpty() && text.quizzes().isEmpty()) {
      comment(6, "TODO: nothing was checked here, so this passes; say what must be true.");
      yaml.append("      - check: ")
          .append(CheckYaml.quoted(sentence + "you have tried it"))
          .append("\n        script: ")
          .append(CheckYaml.quoted(TO_BE_WRITTEN + "say what must be true"))
          .append('\n');
      todo.add("there is no verify script: it passes whatever is done; write its checks");
    }
  }

  private void script(String sentence, String name, String script) {
    NounGuess guess = NounGuess.of(script.replace("$PWD/", ""));
    comment(6, "TODO: " + name + ", kept as a script. Say it with another noun:");
    guess.nouns().forEach(noun -> comment(6, "  " + noun));
    guess.doubts().forEach(doubt -> comment(6, "  " + doubt));
    guess.nouns().forEach(noun -> todo.add("`%s`: say it as %s".formatted(name, noun)));
    if (guess.nouns().isEmpty()) {
      todo.add("`%s`: read it: no noun can be guessed from its commands".formatted(name));
    }
    guess.doubts().forEach(doubt -> todo.add("`%s`: %s".formatted(name, doubt)));
    yaml.append("      - check: ")
        .append(CheckYaml.quoted(sentence + "its verify script ends with 0"))
        .append("\n        script: ")
        .append(CheckYaml.value(script, 10))
        .append('\n');
  }

  /** The ladder, with what the solution's own page says; notes what it has done for commands. */
  private List<String> hints() {
    List<String> hints = new ArrayList<>();
    step.hint().map(this::page).map(ScenarioText::prose).ifPresent(hints::add);
    hints.addAll(text.hints());
    return hints;
  }

  private ScenarioText page(Source source) {
    ScenarioText page = form.text(places.here(source.text()));
    page.lost().forEach(what -> lost.add(new Scenario.Lost(source.name(), what)));
    return page;
  }

  private void solution(List<String> hints) {
    ScenarioCommands given = ScenarioCommands.NONE;
    Optional<Source> file = step.solution();
    if (file.isPresent() && file.get().name().endsWith(".md")) {
      ScenarioText page = page(file.get());
      hints.add(page.prose());
      given = page.commands();
    } else if (file.isPresent()) {
      given =
          new ScenarioCommands(
              List.of(new ScenarioCommands.Block(places.here(file.get().text()), List.of())));
    }
    ScenarioCommands commands = given.solution().isPresent() ? given : text.commands();
    solution = commands.solution();
    String name = step.page().text().map(Source::name).orElse("this step");
    if (!commands.isEmpty() && solution.isEmpty()) {
      lost.add(
          new Scenario.Lost(
              name,
              "its commands are no solution: something stays open in them, or is no command"));
    }
    solution
        .map(Commands::inside)
        .ifPresent(
            all ->
                all.forEach(
                    line ->
                        lost.add(
                            new Scenario.Lost(
                                name,
                                "what is typed after `%s` is given to it by a here-document"
                                    .formatted(line)))));
    if (solution.isPresent() && given.solution().isEmpty()) {
      comment(4, "TODO: these are the commands with a button in the text; nobody has tried them.");
      todo.add("its solution is what has a button in the text; try it");
    } else if (solution.isEmpty() && text.quizzes().isEmpty()) {
      todo.add("write its solution");
    }
    write(commands.accept(), hints);
  }

  private void write(List<String> accept, List<String> hints) {
    List<String> lines = new ArrayList<>(solution.stream().map(Commands::text).toList());
    text.quizzes().forEach(quiz -> lines.add(":answer " + quiz.answer()));
    String all =
        lines.isEmpty()
            ? TO_BE_WRITTEN + "write the commands that do this step"
            : String.join("\n", lines);
    yaml.append("    solution: ").append(CheckYaml.value(all, 6)).append('\n');
    if (!accept.isEmpty()) {
      yaml.append("    accept:\n");
      for (String each : accept) {
        List<String> way = new ArrayList<>(List.of(each));
        text.quizzes().forEach(quiz -> way.add(":answer " + quiz.answer()));
        yaml.append("      - ").append(CheckYaml.value(String.join("\n", way), 8)).append('\n');
      }
    }
    Set<String> ladder = new LinkedHashSet<>();
    hints.stream().map(ScenarioLesson::unfilled).filter(h -> !h.isBlank()).forEach(ladder::add);
    if (!ladder.isEmpty()) {
      yaml.append("    hints:\n");
      ladder.forEach(hint -> yaml.append("      - ").append(CheckYaml.value(hint, 8)).append('\n'));
    }
  }

  private void comment(int indent, String words) {
    yaml.append(" ".repeat(indent)).append(CheckYaml.comment(words)).append('\n');
  }
}
