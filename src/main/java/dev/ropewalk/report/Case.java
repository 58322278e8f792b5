package dev.ropewalk.report;

import dev.ropewalk.scorecard.CheckResult;
import dev.ropewalk.scorecard.LessonResult;
import dev.ropewalk.scorecard.Scorecard;
import dev.ropewalk.scorecard.Status;
import dev.ropewalk.scorecard.StepResult;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What formats of tests call a test: a check, or a step, a lesson or a submission of which no check
 * was judged.
 *
 * @param suite the lesson and the step that it belongs to, as their ids
 * @param name what is claimed, for people
 * @param kind of a failed check how far the learner came; else the word of the status
 * @param why and what to do about it; may be empty
 * @param expected what should be; may be empty
 * @param found what is; may be empty
 * @param commands what was typed in its step
 */
record Case(
    List<String> suite,
    String name,
    Status status,
    String kind,
    String why,
    String expected,
    String found,
    List<StepResult.Command> commands) {
  Case {
    suite = List.copyOf(suite);
    commands = List.copyOf(commands);
  }

  /**
   * All of a submission, in order; there is at least one. No two of a suite have the same name, for
   * readers take those for one test.
   */
  static List<Case> of(Scorecard card) {
    List<Case> all = card.lessons().stream().flatMap(Case::of).toList();
    return all.isEmpty()
        ? List.of(whole(List.of(), "the submission", card.status(), String.join(" ", card.notes())))
        : distinct(all);
  }

  private static List<Case> distinct(List<Case> all) {
    Set<List<String>> taken = new HashSet<>();
    List<Case> distinct = new ArrayList<>();
    for (Case each : all) {
      String name = each.name();
      for (int i = 2;
          !taken.add(Stream.concat(each.suite().stream(), Stream.of(name)).toList());
          i++) {
        name = "%s (%s)".formatted(each.name(), i);
      }
      distinct.add(each.named(name));
    }
    return distinct;
  }

  private Case named(String other) {
    return new Case(suite, other, status, kind, why, expected, found, commands);
  }

  private static Stream<Case> of(LessonResult lesson) {
    String slug = lesson.id().slug();
    return lesson.steps().isEmpty()
        ? Stream.of(whole(List.of(slug), lesson.title(), lesson.status(), lesson.says()))
        : lesson.steps().stream().flatMap(step -> of(List.of(slug, step.id().slug()), step));
  }

  private static Stream<Case> of(List<String> suite, StepResult step) {
    return step.checks().isEmpty()
        ? Stream.of(
            new Case(
                suite,
                step.title(),
                step.status(),
                step.status().word(),
                step.says(),
                "",
                "",
                step.commands()))
        : step.checks().stream().map(check -> of(suite, check, step.commands()));
  }

  private static Case of(List<String> suite, CheckResult check, List<StepResult.Command> commands) {
    return new Case(
        suite,
        check.sentence(),
        check.status(),
        check.kind().isEmpty() ? check.status().word() : check.kind(),
        Stream.of(check.says(), check.remedy())
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" ")),
        check.expected(),
        check.found(),
        commands);
  }

  private static Case whole(List<String> suite, String name, Status status, String says) {
    return new Case(suite, name, status, status.word(), says, "", "", List.of());
  }

  /** What was typed, a line for each. */
  String typed() {
    return commands.stream().map(StepResult.Command::line).collect(Collectors.joining("\n"));
  }
}
