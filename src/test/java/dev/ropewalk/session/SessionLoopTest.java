package dev.ropewalk.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.command.Creations;
import dev.ropewalk.command.DockerUse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The one queue and its one consumer. */
final class SessionLoopTest {
  @TempDir private Path folder;

  /** Writes down what it is asked to do. */
  private static class NotedStage implements Stage {
    final List<String> asked = new ArrayList<>();

    @Override
    public void say(Message message) {
      asked.add("say " + message.getClass().getSimpleName());
    }

    @Override
    public void record(Effect.Record record) {
      asked.add("record " + record.entry().getClass().getSimpleName());
    }

    @Override
    public void run(String line) {
      asked.add("run " + line);
    }

    @Override
    public void askMounts(String container) {
      asked.add("mounts " + container);
    }

    @Override
    public void fetch(String image) {
      asked.add("fetch " + image);
    }

    @Override
    public void stopFetch() {
      asked.add("stop fetching");
    }

    @Override
    public void lookInside(Effect.LookInside request) {}

    @Override
    public void recall(Effect.Recall request) {
      asked.add("recall");
    }

    @Override
    public void expand(String words) {
      asked.add("expand " + words);
    }

    @Override
    public void askJobs() {
      asked.add("jobs");
    }

    @Override
    public void look(Effect.Look request) {
      asked.add("look");
    }

    @Override
    public void lay(Effect.Lay request) {
      asked.add("lay " + request.folder().name());
    }

    @Override
    public void lookAtFiles(Effect.LookAtFiles request) {
      asked.add("look at files in " + request.laid().folder());
    }

    @Override
    public void greet() {
      asked.add("greet");
    }

    @Override
    public void verify(Effect.Verify request) {
      asked.add("verify");
    }

    @Override
    public void review(Effect.Review request) {
      asked.add("review");
    }

    @Override
    public void reply(long number, List<Message> messages) {
      asked.add("reply " + messages.size());
    }

    @Override
    public void wake(long round, Duration after) {
      asked.add("wake");
    }

    @Override
    public void ready(Prompt prompt) {
      asked.add("ready");
    }

    @Override
    public void reprompt(Prompt prompt) {
      asked.add("reprompt");
    }

    @Override
    public void quit() {
      asked.add("quit");
    }
  }

  private SessionLoop loop() {
    return new SessionLoop(Rehearsal.in(folder).state(), Clock.systemUTC());
  }

  @Test
  void
      effects_are_carried_out_in_their_order_but_the_engine_is_asked_before_the_journal_is_written() {
    SessionLoop loop = loop();
    NotedStage stage = new NotedStage();
    loop.offer(new Input.Open(Optional.empty(), Optional.empty()));
    loop.offer(new Input.Looked(SampleWorld.REDIS_ONLY, MachineFacts.USUAL));
    loop.offer(new Input.Typed("docker ps"));
    loop.offer(
        new Input.Finished(
            "docker ps",
            List.of(),
            Creations.NONE,
            DockerUse.LOOKS,
            0,
            Path.of("home"),
            Input.Finished.Shell.LIVES));
    loop.offer(new Input.Typed(":quit"));
    loop.offer(new Input.Jobs(List.of()));

    loop.run(stage);

    assertThat(stage.asked)
        .containsExactly(
            "look",
            "say Welcome",
            "record LessonOpened",
            "say LessonText",
            "record StepOpened",
            "record StageNoted",
            "say StepText",
            "ready",
            "record LineBegan",
            "run docker ps",
            "look",
            "record Ran",
            "jobs",
            "say Note",
            "quit");
    assertThat(loop.state().number()).isEqualTo(1);
  }

  @Test
  void a_bug_in_our_own_asking_ends_the_session_and_is_kept() {
    SessionLoop loop = loop();
    NotedStage stage = new NotedStage();
    var bug = new IllegalStateException("a bug");
    loop.offer(new Input.Open(Optional.empty(), Optional.empty()));
    loop.offer(new Input.Broken(bug));

    loop.run(stage);

    assertThat(stage.asked).containsExactly("look", "quit");
    assertThat(loop.failure()).containsSame(bug);
  }

  @Test
  void an_error_such_as_full_memory_ends_the_session_as_a_bug_does() {
    SessionLoop loop = loop();
    NotedStage stage = new NotedStage();
    var full = new OutOfMemoryError("an archive");
    loop.offer(new Input.Broken(full));

    loop.run(stage);

    assertThat(stage.asked).containsExactly("quit");
    assertThat(loop.failure()).get().satisfies(e -> assertThat(e).hasCause(full));
  }

  @Test
  void a_journal_that_cannot_be_written_ends_the_session_and_lets_the_learner_go() {
    SessionLoop loop = loop();
    NotedStage full =
        new NotedStage() {
          @Override
          public void record(Effect.Record record) {
            throw new UncheckedIOException(new IOException("no space left on device"));
          }
        };
    loop.offer(new Input.Open(Optional.empty(), Optional.empty()));
    loop.offer(new Input.Looked(SampleWorld.REDIS_ONLY, MachineFacts.USUAL));

    loop.run(full);

    assertThat(loop.failure()).containsInstanceOf(UncheckedIOException.class);

    assertThat(full.asked).containsExactly("look", "say Welcome", "quit");
  }

  @Test
  void an_interrupted_thread_ends_the_loop_and_stays_interrupted() throws Exception {
    SessionLoop loop = loop();
    boolean[] interrupted = new boolean[1];
    Thread thread =
        Thread.ofPlatform()
            .start(
                () -> {
                  loop.run(new NotedStage());
                  interrupted[0] = Thread.currentThread().isInterrupted();
                });

    thread.interrupt();
    thread.join();

    assertThat(interrupted[0]).isTrue();
  }
}
