package dev.ropewalk.play;

import dev.ropewalk.command.CommandTable;
import dev.ropewalk.command.Secrets;
import dev.ropewalk.engine.Engine;
import dev.ropewalk.engine.EngineInfo;
import dev.ropewalk.environment.HomeFiles;
import dev.ropewalk.journal.EngineId;
import dev.ropewalk.journal.Entry;
import dev.ropewalk.journal.Journal;
import dev.ropewalk.journal.Sitting;
import dev.ropewalk.journal.SittingJournal;
import dev.ropewalk.lesson.Course;
import dev.ropewalk.lesson.CourseId;
import dev.ropewalk.lesson.LessonId;
import dev.ropewalk.lesson.Seed;
import dev.ropewalk.lesson.StepId;
import dev.ropewalk.patience.Patience;
import dev.ropewalk.session.Input;
import dev.ropewalk.session.Message;
import dev.ropewalk.session.Prompt;
import dev.ropewalk.session.SessionLoop;
import dev.ropewalk.session.State;
import dev.ropewalk.verify.Judge;
import dev.ropewalk.verify.LiveProbes;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Plays a course without anybody at the terminal: types lines into the same session that a learner
 * has, and keeps what the learner would read. For one thread.
 */
public final class Player extends QueuedFront implements AutoCloseable {
  /** What is played is nobody's progress: each player has a journal of its own. */
  private static final CourseId PLAYED = new CourseId("played");

  private final Workplace workplace;
  private final SessionLoop loop;
  private final LiveStage stage;
  private final Engine.Subscription events;
  private final Thread session;
  private final List<Message> said = new ArrayList<>();
  private boolean left;

  /**
   * @param files of the machine that the shell is on
   * @param workplace the shell that lines run in
   */
  public Player(
      Course course,
      Engine engine,
      CommandTable commands,
      Journal journal,
      HomeFiles files,
      Workplace workplace,
      Clock clock) {
    this(
        course,
        engine,
        new Judge(engine, new LiveProbes(engine), commands),
        journal,
        files,
        workplace,
        Map.of(),
        clock);
  }

  /**
   * A player whose engine is judged in a way of its own, as one on a private machine is.
   *
   * @param judge of the same engine
   * @param files of the machine that the shell is on
   * @param workplace the shell that lines run in
   * @param seeds by which the values of lessons are chosen; of others they are the first
   */
  public Player(
      Course course,
      Engine engine,
      Judge judge,
      Journal journal,
      HomeFiles files,
      Workplace workplace,
      Map<LessonId, Seed> seeds,
      Clock clock) {
    this.workplace = workplace;
    EngineInfo info = engine.info();
    Sitting sitting = new Sitting(PLAYED, "", new EngineId(info.id()));
    SittingJournal played = new SittingJournal(journal, sitting, Secrets::hide);
    seeds.forEach(
        (lesson, seed) ->
            played.append(clock.instant(), lesson, new Entry.LessonOpened(seed.value())));
    this.loop = new SessionLoop(State.start(course, played.progress()), clock);
    this.stage = new LiveStage(this, judge, played, new LessonFolders(files), loop::offer);
    engine.tidy();
    this.events = engine.subscribe(clock.instant().plus(info.clockAhead()), stage);
    stage.follow(events);
    this.session = Thread.ofPlatform().name("session").daemon().start(() -> loop.run(stage));
  }

  /**
   * Opens a lesson, with the steps before a step done, and returns what was said until the prompt
   * came.
   */
  public List<Message> open(LessonId lesson, Optional<StepId> step) throws InterruptedException {
    // A line that is typed at once may be over before its events could be told. Where the engine is
    // lost, the session will say so.
    var unused = events.awaitAccepted(Patience.BUSY_MACHINE);
    return until(new Input.Open(Optional.of(lesson), step));
  }

  /** Types a line, and returns what was said until the prompt came. */
  public List<Message> type(String line) throws InterruptedException {
    return until(new Input.Typed(line));
  }

  /** Hears what a recorder has to tell. Any thread. */
  public void hear(Input input) {
    loop.offer(input);
  }

  /** Where the session stands. */
  public State state() {
    return loop.state();
  }

  /** Whether the session is over: the shell has ended, or a line has left it. */
  public boolean isLeft() {
    return left;
  }

  private List<Message> until(Input input) throws InterruptedException {
    if (left) {
      throw new IllegalStateException("the session has been left");
    }
    loop.offer(input);
    while (true) {
      switch (next()) {
        case Task.Run(var line) -> loop.offer(workplace.run(line));
        case Task.Expand(var words) -> loop.offer(workplace.expand(words));
        case Task.Jobs _ -> throw new IllegalStateException("nobody is told of jobs");
        case Task.Read _ -> {
          return heard();
        }
        case Task.Leave _ -> {
          left = true;
          if (loop.failure().isPresent()) {
            throw loop.failure().get();
          }
          return heard();
        }
      }
    }
  }

  private List<Message> heard() {
    synchronized (said) {
      List<Message> heard = List.copyOf(said);
      said.clear();
      return heard;
    }
  }

  @Override
  public void say(Message message) {
    synchronized (said) {
      said.add(message);
    }
  }

  /** Nobody is there to be told. */
  @Override
  public void askJobs() {
    loop.offer(new Input.Jobs(List.of()));
  }

  @Override
  public void reprompt(Prompt prompt) {
    // Nobody looks at it.
  }

  /** Ends the session, and returns when nothing of it goes on. */
  @Override
  public void close() {
    events.close();
    // The first may be taken for the answer to a question, which it declines.
    loop.offer(new Input.Typed(":quit"));
    loop.offer(new Input.Typed(":quit"));
    try {
      session.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    stage.close();
  }
}
