package dev.ropewalk.session;

import dev.ropewalk.check.Check;
import dev.ropewalk.check.Diagnosis;
import dev.ropewalk.check.History;
import dev.ropewalk.check.Ownership;
import dev.ropewalk.check.Verdict;
import dev.ropewalk.check.Whereabouts;
import dev.ropewalk.engine.EngineEvent;
import dev.ropewalk.journal.LaidFiles;
import dev.ropewalk.journal.LessonProgress;
import dev.ropewalk.journal.OpenStep;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the journal knows of a lesson, in the form in which checks are judged by it. */
public final class Evidence {
  static final Diagnosis ALREADY =
      new Diagnosis(
          Diagnosis.Progress.NOTHING_DONE,
          "This was already so when the step opened.",
          "Undo it first, and then do it again.");

  private Evidence() {}

  /** The lesson's own objects, its events, and the learner's acts since the open step began. */
  public static History history(LessonProgress standing) {
    Ownership owned =
        new Ownership.Ours(
            ids(standing, EngineEvent.ToContainer.class),
            ids(standing, EngineEvent.ToNetwork.class),
            ids(standing, EngineEvent.ToVolume.class));
    Optional<OpenStep> step = standing.open();
    return new History(
        owned,
        standing.before(),
        step.map(OpenStep::events).orElse(List.of()),
        step.map(OpenStep::acts).orElse(List.of()),
        whereabouts(standing),
        step.map(OpenStep::opened).orElse(Instant.EPOCH));
  }

  /** A lesson's own folder is where its files are, wherever the learner's shell is. */
  static Whereabouts whereabouts(LessonProgress standing) {
    Path shell = standing.directory().orElseGet(() -> Path.of("").toAbsolutePath());
    return standing
        .laid()
        .flatMap(LaidFiles::path)
        .map(folder -> Whereabouts.ofLesson(folder, shell))
        .orElseGet(() -> Whereabouts.ofShell(shell));
  }

  /** The verdicts, where a pass without the difference that its check asks for is none. */
  public static List<Verdict> sound(
      LessonProgress standing, List<Check> checks, List<Verdict> verdicts) {
    Set<String> differed = standing.open().map(OpenStep::differed).orElse(Set.of());
    return IntStream.range(0, verdicts.size())
        .mapToObj(
            i ->
                verdicts.get(i) instanceof Verdict.Passed && !isNew(checks.get(i), checks, differed)
                    ? new Verdict.Failed(
                        "changed in this step",
                        "so from the beginning",
                        ALREADY,
                        Verdict.Outlook.FINAL)
                    : verdicts.get(i))
        .toList();
  }

  /**
   * Whether a pass is the learner's doing, as far as its check asks for that.
   *
   * @param differed the sentences of those that have failed since the step opened
   */
  private static boolean isNew(Check check, List<Check> all, Set<String> differed) {
    return switch (check.baseline()) {
      case NONE -> true;
      case DIFFERS -> differed.contains(check.sentence());
      case ANY_DIFFERS ->
          all.stream()
              .filter(other -> other.baseline() == Check.Baseline.ANY_DIFFERS)
              .anyMatch(other -> differed.contains(other.sentence()));
    };
  }

  private static Set<String> ids(LessonProgress standing, Class<? extends EngineEvent> kind) {
    return standing.owned().stream()
        .filter(kind::isInstance)
        .map(EngineEvent::id)
        .collect(Collectors.toSet());
  }
}
