package dev.ropewalk.session;

import dev.ropewalk.check.Verdict;
import dev.ropewalk.engine.World;
import dev.ropewalk.journal.FreePlay;
import dev.ropewalk.journal.LessonProgress;
import dev.ropewalk.journal.OpenStep;
import dev.ropewalk.journal.Progress;
import dev.ropewalk.lesson.Course;
import dev.ropewalk.lesson.Lesson;
import dev.ropewalk.lesson.Seed;
import dev.ropewalk.lesson.Step;
import dev.ropewalk.lesson.StepId;
import dev.ropewalk.practice.Practice;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where a session stands. What is on record is in {@code progress}, which is folded from the very
 * entries that go to the journal; the rest is of the moment.
 *
 * @param origin the seed from which those of lessons that were never opened are made
 * @param lesson the lesson that is open, or that waits at its door
 * @param door whether the lesson waits because something is missing or in the way
 * @param holder whose turn it is: set when the prompt is given, and when a line is taken
 * @param world what was last seen on the engine
 * @param link whether the engine answers
 * @param script lines that ropewalk still has to type
 * @param errand what ropewalk is doing in the learner's place
 * @param hints how many hints of the step were shown
 * @param round the number of the last round of judging
 * @param lastEvent when something last happened to the lesson's objects
 * @param lastEvents when something last happened, to the lesson's objects, that a check may follow:
 *     by the number of the check
 * @param passedSince since when a check has passed without a break
 * @param verdicts those of the last round
 * @param knowledge what is known of the engine
 * @param line what has happened since the last line began, and what it asked for
 * @param looked when {@code world} was seen
 * @param manner how the learner works
 * @param practising what went wrong, and what of it is practised
 * @param elsewhere what runs in the learner's own shells, by the shell's name
 */
