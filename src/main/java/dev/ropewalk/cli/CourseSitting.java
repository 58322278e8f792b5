package dev.ropewalk.cli;

import dev.ropewalk.command.CommandTable;
import dev.ropewalk.command.Secrets;
import dev.ropewalk.engine.Engine;
import dev.ropewalk.engine.docker.EngineAddress;
import dev.ropewalk.environment.LearnerEnvironment;
import dev.ropewalk.environment.PrivateEnvironment;
import dev.ropewalk.journal.EngineId;
import dev.ropewalk.journal.Journal;
import dev.ropewalk.journal.JournalLock;
import dev.ropewalk.journal.Sitting;
import dev.ropewalk.journal.SittingJournal;
import dev.ropewalk.lesson.Course;
import dev.ropewalk.lesson.CourseId;
import dev.ropewalk.lesson.LessonId;
import dev.ropewalk.lesson.Seed;
import dev.ropewalk.meeting.Answer;
import dev.ropewalk.meeting.Meeting;
import dev.ropewalk.meeting.Request;
import dev.ropewalk.play.Front;
import dev.ropewalk.play.LessonFolders;
import dev.ropewalk.play.LiveStage;
import dev.ropewalk.play.RecordedLines;
import dev.ropewalk.practice.Practice;
import dev.ropewalk.recorder.Recorder;
import dev.ropewalk.session.Drills;
import dev.ropewalk.session.Input;
import dev.ropewalk.session.LookedFor;
import dev.ropewalk.session.Manner;
import dev.ropewalk.session.SessionLoop;
import dev.ropewalk.session.State;
import dev.ropewalk.shell.LearnerShell;
import dev.ropewalk.shell.Limits;
import dev.ropewalk.verify.Judge;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** Sits a learner down at the course: what all commands that open it have in common. */
record CourseSitting(Context context) {
  /** For lines whose output goes through us, since the shell has no terminal of its own. */
  static final Limits CAPTURED = new Limits(Duration.ofMinutes(10), 1 << 20);

  /** What is done with the journal while it is ours. */
  interface Sat {
    int with(SittingJournal journal) throws IOException, InterruptedException;
  }

  /** The work of the thread that faces the learner; ends when the learner leaves. */
  interface Work {
    void untilLeft() throws InterruptedException;
  }

  /** Who answers other terminals, once the session has its stage. */
  interface Desk {
    Function<Request, Answer> at(LiveStage stage);
  }

  /** Takes the journal for one learner, and gives it back. */
  int with(LearnerEnvironment environment, CourseId course, Optional<LessonId> id, Sat sat)
      throws IOException, InterruptedException {
    try (Journal file = Journal.open(context.places().journal());
        JournalLock lock = JournalLock.take(context.places().lock(), holder(id))) {
      var sitting = new Sitting(course, session(), engine(environment));
      var journal =
          new SittingJournal(
              file, sitting, Secrets::hide, lesson -> lock.tell(holder(Optional.of(lesson))));
      int code = sat.with(journal);
      journal.settle();
      return code;
    }
  }

  /** Who works with the journal, for somebody who finds it taken. */
  private static String holder(Optional<LessonId> lesson) {
    String terminal = "";
    try {
      Path in = Path.of("/proc/self/fd/0").toRealPath();
      terminal = in.startsWith("/dev") ? ", terminal " + in : "";
    } catch (IOException _) {
      // This system does not tell.
    }
    return "process "
        + ProcessHandle.current().pid()
        + terminal
        + lesson.map(id -> ", at the lesson `" + id + "`").orElse("");
  }

  /** No two processes of a machine that start in the same second have the same pid. */
  private String session() {
    return "%s-%s"
        .formatted(context.clock().instant().getEpochSecond(), ProcessHandle.current().pid());
  }

  private static EngineId engine(LearnerEnvironment environment) {
    return environment.isPrivate()
        ? EngineId.PRIVATE
        : new EngineId(environment.engine().info().id());
  }

  Judge judge(LearnerEnvironment environment, CommandTable commands, LearnerShell shell) {
    return new Judge(
        environment.engine(),
        environment.probes(shell::directory),
        commands,
        environment.isPrivate());
  }

  RecordedLines recorded(LearnerEnvironment environment, SessionLoop loop) {
    if (environment instanceof PrivateEnvironment inside) {
      return recorded(
          (_, listener) ->
              Recorder.startInside(inside.meetingPoint("lanes"), inside.socket(), listener),
          () -> true,
          loop);
    }
    EngineAddress engine = context.address();
    return recorded(
        (folder, listener) -> Recorder.start(folder, engine, listener),
        () -> engine.equals(context.address()),
        loop);
  }

  private static RecordedLines recorded(
      RecordedLines.Start start, BooleanSupplier applies, SessionLoop loop) {
    return RecordedLines.with(start, applies, () -> LookedFor.in(loop.state()), loop::offer);
  }

  SessionLoop loop(Course opened, SittingJournal journal, Manner manner) {
    return loop(opened, journal, manner, Optional.empty());
  }

  /**
   * @param drills what is practised in the place of lessons; empty for the course itself
   */
  SessionLoop loop(Course opened, SittingJournal journal, Manner manner, Optional<Drills> drills) {
    Instant now = context.clock().instant();
    Seed origin = new Seed(now.getEpochSecond() * 1_000_000_000 + now.getNano());
    return new SessionLoop(
        State.start(
            opened,
            journal.progress(),
            origin,
            manner,
            Practice.read(context.places().journal(), Practice.course(journal.sitting().course())),
            drills),
        context.clock());
  }

  void play(
      SessionLoop loop,
      Front front,
      Work work,
      Optional<LessonId> id,
      Engine engine,
      Judge judge,
      SittingJournal journal,
      LearnerEnvironment.Home home,
      Desk desk)
      throws InterruptedException {
    Instant since = context.clock().instant().plus(engine.info().clockAhead());
    engine.tidy();
    try (LiveStage stage =
            new LiveStage(front, judge, journal, new LessonFolders(home.files()), loop::offer);
        Engine.Subscription events = engine.subscribe(since, stage)) {
      stage.follow(events);
      try (Meeting unused = Meeting.open(context.places().pointer(), desk.at(stage))) {
        Thread unusedThread =
            Thread.ofPlatform().name("session").daemon().start(() -> loop.run(stage));
        loop.offer(new Input.Open(id, Optional.empty()));
        work.untilLeft();
        if (loop.failure().isPresent()) {
          throw loop.failure().get();
        }
      }
    }
  }
}
