package dev.ropewalk.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ropewalk.check.Verdict;
import dev.ropewalk.lesson.Lesson;
import dev.ropewalk.lesson.Step;
import dev.ropewalk.session.Message;
import dev.ropewalk.terminal.MessageView;
import dev.ropewalk.terminal.Role;
import dev.ropewalk.terminal.Sheet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What came of judging the steps of a lesson, as text and as JSON. */
record CheckReport(Lesson lesson, List<StepResult> results) {
  CheckReport {
    results = List.copyOf(results);
  }

  /** How a step came into the report. */
  enum Standing {
    JUDGED,
    DONE_BEFORE,
    SKIPPED_BEFORE,
    /** The learner plays freely: nothing counts, and nothing is judged. */
    SET_ASIDE
  }

  /**
   * Points that are earned.
   *
   * @param of how many there are
   */
  record Points(int earned, int of) {
    static Points sum(Stream<Points> all) {
      return all.reduce(new Points(0, 0), (a, b) -> new Points(a.earned + b.earned, a.of + b.of));
    }

    String words() {
      return earned + " of " + of + (of == 1 ? " point" : " points");
    }
  }

  /** One step. */
  record StepResult(Step step, List<Verdict> verdicts, Standing standing) {
    StepResult {
      verdicts = List.copyOf(verdicts);
    }

    boolean passed() {
      return switch (standing) {
        case JUDGED -> verdicts.stream().allMatch(Verdict.Passed.class::isInstance);
        case DONE_BEFORE, SKIPPED_BEFORE -> true;
        case SET_ASIDE -> false;
      };
    }

    /** A check that has passed earns its points, and a step that ropewalk did earns none. */
    Points points() {
      return Points.sum(IntStream.range(0, step.checks().size()).mapToObj(this::points));
    }

    private Points points(int check) {
      int of = step.checks().get(check).points();
      boolean earned =
          switch (standing) {
            case JUDGED -> verdicts.get(check) instanceof Verdict.Passed;
            case DONE_BEFORE -> true;
            case SKIPPED_BEFORE, SET_ASIDE -> false;
          };
      return new Points(earned ? of : 0, of);
    }
  }

  boolean passed() {
    return results.stream().allMatch(StepResult::passed);
  }

  private Points points() {
    return Points.sum(results.stream().map(StepResult::points));
  }

  String text(Sheet sheet) {
    StringBuilder text = new StringBuilder();
    for (StepResult result : results) {
      String words =
          switch (result.standing()) {
            case DONE_BEFORE -> "done";
            case SKIPPED_BEFORE -> "skipped";
            case SET_ASIDE -> "not judged: you play freely until you go on with the step";
            case JUDGED -> result.passed() ? "passed" : "not passed";
          };
      Role role = result.passed() ? Role.PASSED : Role.FAILED;
      text.append(sheet.print(sheet.text(Role.HEADING, lesson.id() + "/" + result.step().id())))
          .append("  ")
          .append(sheet.print(sheet.text(role, words)))
          .append("  ")
          .append(result.points().words())
          .append('\n')
          .append(
              sheet.print(
                  new MessageView(sheet)
                      .lines(
                          new Message.Verdicts(
                              lines(result), Message.Verdicts.Detail.ALL_REASONS))));
    }
    return text.append(points().words()).append('\n').toString();
  }

  private static List<Message.Verdicts.Line> lines(StepResult result) {
    List<Message.Verdicts.Line> lines = new ArrayList<>();
    for (int i = 0; i < result.verdicts().size(); i++) {
      lines.add(
          new Message.Verdicts.Line(
              result.step().checks().get(i).sentence(), result.verdicts().get(i)));
    }
    return lines;
  }

  String json() {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("lesson", lesson.id().slug()).put("passed", passed());
    put(points(), root);
    ArrayNode steps = root.putArray("steps");
    for (StepResult result : results) {
      ObjectNode step =
          steps.addObject().put("step", result.step().id().slug()).put("passed", result.passed());
      step.put("standing", result.standing().name().toLowerCase(Locale.ROOT).replace('_', '-'));
      put(result.points(), step);
      ArrayNode checks = step.putArray("checks");
      List<Message.Verdicts.Line> lines = lines(result);
      for (int i = 0; i < lines.size(); i++) {
        ObjectNode check = checks.addObject().put("check", lines.get(i).sentence());
        put(result.points(i), check);
        verdict(check, lines.get(i).verdict());
      }
    }
    return root.toPrettyString() + "\n";
  }

  private static void put(Points points, ObjectNode node) {
    node.put("points", points.earned()).put("of", points.of());
  }

  private static void verdict(ObjectNode node, Verdict verdict) {
    switch (verdict) {
      case Verdict.Passed _ -> node.put("verdict", "passed");
      case Verdict.Failed(var expected, var actual, var why, _) ->
          node.put("verdict", "failed")
              .put("expected", expected)
              .put("actual", actual)
              .put("says", why.says())
              .put("remedy", why.remedy());
      case Verdict.Blocked(var by) -> node.put("verdict", "blocked").put("by", by);
      case Verdict.Errored(var reason) -> node.put("verdict", "errored").put("reason", reason);
    }
  }
}
