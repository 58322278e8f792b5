package dev.ropewalk.play;

import dev.ropewalk.engine.Engine;
import dev.ropewalk.engine.EngineEvent;
import dev.ropewalk.engine.EngineProblem;
import dev.ropewalk.journal.LaidFiles;
import dev.ropewalk.journal.SittingJournal;
import dev.ropewalk.lesson.Needs;
import dev.ropewalk.session.Consultation;
import dev.ropewalk.session.Effect;
import dev.ropewalk.session.Input;
import dev.ropewalk.session.MachineFacts;
import dev.ropewalk.session.Message;
import dev.ropewalk.session.Prompt;
import dev.ropewalk.session.Stage;
import dev.ropewalk.verify.InsideMemory;
import dev.ropewalk.verify.Judge;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Brings a session's effects to the real journal, engine and learner. The engine is asked on a
 * thread of its own, so that a slow one never keeps an event or a key waiting.
 */
public final class LiveStage implements Stage, Engine.Listener, AutoCloseable {
  private final Front front;
  private final Judge judge;
  private final SittingJournal journal;
  private final LessonFolders folders;
  private final Consumer<Input> offer;
  private final ExecutorService asker =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("engine").daemon().factory());
  // An alarm must not wait for the engine: it may be what tells that the engine is slow.
  private final ScheduledExecutorService alarms =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("alarms").daemon().factory());
  private final InsideMemory inside = new InsideMemory();
  private final AtomicLong newest = new AtomicLong();
  private final OpenQuestions questions = new OpenQuestions();
  private volatile Runnable catchUp = () -> {};
  private final ImageFetcher fetcher;
  private Engine.Fetch fetching = () -> {};

  /**
   * @param folders where lessons lay their files
   * @param offer takes what comes of the effects
   */
  public LiveStage(
      Front front,
      Judge judge,
      SittingJournal journal,
      LessonFolders folders,
      Consumer<Input> offer) {
    this.front = front;
    this.judge = judge;
    this.journal = journal;
    this.folders = folders;
    this.offer = offer;
    this.fetcher = new ImageFetcher(judge, offer);
  }

  /** Before the engine is looked at, what has happened on it is told. */
  public void follow(Engine.Subscription events) {
    catchUp = events::catchUp;
  }

  @Override
  public void say(Message message) {
    front.say(message);
  }

  @Override
  public void record(Effect.Record record) {
    journal.append(record.at(), record.lesson(), record.entry());
  }

  @Override
  public void run(String line) {
    front.run(line);
  }

  @Override
  public void expand(String words) {
    front.expand(words);
  }

  @Override
  public void askJobs() {
    front.askJobs();
  }

  @Override
  public void look(Effect.Look it) {
    Needs.Question question = it.question();
    ask(
        () -> {
          try {
            catchUp.run();
            offer.accept(
                new Input.Looked(
                    switch (it.images()) {
                      case ANEW -> judge.world();
                      case REMEMBERED -> judge.toldWorld();
                    },
                    new MachineFacts(
                        judge.taken(question.ports()),
                        judge.lacking(question.commands()),
                        judge.ofPrivateEngine())));
          } catch (EngineProblem e) {
            offer.accept(new Input.LookFailed(e));
          }
        });
  }

  @Override
  public void lay(Effect.Lay request) {
    ask(() -> offer.accept(folders.lay(request.folder(), request.before(), request.judged())));
  }

  @Override
  public void lookAtFiles(Effect.LookAtFiles request) {
    LaidFiles laid = request.laid();
    ask(
        () ->
            offer.accept(
                new Input.FilesSeen(
                    folders.unchanged(laid), folders.texts(laid, request.judged()))));
  }

  @Override
  public void fetch(String image) {
    fetching = fetcher.begin(image);
  }

  @Override
  public void stopFetch() {
    fetching.close();
  }

  @Override
  public void greet() {
    ask(
        () -> {
          try {
            judge.greet();
            offer.accept(new Input.Greeted());
          } catch (EngineProblem e) {
            offer.accept(new Input.Lost(e));
          }
        });
  }

  @Override
  public void askMounts(String container) {
    ask(
        () -> {
          Set<String> volumes = Set.of();
          try {
            volumes = judge.volumes(container);
          } catch (EngineProblem _) {
            // Whose they are is then not known.
          }
          offer.accept(new Input.Mounts(container, volumes));
        });
  }

  @Override
  public void lookInside(Effect.LookInside request) {
    ask(
        () ->
            offer.accept(
                new Input.LookedInside(request.asker(), judge.inside(request.container()))));
  }

  @Override
  public void recall(Effect.Recall request) {
    ask(
        () -> {
          try {
            offer.accept(
                new Input.Recalled(judge.remembered(request.since()), judge.asked(request.line())));
          } catch (EngineProblem e) {
            offer.accept(new Input.LookFailed(e));
          }
        });
  }

  @Override
  public void verify(Effect.Verify it) {
    newest.set(it.round());
    ask(
        () -> {
          if (it.round() == newest.get()) {
            InsideMemory.Round looks =
                switch (it.inside()) {
                  case ANEW -> inside.anew();
                  case REMEMBERED -> inside.remembering();
                };
            var found =
                judge.judge(
                    it.step().slug(), it.checks(), it.history(), it.variables(), it.seen(), looks);
            offer.accept(new Input.Judged(it.round(), found, looks.used()));
          }
        });
  }

  @Override
  public void review(Effect.Review request) {
    ask(
        () ->
            offer.accept(
                new Input.Reviewed(
                    request.number(),
                    request.what(),
                    request.step(),
                    judge.judge(request.checks(), request.history(), request.variables()))));
  }

  @Override
  public void reply(long number, List<Message> messages) {
    questions.answer(number, messages);
  }

  /**
   * Asks the session something from another terminal, and waits for the answer. For any thread.
   *
   * @param argument what is told with it; may be empty
   * @throws TimeoutException when it does not come in time, or the session has ended
   */
  public List<Message> consult(Consultation what, String argument, Duration patience)
      throws InterruptedException, TimeoutException {
    return questions.ask(
        number -> offer.accept(new Input.Consulted(number, what, argument)), patience);
  }

  /** Whatever goes wrong is told: somebody waits for the answer. */
  private void ask(Runnable question) {
    asker.execute(
        () -> {
          try {
            question.run();
          } catch (RuntimeException | Error e) {
            offer.accept(new Input.Broken(e));
          }
        });
  }

  @Override
  public void wake(long round, Duration after) {
    var unused =
        alarms.schedule(
            () -> offer.accept(new Input.Tick(round)), after.toNanos(), TimeUnit.NANOSECONDS);
  }

  @Override
  public void ready(Prompt prompt) {
    front.ready(prompt);
  }

  @Override
  public void reprompt(Prompt prompt) {
    front.reprompt(prompt);
  }

  @Override
  public void quit() {
    front.quit();
  }

  @Override
  public void happened(EngineEvent event) {
    offer.accept(new Input.Happened(event));
  }

  @Override
  public void lost(EngineProblem problem) {
    offer.accept(new Input.Lost(problem));
  }

  @Override
  public void back() {
    offer.accept(new Input.Back());
  }

  @Override
  public void close() {
    fetching.close();
    alarms.shutdownNow();
    asker.shutdownNow();
  }
}
