package dev.ropewalk.session;

import dev.ropewalk.check.AskedFor;
import dev.ropewalk.check.Check;
import dev.ropewalk.check.Diagnosis;
import dev.ropewalk.check.History;
import dev.ropewalk.check.Ownership;
import dev.ropewalk.check.TakenAway;
import dev.ropewalk.check.Verdict;
import dev.ropewalk.check.Whereabouts;
import dev.ropewalk.check.value.Variables;
import dev.ropewalk.engine.EngineEvent;
import dev.ropewalk.journal.LaidFiles;
import dev.ropewalk.journal.LessonProgress;
import dev.ropewalk.journal.OpenStep;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the journal knows of a lesson, in the form in which checks are judged by it. */
public final class Evidence {
  /** What is said of a pass that is none. */
  static final String ALREADY = "This was already so when the step opened.";

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
    Predicate<Check> differed =
        check ->
            standing.open().filter(it -> it.differed().contains(check.sentence())).isPresent()
                || needs(check, standing).stream()
                    .anyMatch(it -> TakenAway.since(history(standing), it));
    return IntStream.range(0, verdicts.size())
        .mapToObj(
            i ->
                verdicts.get(i) instanceof Verdict.Passed && !isNew(checks.get(i), checks, differed)
                    ? new Verdict.Failed(
                        "changed in this step",
                        "so from the beginning",
                        already(needs(checks.get(i), standing)),
                        Verdict.Outlook.FINAL)
                    : verdicts.get(i))
        .toList();
  }

  /**
   * Whether a pass is the learner's doing, as far as its check asks for that.
   *
   * @param differed whether a check has failed since the step opened
   */
  private static boolean isNew(Check check, List<Check> all, Predicate<Check> differed) {
    return switch (check.baseline()) {
      case NONE -> true;
      case DIFFERS -> differed.test(check);
      case ANY_DIFFERS ->
          all.stream()
              .filter(other -> other.baseline() == Check.Baseline.ANY_DIFFERS)
              .anyMatch(differed);
    };
  }

  private static List<AskedFor.Named> needs(Check check, LessonProgress standing) {
    try {
      return check.claim().needs(standing.variables());
    } catch (Variables.UnknownVariable _) {
      return List.of(); // Nobody can have taken away what has no name yet.
    }
  }

  private static Diagnosis already(List<AskedFor.Named> needed) {
    return new Diagnosis(
        Diagnosis.Progress.NOTHING_DONE,
        ALREADY,
        needed.isEmpty()
            ? "Undo it first, and then do it again."
            : "Undo it first, by `%s`, and then do it again."
                .formatted(TakenAway.by(needed.getFirst())));
  }

  private static Set<String> ids(LessonProgress standing, Class<? extends EngineEvent> kind) {
    return standing.owned().stream()
        .filter(kind::isInstance)
        .map(EngineEvent::id)
        .collect(Collectors.toSet());
  }
}
