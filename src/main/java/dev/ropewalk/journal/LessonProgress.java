package dev.ropewalk.journal;

import dev.ropewalk.check.value.Variables;
import dev.ropewalk.engine.EngineEvent;
import dev.ropewalk.lesson.Seed;
import dev.ropewalk.lesson.StepId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One run through a lesson, as far as it came: enough to go on with it.
 *
 * @param seed what the values of its variables are chosen by, the same in every run
 * @param done the steps that are done, and who did them
 * @param open the step that is open
 * @param finished whether the last run reached the end
 * @param everFinished whether any run did, on whichever engine
 * @param owned the births of the objects that belong to it
 * @param left the births of objects that earlier runs have left, as far as they are not known to be
 *     gone; they count for no check
 * @param before events of its objects before the open step
 * @param directory of the learner's shell after the last line
 * @param laid what it has brought along, once it was opened
 * @param heading the step up to which ropewalk was doing the steps once more
 */
public record LessonProgress(
    Seed seed,
    Map<StepId, Entry.How> done,
    Optional<OpenStep> open,
    boolean finished,
    boolean everFinished,
    Set<EngineEvent> owned,
    Set<EngineEvent> left,
    List<EngineEvent> before,
    Variables variables,
    Optional<Path> directory,
    Optional<LaidFiles> laid,
    Optional<StepId> heading) {
  /** Never opened. */
  public static final LessonProgress NEW =
      new LessonProgress(
          Seed.NONE,
          Map.of(),
          Optional.empty(),
          false,
          false,
          Set.of(),
          Set.of(),
          List.of(),
          Variables.NONE,
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  public LessonProgress {
    done = Collections.unmodifiableMap(new LinkedHashMap<>(done));
    owned = Collections.unmodifiableSet(new LinkedHashSet<>(owned));
    left = Collections.unmodifiableSet(new LinkedHashSet<>(left));
    before = List.copyOf(before);
  }

  /** The births of all that it has made, in this run and in earlier ones. */
  public Set<EngineEvent> made() {
    Set<EngineEvent> all = new LinkedHashSet<>(left);
    all.addAll(owned);
    return all;
  }

  /** With one more entry of this lesson. */
  LessonProgress and(Instant at, Entry entry) {
    return new LessonFold(this).and(at, entry).progress();
  }

  /** The same, but that it was finished somewhere. */
  LessonProgress finishedOnce() {
    return new LessonProgress(
        seed, done, open, finished, true, owned, left, before, variables, directory, laid, heading);
  }

  /** Whether this step is open. */
  public boolean isOpen(StepId step) {
    return open.filter(now -> now.id().equals(step)).isPresent();
  }
}