public record State(
    Course course,
    Progress progress,
    Seed origin,
    Optional<Lesson> lesson,
    Door door,
    Phase phase,
    Holder holder,
    World world,
    Link link,
    List<String> script,
    Optional<Errand> errand,
    int hints,
    long round,
    Instant lastEvent,
    Map<Integer, Instant> lastEvents,
    Map<Integer, Instant> passedSince,
    List<Verdict> verdicts,
    EngineKnowledge knowledge,
    LineAccount line,
    Instant looked,
    Manner manner,
    Practising practising,
    Map<String, LineElsewhere> elsewhere) {
  /** Whether a lesson can be worked on. */
  enum Door {
    OPEN,
    SHUT
  }

  /** Whose turn it is. */
  enum Holder {
    LEARNER,
    ROPEWALK
  }

  /** Whether the engine answers. */
  enum Link {
    UP,
    DOWN
  }

  public State {
    script = List.copyOf(script);
    lastEvents = Map.copyOf(lastEvents);
    passedSince = Map.copyOf(passedSince);
    verdicts = List.copyOf(verdicts);
    elsewhere = Map.copyOf(elsewhere);
  }

  /** The beginning: nothing is open yet, and lessons are as nobody in particular gets them. */
  public static State start(Course course, Progress progress) {
    return start(course, progress, Seed.NONE);
  }

  /** The same with a seed for the lessons that are opened for the first time. */
  public static State start(Course course, Progress progress, Seed origin) {
    return start(course, progress, origin, Manner.STEADY);
  }

  /** The same for a learner who works in this manner, and of whom nothing went wrong yet. */
  public static State start(Course course, Progress progress, Seed origin, Manner manner) {
    return start(course, progress, origin, manner, Practice.NONE, Optional.empty());
  }

  /** The same for a learner of whom something may have gone wrong, and who may practise it. */
  public static State start(
      Course course,
      Progress progress,
      Seed origin,
      Manner manner,
      Practice practice,
      Optional<Drills> drills) {
    return new State(
        course,
        progress,
        origin,
        Optional.empty(),
        Door.OPEN,
        new Phase.AtPrompt(),
        Holder.ROPEWALK,
        World.EMPTY,
        Link.UP,
        List.of(),
        Optional.empty(),
        0,
        0,
        Instant.EPOCH,
        Map.of(),
        Map.of(),
        List.of(),
        EngineKnowledge.NONE,
        LineAccount.NONE,
        Instant.EPOCH,
        manner,
        new Practising(practice, drills),
        Map.of());
  }

  /** The lines that run in the learner's own shells, by the shell's name. */
  Map<String, String> runningElsewhere() {
    return elsewhere.entrySet().stream()
        .filter(each -> !each.getValue().text().isEmpty())
        .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().text()));
  }

  /** Whether a line that began in a step runs on in one of these shells. */
  boolean runsElsewhere(StepId step) {
    return elsewhere.values().stream().anyMatch(line -> line.isOf(step));
  }

  /** The steps that went wrong once. */
  Practice practice() {
    return practising.practice();
  }

  /** What is practised in the place of lessons; empty in a course. */
  Optional<Drills> drills() {
    return practising.drills();
  }

  /** How far the open lesson is. */
  LessonProgress standing() {
    return lesson.map(l -> progress.of(l.id())).orElse(LessonProgress.NEW);
  }

  /** What the look of this moment has shown, unless the engine has told of something since. */
  Optional<World> justSeen() {
    return phase instanceof Phase.Looking && knowledge.news().isEmpty()
        ? Optional.of(world)
        : Optional.empty();
  }

  /** The step to be done now; none at a shut door and after the end. */
  public Optional<Step> step() {
    if (door == Door.SHUT || lesson.isEmpty() || standing().finished()) {
      return Optional.empty();
    }
    return standing()
        .open()
        .flatMap(
            open ->
                lesson.get().steps().stream()
                    .filter(step -> step.id().equals(open.id()))
                    .findFirst());
  }

  /** A step of the open lesson as it is told. */
  Message.StepText text(Step step) {
    Lesson open = lesson.orElseThrow();
    return new Message.StepText(
        open, step, open.steps().indexOf(step) + 1, standing().done().size());
  }

  /** Whether what happens does not count for the open step. */
  Optional<FreePlay.Kind> play() {
    return step().flatMap(_ -> standing().open()).flatMap(OpenStep::play).map(FreePlay::kind);
  }

  /** What counts as the learner's beside what is known to be theirs. */
  Wishes wishes() {
    return manner == Manner.BESIDE ? step().map(Wishes::of).orElse(Wishes.NONE) : Wishes.NONE;
  }

  /** The number of the step to be done now, from 1; 0 where there is none. */
  int number() {
    return step().map(step -> lesson.orElseThrow().steps().indexOf(step) + 1).orElse(0);
  }

  /** What the prompt shows. */
  public Prompt prompt() {
    var question =
        switch (phase) {
          case Phase.Confirming(Phase.Proposal.Reset(var none)) when none.isEmpty() ->
              Prompt.Question.AGAIN;
          case Phase.Confirming(Phase.Proposal.Reset _),
              Phase.Confirming(Phase.Proposal.ClearUp _) ->
              Prompt.Question.REMOVE;
          case Phase.Confirming(Phase.Proposal.SetStage _),
              Phase.Confirming(Phase.Proposal.Undo _) ->
              Prompt.Question.RUN;
          case Phase.Confirming(Phase.Proposal.Fetch _) -> Prompt.Question.FETCH;
          default -> Prompt.Question.NONE;
        };
    return new Prompt(
        lesson.map(l -> l.id().slug()).orElse(""),
        number(),
        lesson.map(l -> l.steps().size()).orElse(0),
        question,
        play().map(State::counts).orElse(Prompt.Counts.NOW));
  }

  private static Prompt.Counts counts(FreePlay.Kind play) {
    return switch (play) {
      case BETWEEN -> Prompt.Counts.WHEN_OPEN;
      case ASIDE -> Prompt.Counts.NOT_ASIDE;
    };
  }

  /** Whether every step of the open lesson is done. */
  public boolean finished() {
    return lesson.isPresent() && standing().finished();
  }
}
