package dev.ropewalk.journal;

import dev.ropewalk.check.LearnerAct;
import dev.ropewalk.check.value.Variables;
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
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
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
  private final Set<EngineEvent> left;
  private final List<EngineEvent> before;
  private Variables variables;
  private Optional<Path> directory;
  private Optional<LaidFiles> laid;
  private Optional<StepId> heading;
  private @Nullable StepId open;
  private Optional<Beginning> beginning = Optional.empty();
  private Optional<BegunLine> begun = Optional.empty();
  private Optional<FreePlay> play = Optional.empty();
  private Instant opened = Instant.EPOCH;
  private final List<EngineEvent> events = new ArrayList<>();
  private final List<LearnerAct> acts = new ArrayList<>();
  private final Set<String> differed = new LinkedHashSet<>();

  LessonFold(LessonProgress from) {
    seed = from.seed();
    done = new LinkedHashMap<>(from.done());
    finished = from.finished();
    everFinished = from.everFinished();
    owned = new LinkedHashSet<>(from.owned());
    left = new LinkedHashSet<>(from.left());
    before = new ArrayList<>(from.before());
    variables = from.variables();
    directory = from.directory();
    laid = from.laid();
    heading = from.heading();
    from.open()
        .ifPresent(
            step -> {
              open = step.id();
              opened = step.opened();
              beginning = step.beginning();
              begun = step.begun();
              play = step.play();
              events.addAll(step.events());
              acts.addAll(step.acts());
              differed.addAll(step.differed());
            });
  }

  LessonFold and(Instant at, Entry entry) {
    switch (entry) {
      case Entry.LessonOpened(var chosen) -> {
        done.clear();
        startAgain(new Seed(chosen));
      }
      case Entry.LessonReset() -> {
        done.clear();
        startAgain(seed);
      }
      case Entry.StageRebuilt(var to) -> {
        startAgain(seed);
        heading = Optional.of(to);
      }
      case Entry.LessonResumed() -> {
        if (hasEffect() && begun.orElseThrow().end() == BegunLine.End.UNKNOWN) {
          acts.add(LearnerAct.Line.cutOff(begun.orElseThrow().line()));
        }
        begun = Optional.empty();
      }
      case Entry.FilesLaid(var files) -> {
        laid = Optional.of(files);
        go(files.folder());
      }
      case Entry.StageNoted(var seen) -> {
        if (open != null) {
          before.addAll(events);
          forgetStep();
          beginning = Optional.of(seen);
        }
      }
      case Entry.StepRetried() -> {
        forgetStep();
        opened = at;
      }
      case Entry.PlayBegan(var began) -> play = Optional.of(began);
      case Entry.PlayKept() -> {
        // What stays is on the engine, and who owns it is known from its birth.
      }
      case Entry.PlayEnded() -> forgetPlay();
      case Entry.LineBegan(var line) -> begun = Optional.of(begins(line, at));
      case Entry.StepOpened(var step) -> openStep(step, at);
      case Entry.Asked(var exchange) -> acts.add(new LearnerAct.Request(exchange));
      case Entry.Ran ran -> {
        acts.add(
            new LearnerAct.Line(
                ran.line(),
                ran.ran(),
                ran.recorded() ? OptionalInt.of(ran.requests()) : OptionalInt.empty(),
                ran.lane(),
                ran.exitCode(),
                ran.pipe()));
        go(ran.directory());
        begun = begun.map(BegunLine::ended);
      }
      case Entry.LineUndone() -> {
        // What taking it back does to the engine is told by events.
      }
      case Entry.Struggled _, Entry.DrillBegan _ -> {} // It is for the practice to know.
      case Entry.SkipBegun() -> acts.add(new LearnerAct.Skip());
      case Entry.Answered(var value) -> acts.add(new LearnerAct.Answer(value));
      case Entry.Happened(var event, var created) -> {
        events.add(event);
        if (created) {
          owned.add(event);
        } else if (event instanceof EngineEvent.ToVolume gone && gone.action().equals("destroy")) {
          // Another volume may get its name.
          forget(EngineEvent.ToVolume.class, gone.id());
        }
      }
      case Entry.Judged(var outcomes) -> {
        outcomes.stream()
            .filter(outcome -> outcome.verdict().equals("failed"))
            .map(Entry.Outcome::check)
            .forEach(differed::add);
        begun = begun.filter(line -> line.end() == BegunLine.End.UNKNOWN);
      }
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

  private void forget(Class<? extends EngineEvent> kind, String id) {
    Predicate<EngineEvent> isGone = birth -> kind.isInstance(birth) && birth.id().equals(id);
    owned.removeIf(isGone);
    left.removeIf(isGone);
  }

  /** What of a run is not known to be gone stays the lesson's, though it counts for no check. */
  private void leaveBehind() {
    Stream.concat(before.stream(), events.stream())
        .filter(event -> event.action().equals("destroy"))
        .forEach(event -> forget(event.getClass(), event.id()));
    left.addAll(owned);
    owned.clear();
  }

  /** The lines of a row are judged together, at its end. */
  private BegunLine begins(String line, Instant at) {
    Instant first = begun.map(BegunLine::at).orElse(at);
    int known = begun.map(BegunLine::eventsBefore).orElse(events.size());
    return new BegunLine(first, line, known, BegunLine.End.UNKNOWN);
  }

  private boolean hasEffect() {
    return begun.filter(line -> events.size() > line.eventsBefore()).isPresent();
  }

  private void startAgain(Seed chosen) {
    seed = chosen;
    heading = Optional.empty();
    finished = false;
    leaveBehind();
    before.clear();
    variables = Variables.NONE;
    open = null;
    beginning = Optional.empty();
    forgetStep();
  }

  private void openStep(StepId step, Instant at) {
    before.addAll(events);
    forgetStep();
    open = step;
    opened = at;
    beginning = Optional.empty();
    heading = heading.filter(to -> !to.equals(step));
    finished = false;
  }

  private void forgetStep() {
    events.clear();
    acts.clear();
    differed.clear();
    begun = Optional.empty();
    play = Optional.empty();
  }

  private void forgetPlay() {
    play.ifPresent(
        now -> {
          events.subList(Math.min(now.events(), events.size()), events.size()).clear();
          acts.subList(Math.min(now.acts(), acts.size()), acts.size()).clear();
          begun = Optional.empty();
        });
    play = Optional.empty();
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
        Optional.ofNullable(open)
            .map(
                step -> new OpenStep(step, opened, beginning, events, acts, differed, begun, play)),
        finished,
        everFinished,
        owned,
        left,
        before,
        variables,
        directory,
        laid,
        heading);
  }
}
