package dev.ropewalk.grade;

import dev.ropewalk.check.Check;
import dev.ropewalk.check.Verdict;
import dev.ropewalk.command.CommandTable;
import dev.ropewalk.grade.evidence.Facts;
import dev.ropewalk.journal.LessonProgress;
import dev.ropewalk.journal.StepEnds;
import dev.ropewalk.lesson.Step;
import dev.ropewalk.lesson.StepId;
import dev.ropewalk.scorecard.CheckResult;
import dev.ropewalk.scorecard.LessonResult;
import dev.ropewalk.scorecard.Scorecard;
import dev.ropewalk.scorecard.Status;
import dev.ropewalk.scorecard.StepResult;
import dev.ropewalk.scratch.ScratchFolder;
import dev.ropewalk.session.Evidence;
import dev.ropewalk.text.Sha256;
import dev.ropewalk.verify.Judge;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Judges again what was graded, by the checks and points as they are now, from the evidence alone:
 * nothing runs. A step that was not reached then is not reached now. What the evidence does not
 * tell is our trouble, and never a zero.
 *
 * @param folder of the results
 */
public record Rejudging(Assignment assignment, CommandTable commands, Path folder) {
  private static final String NO_EVIDENCE =
      "The evidence of the lesson `%s` is not there, or is not as it was kept: it was not judged"
          + " again.";

  /** The same submission, judged again. */
  public Scorecard judge(Scorecard before) throws IOException {
    List<String> notes = new ArrayList<>(before.notes());
    List<LessonResult> lessons = new ArrayList<>();
    for (Assignment.Part part : assignment.parts()) {
      Optional<LessonResult> old =
          before.lessons().stream().filter(it -> it.id().equals(part.lesson().id())).findFirst();
      lessons.add(
          old.isEmpty()
              ? Verdicts.none(part, Status.ERRORED, "It was not graded: run it with `--rerun`.")
              : judge(part, before, old.get(), notes));
    }
    return before.draft().graded(lessons).notes(notes).card();
  }

  private LessonResult judge(
      Assignment.Part part, Scorecard card, LessonResult old, List<String> notes)
      throws IOException {
    if (old.steps().isEmpty()) {
      return Verdicts.none(part, old.status(), old.says());
    }
    String slug = part.lesson().id().slug();
    Optional<String> journal = kept(card, slug + "/" + EvidenceFolder.JOURNAL);
    Optional<String> facts = kept(card, slug + "/" + EvidenceFolder.FACTS);
    if (journal.isEmpty() || facts.isEmpty()) {
      notes.add(NO_EVIDENCE.formatted(slug));
      return old;
    }
    Map<StepId, LessonProgress> ends = StepEnds.of(journal.get(), part.lesson().id());
    Optional<LessonProgress> any = ends.values().stream().findFirst();
    Assignment.Part chosen = assignment.chosen(part, any.map(LessonProgress::seed));
    try (ScratchFolder files = ScratchFolder.create()) {
      Again again = new Again(old, ends, facts.get(), files.path());
      LessonResult result = again.of(chosen);
      again.note(result, notes);
      return result;
    } catch (IllegalArgumentException e) {
      notes.add(NO_EVIDENCE.formatted(slug));
      return old;
    }
  }

  /** A file of the evidence, if its hash is what the log says. */
  private Optional<String> kept(Scorecard card, String end) throws IOException {
    for (Scorecard.EvidenceFile each : card.evidence()) {
      Path root = folder.toAbsolutePath().normalize();
      Path file = root.resolve(each.path()).normalize();
      if (each.path().endsWith("/" + end) && file.startsWith(root) && Files.isRegularFile(file)) {
        byte[] content = Files.readAllBytes(file);
        return Sha256.of(content).equals(each.sha256())
            ? Optional.of(new String(content, StandardCharsets.UTF_8))
            : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** One lesson of one submission. */
  private final class Again {
    private final Map<StepId, StepResult> old = new LinkedHashMap<>();
    private final Map<StepId, LessonProgress> ends;
    private final String facts;
    private final Path files;

    private Again(LessonResult lesson, Map<StepId, LessonProgress> ends, String facts, Path files) {
      lesson.steps().forEach(step -> old.put(step.id(), step));
      this.ends = ends;
      this.facts = facts;
      this.files = files;
    }

    private LessonResult of(Assignment.Part part) {
      Map<StepId, List<Verdict>> verdicts = new HashMap<>();
      Map<StepId, List<StepResult.Command>> typed = new HashMap<>();
      Set<StepId> skipped = new HashSet<>();
      Map<StepId, String> unreached = new HashMap<>();
      for (Step step : part.lesson().steps()) {
        StepResult before = old.get(step.id());
        LessonProgress standing = ends.get(step.id());
        if (before != null) {
          typed.put(step.id(), before.commands());
          if (!before.checks().isEmpty() && standing != null) {
            verdicts.put(step.id(), judged(step, standing, before));
          } else if (before.says().equals(Verdicts.SKIPPED)) {
            skipped.add(step.id());
          } else if (!before.says().isEmpty() && !before.says().equals(Verdicts.NOT_REACHED)) {
            unreached.put(step.id(), before.says());
          }
        }
      }
      return Verdicts.of(part, verdicts, skipped, unreached, typed);
    }

    private List<Verdict> judged(Step step, LessonProgress standing, StepResult before) {
      Optional<Facts> known = Facts.read(facts, step.id(), files);
      if (known.isEmpty()) {
        return step.checks().stream().map(_ -> unknown("what was seen of this step")).toList();
      }
      List<Verdict> raw =
          new Judge(known.get().engine(), known.get().probes(), commands)
              .judge(step.checks(), Evidence.history(standing), standing.variables());
      List<Verdict> sound = new ArrayList<>(Evidence.sound(standing, step.checks(), raw));
      for (int i = 0; i < sound.size(); i++) {
        if (raw.get(i) instanceof Verdict.Passed && isNew(step.checks().get(i), before)) {
          sound.set(i, unknown("whether this was so when the step opened"));
        }
      }
      return sound;
    }

    /** Whether it must have been seen to fail, and could not be, for it was another check then. */
    private static boolean isNew(Check check, StepResult before) {
      return check.compares()
          && before.checks().stream()
              .map(CheckResult::sentence)
              .noneMatch(check.sentence()::equals);
    }

    private static Verdict unknown(String what) {
      return new Verdict.Errored("The evidence does not tell " + what + ": use `--rerun`.");
    }

    /** What comes after a step that would now be done was never tried. */
    private void note(LessonResult result, List<String> notes) {
      List<StepResult> steps = result.steps();
      for (int i = 0; i + 1 < steps.size(); i++) {
        StepResult before = old.get(steps.get(i).id());
        if (steps.get(i).status() == Status.PASSED
            && before != null
            && before.status() != Status.PASSED
            && steps.get(i + 1).status() == Status.BLOCKED
            && steps.get(i + 1).checks().isEmpty()) {
          notes.add(
              ("The step `%s` passes now; what was typed for the steps after it was never tried: use"
                      + " `--rerun`.")
                  .formatted(steps.get(i).id()));
        }
      }
    }
  }
}
