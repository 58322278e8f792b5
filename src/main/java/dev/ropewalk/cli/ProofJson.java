package dev.ropewalk.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ropewalk.proof.Followed;
import dev.ropewalk.proof.LessonProof;
import dev.ropewalk.proof.Proof;
import dev.ropewalk.proof.StepProof;
import dev.ropewalk.proof.Trial;
import dev.ropewalk.proof.TrialRow;

/** A proof as JSON. */
final class ProofJson {
  private ProofJson() {}

  static String print(Proof proof) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("holds", proof.holds()).put("mutants", proof.mutants());
    for (TrialRow.Outcome outcome :
        new TrialRow.Outcome[] {
          TrialRow.Outcome.KILLED,
          TrialRow.Outcome.UNNAMED,
          TrialRow.Outcome.SURVIVED,
          TrialRow.Outcome.EXPLAINED
        }) {
      root.put(outcome.word(), proof.mutants(outcome));
    }
    ArrayNode lessons = root.putArray("lessons");
    for (LessonProof lesson : proof.lessons()) {
      ObjectNode each = lessons.addObject().put("lesson", lesson.lesson().slug());
      ArrayNode objections = each.put("holds", lesson.holds()).putArray("objections");
      lesson.objections().forEach(objections::add);
      ArrayNode steps = each.putArray("steps");
      for (StepProof step : lesson.steps()) {
        ArrayNode rows = steps.addObject().put("step", step.step().slug()).putArray("trials");
        step.rows().forEach(row -> add(rows.addObject(), row));
      }
    }
    return root.toPrettyString() + "\n";
  }

  private static void add(ObjectNode node, TrialRow row) {
    node.put("trial", row.trial().word());
    if (row.trial() instanceof Trial.Mutated(var mutant)) {
      node.put("kind", mutant.kind().words());
      ArrayNode names = node.putArray("names");
      mutant.names().forEach(names::add);
    }
    node.put("script", row.trial().typed())
        .put("outcome", row.outcome().word())
        .put("reason", row.reason())
        .put("read", row.read())
        .put("milliseconds", row.took().toMillis());
    row.followed().ifPresent(followed -> add(node.putObject("followed"), followed));
  }

  private static void add(ObjectNode node, Followed followed) {
    node.put("end", followed.end().word()).put("skip", followed.skip().word());
    ArrayNode lost = node.putArray("lost");
    followed.lost().forEach(lost::add);
    ArrayNode rounds = node.putArray("rounds");
    for (Followed.Round round : followed.rounds()) {
      ObjectNode each = rounds.addObject();
      ArrayNode lines = each.putArray("typed");
      round.lines().forEach(lines::add);
      each.put("diagnosis", round.diagnosis());
    }
  }
}
