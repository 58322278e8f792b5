package dev.ropewalk.journal;

import dev.ropewalk.check.Act;
import dev.ropewalk.check.Variables;
import dev.ropewalk.engine.EngineEvent;
import dev.ropewalk.lesson.Seed;
import dev.ropewalk.lesson.StepId;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A lesson's progress while entries are folded into it, in place: a long journal costs no more for
 * each of its lines than a short one. For one thread.
 */
final class LessonFold {
  private Seed seed;
  private final Map<StepId, Entry.How> done;
  private boolean finished;
  private boolean everFinished;
  private final Set<EngineEvent> owned;
  private final List<EngineEvent> before;
  private Variables variables;
  private Optional<Path> directory;
  private @Nullable StepId open;
  private Instant opened = Instant.EPOCH;
  private final List<EngineEvent> events = new ArrayList<>();
  private final List<Act> acts = new ArrayList<>();
  private final Set<String> differed = new LinkedHashSet<>();

  LessonFold(LessonProgress from) {
    seed = from.seed();
    done = new LinkedHashMap<>(from.done());
    finished = from.finished();
    everFinished = from.everFinished();
    owned = new LinkedHashSet<>(from.owned());
    before = new ArrayList<>(from.before());
    variables = from.variables();
    directory = from.directory();
    from.open()
        .ifPresent(
            step -> {
              open = step.id();
              opened = step.opened();
              events.addAll(step.events());
              acts.addAll(step.acts());
              differed.addAll(step.differed());
            });
  }

  LessonFold and(Instant at, Entry entry) {
    switch (entry) {
      case Entry.LessonOpened(var chosen) -> startAgain(new Seed(chosen));
      case Entry.LessonReset() -> startAgain(seed);
      case Entry.LessonResumed() -> {}
      case Entry.StepOpened(var step) -> openStep(step, at);
      case Entry.Ran(var line, var ran, var exitCode, var where) -> {
        acts.add(new Act.Line(line, ran, exitCode));
        go(where);
      }
      case Entry.SkipBegun() -> acts.add(new Act.Skip());
      case Entry.Answered(var value) -> acts.add(new Act.Answer(value));
      case Entry.Happened(var event, var created) -> {
        events.add(event);
        if (created) {
          owned.add(event);
        } else if (event instanceof EngineEvent.ToVolume gone && gone.action().equals("destroy")) {
          // Another volume may get its name.
          owned.removeIf(
              birth -> birth instanceof EngineEvent.ToVolume it && it.id().equals(gone.id()));
        }
      }
      case Entry.Judged(var outcomes) ->
          outcomes.stream()
              .filter(outcome -> outcome.verdict().equals("failed"))
              .map(Entry.Outcome::check)
              .forEach(differed::add);
      case Entry.StepDone(var step, var how, var captured) -> {
        done.put(step, how);
        variables = variables.with(captured);
      }
      case Entry.LessonDone() -> {
        finished = true;
        everFinished = true;
      }
    }
    return this;
  }

  private void startAgain(Seed chosen) {
    seed = chosen;
    done.clear();
    finished = false;
    owned.clear();
    before.clear();
    variables = Variables.NONE;
    open = null;
    forgetStep();
  }

  private void openStep(StepId step, Instant at) {
    before.addAll(events);
    forgetStep();
    open = step;
    opened = at;
    finished = false;
  }

  private void forgetStep() {
    events.clear();
    acts.clear();
    differed.clear();
  }

  /** A folder that this machine cannot name is where nobody can be. */
  private void go(String where) {
    if (!where.isBlank()) {
      try {
        directory = Optional.of(Path.of(where));
      } catch (InvalidPathException _) {
        // The last one that could be named stays.
      }
    }
  }

  LessonProgress progress() {
    return new LessonProgress(
        seed,
        done,
        Optional.ofNullable(open).map(step -> new OpenStep(step, opened, events, acts, differed)),
        finished,
        everFinished,
        owned,
        before,
        variables,
        directory);
  }
}
