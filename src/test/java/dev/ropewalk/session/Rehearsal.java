package dev.ropewalk.session;

import dev.ropewalk.check.Verdict;
import dev.ropewalk.command.Creations;
import dev.ropewalk.engine.EngineEvent;
import dev.ropewalk.engine.EngineProblem;
import dev.ropewalk.engine.World;
import dev.ropewalk.journal.EngineId;
import dev.ropewalk.journal.Entry;
import dev.ropewalk.journal.JournalLine;
import dev.ropewalk.journal.OpenStep;
import dev.ropewalk.journal.Progress;
import dev.ropewalk.journal.Sitting;
import dev.ropewalk.lesson.Course;
import dev.ropewalk.lesson.CourseId;
import dev.ropewalk.lesson.LessonId;
import dev.ropewalk.lesson.Seed;
import dev.ropewalk.lesson.StepId;
import dev.ropewalk.practice.Drill;
import dev.ropewalk.practice.Practice;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A session whose inputs are made by hand and whose clock stands still until it is moved. The
 * lesson {@code first} has three steps: a container (within 5 s, holds 1 s), an answer, a removal;
 * the lesson {@code second} needs the image redis, the name box and port 12345, and has two steps.
 */
final class Rehearsal {
  private static final Sitting SITTING =
      new Sitting(CourseId.BUILT_IN, "rehearsal", new EngineId("FAKE"));

  private final List<JournalLine> journal = new ArrayList<>();
  private final Course course;
  private final Seed origin;
  private Instant now = Instant.parse("2030-01-01T00:00:00Z");
  private State state;
  private List<Effect> effects = List.of();

  private Rehearsal(Course course, Progress progress, Seed origin, Manner manner) {
    this(course, origin, State.start(course, progress, origin, manner));
  }

  private Rehearsal(Course course, Seed origin, State state) {
    this.course = course;
    this.origin = origin;
    this.state = state;
  }

  /** A sitting for practice, in which no drill is open yet. */
  static Rehearsal practising(Path folder, Practice practice, Drill... drills) {
    Instant now = Instant.parse("2030-01-01T00:00:00Z");
    Drills all = Drills.begin(List.of(drills), now);
    Course course = TwoLessons.in(folder);
    return new Rehearsal(
        course,
        Seed.NONE,
        State.start(course, Progress.NONE, Seed.NONE, Manner.STEADY, practice, Optional.of(all)));
  }

  /** A session beside the learner's own shells, in which nothing is open. */
  static Rehearsal beside(Path folder) {
    return new Rehearsal(TwoLessons.in(folder), Progress.NONE, Seed.NONE, Manner.BESIDE);
  }

  /** A session of a person who reads, at the first step of the first lesson. */
  static Rehearsal paced(Path folder) {
    return new Rehearsal(TwoLessons.in(folder), Progress.NONE, Seed.NONE, Manner.PROMPT)
        .open("first")
        .looked(SampleWorld.REDIS_ONLY);
  }

  /** A session in which nothing is open. */
  static Rehearsal in(Path folder) {
    return of(folder, TwoLessons.FILES, Seed.NONE);
  }

  /** A session of a learner with a course of its own, in which nothing is open. */
  static Rehearsal of(Path folder, Map<String, String> files, Seed origin) {
    return new Rehearsal(CourseFiles.open(folder, files), Progress.NONE, origin, Manner.STEADY);
  }

  /** A session at the first step of the first lesson, on an engine with nothing but redis. */
  static Rehearsal opened(Path folder) {
    return in(folder).open("first").looked(SampleWorld.REDIS_ONLY);
  }

  /** A session at the second step of it, with the container of the first one running. */
  static Rehearsal atSecondStep(Path folder) {
    return opened(folder).firstStepDone();
  }

  /** A session of another day on the same journal. */
  Rehearsal again() {
    Rehearsal next = new Rehearsal(course, progress(), origin, state.manner());
    next.journal.addAll(journal);
    next.now = now;
    return next;
  }

  Rehearsal input(Input input) {
    Session.Next next = Session.next(state, input, now);
    state = next.state();
    effects = next.effects();
    all(Effect.Record.class)
        .forEach(it -> journal.add(new JournalLine(it.at(), SITTING, it.lesson(), it.entry())));
    return this;
  }

  Rehearsal open(String lesson) {
    return input(new Input.Open(Optional.of(new LessonId(lesson)), Optional.empty()));
  }

  Rehearsal openAt(String lesson, String step) {
    return input(new Input.Open(Optional.of(new LessonId(lesson)), Optional.of(new StepId(step))));
  }

  Rehearsal typed(String line) {
    return input(new Input.Typed(line));
  }

  Rehearsal finished(String line) {
    return finished(line, 0);
  }

