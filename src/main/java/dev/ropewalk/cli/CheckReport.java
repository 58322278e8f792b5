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

/** What came of judging the steps of a lesson, as text and as JSON. */
record CheckReport(Lesson lesson, List<StepResult> results) {
  CheckReport {
    results = List.copyOf(results);
  }

  /** How a step came into the report. */
  enum Standing {
    JUDGED,
    DONE_BEFORE
  }

  /** One step. */
  record StepResult(Step step, List<Verdict> verdicts, Standing standing) {
    StepResult {
      verdicts = List.copyOf(verdicts);
    }

    boolean passed() {
      return standing == Standing.DONE_BEFORE
          || verdicts.stream().allMatch(Verdict.Passed.class::isInstance);
    }
  }

  boolean passed() {
    return results.stream().allMatch(StepResult::passed);
  }

  String text(Sheet sheet) {
    StringBuilder text = new StringBuilder();
    for (StepResult result : results) {
      String words =
          result.standing() == Standing.DONE_BEFORE
              ? "done"
              : result.passed() ? "passed" : "not passed";
      Role role = result.passed() ? Role.PASSED : Role.FAILED;
      text.append(sheet.print(sheet.text(Role.HEADING, lesson.id() + "/" + result.step().id())))
          .append("  ")
          .append(sheet.print(sheet.text(role, words)))
          .append('\n')
          .append(
              sheet.print(
                  new MessageView(sheet)
                      .lines(
                          new Message.Verdicts(
                              lines(result), Message.Verdicts.Detail.ALL_REASONS))));
    }
    return text.toString();
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
    ArrayNode steps = root.putArray("steps");
    for (StepResult result : results) {
      ObjectNode step =
          steps.addObject().put("step", result.step().id().slug()).put("passed", result.passed());
      step.put("standing", result.standing().name().toLowerCase(Locale.ROOT).replace('_', '-'));
      ArrayNode checks = step.putArray("checks");
      for (Message.Verdicts.Line line : lines(result)) {
        verdict(checks.addObject().put("check", line.sentence()), line.verdict());
      }
    }
    return root.toPrettyString() + "\n";
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