  Rehearsal finished(String line, int exitCode) {
    return finished(line, exitCode, Input.Finished.Shell.LIVES);
  }

  /** What the shell says when it is asked for its jobs. */
  Rehearsal jobs(String... jobs) {
    return input(new Input.Jobs(List.of(jobs)));
  }

  /** The shell has expanded words that ask for nothing. */
  static Input expanded(String value) {
    return new Input.Expanded(value, Creations.NONE);
  }

  /** The line ended the shell. */
  Rehearsal shellEnded(String line) {
    return finished(line, 0, Input.Finished.Shell.ENDED);
  }

  private Rehearsal finished(String line, int exitCode, Input.Finished.Shell shell) {
    return input(
        new Input.Finished(
            line,
            List.of(),
            LineWords.asked(line),
            LineWords.use(line),
            exitCode,
            Path.of("home"),
            shell));
  }

  Rehearsal looked(World world, Integer... takenPorts) {
    return input(new Input.Looked(world, new MachineFacts(Set.of(takenPorts), Set.of(), false)));
  }

  /** The verdicts of the round that was asked for last. */
  Rehearsal judged(Verdict... verdicts) {
    return judged(state.round(), verdicts);
  }

  Rehearsal judged(long round, Verdict... verdicts) {
    return input(new Input.Judged(round, Arrays.asList(verdicts), false));
  }

  /** The tick that the last effects asked for. */
  Rehearsal woken() {
    Effect.Wake wake = only(Effect.Wake.class);
    return after(wake.after()).input(new Input.Tick(wake.round()));
  }

  Rehearsal lost() {
    return input(new Input.Lost(problem()));
  }

  Rehearsal back() {
    return input(new Input.Back());
  }

  Rehearsal lookFailed() {
    return input(new Input.LookFailed(problem()));
  }

  private static EngineProblem problem() {
    return new EngineProblem(EngineProblem.Kind.UNREACHABLE, "nobody is there.", null);
  }

  /** Moves the clock. */
  Rehearsal after(Duration duration) {
    now = now.plus(duration);
    return this;
  }

  /** Something happens to a container. */
  Rehearsal happens(String action, String name) {
    return input(new Input.Happened(event(action, name)));
  }

  EngineEvent event(String action, String name) {
    return new EngineEvent.ToContainer(now, action, SampleWorld.id(name), name, "redis", Map.of());
  }

  /** A line that creates and starts a container, up to the look at the engine. */
  Rehearsal runs(String name) {
    String line = "docker run -d --name " + name + " redis";
    return typed(line)
        .happens("create", name)
        .happens("start", name)
        .finished(line)
        .looked(SampleWorld.with(name));
  }

  /** The first step is done by a line of the learner; the second one is open. */
  Rehearsal firstStepDone() {
    return runs("box")
        .judged(SampleVerdict.PASSED, SampleVerdict.PASSED)
        .woken()
        .judged(SampleVerdict.PASSED, SampleVerdict.PASSED);
  }

  State state() {
    return state;
  }

  /** The step that is open, and what has happened in it. */
  OpenStep openStep() {
    return state.standing().open().orElseThrow();
  }

  Instant now() {
    return now;
  }

  /** All entries so far. */
  List<Entry> journal() {
    return journal.stream().map(JournalLine::entry).toList();
  }

  /** What is folded from them, as on another day. */
  Progress progress() {
    return Progress.of(journal, SITTING.course(), SITTING.engine());
  }

  /** The effects of the last input. */
  List<Effect> effects() {
    return effects;
  }

  /** What the last input made the session say. */
  List<Message> said() {
    return all(Effect.Say.class).stream().map(Effect.Say::message).toList();
  }

  /** The text of the note that was said last by it. */
  String note() {
    return ((Message.Note) said().getLast()).text();
  }

  /** The plan that was told last by it. */
  Message.StagePlan plan() {
    return (Message.StagePlan) said().getLast();
  }

  /** The effects of the last input that are not words. */
  List<Class<?>> did() {
    return effects.stream()
        .filter(effect -> !(effect instanceof Effect.Say || effect instanceof Effect.Record))
        .<Class<?>>map(Object::getClass)
        .toList();
  }

  <E extends Effect> List<E> all(Class<E> kind) {
    return effects.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** The only effect of a kind that the last input had. */
  <E extends Effect> E only(Class<E> kind) {
    List<E> found = all(kind);
    if (found.size() != 1) {
      throw new AssertionError("one " + kind.getSimpleName() + " was expected in " + effects);
    }
    return found.getFirst();
  }

  /** The lines that ropewalk asks the shell to run. */
  String line() {
    return only(Effect.Run.class).line();
  }
}
