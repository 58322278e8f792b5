package dev.ropewalk.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.ropewalk.lesson.Lesson;
import dev.ropewalk.lesson.LessonId;
import dev.ropewalk.sandbox.InPrivateEngines;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ropewalk is killed at random moments while lines run, and the engine is restarted now and then.
 * No acknowledged step is lost, and from each resumed state both the same line and {@code :skip}
 * lead to the step's end. {@code -Dkills=N} says how often ({@code make soak}: 1,000); {@code
 * -Dseed=N} does the same again. Needs root.
 */
@InPrivateEngines
class KillSoakIT {
  private static final String LESSON = "detached-mode";
  private static final int KILLS = Integer.getInteger("kills", 12);
  private static final long SEED = Long.getLong("seed", 13);
  private static final int KILLED = 137;
  private static final int RESTART_EVERY = 8;
  private static final String QUESTION = "(y/n)";
  private static final Pattern PROMPT =
      Pattern.compile("\\n" + LESSON + "(?: (\\d)/\\d)? desk \\$$");

  @TempDir Path folder;
  private final Random random = new Random(SEED);
  private final Lesson lesson = Home.course().lesson(new LessonId(LESSON));
  private PrivateEngine engine;
  private Learner learner;

  @BeforeEach
  void start() throws IOException {
    assumeThat(System.getProperty("user.name")).isEqualTo("root");
    assumeThat(Path.of("/usr/sbin/dockerd")).isExecutable();
    engine = PrivateEngine.with("redis", folder);
    learner =
        Learner.starts(
            new Home(folder), 120, Map.of("DOCKER_HOST", engine.address()), "learn", LESSON);
  }

  @AfterEach
  void stop() throws IOException {
    if (learner != null) {
      learner.close();
    }
    if (engine != null) {
      engine.close();
    }
  }

  @Test
  void whatever_is_killed_when_the_step_is_reached() throws IOException {
    int step = settled();
    for (int kill = 1; kill <= KILLS; kill++) {
      String line = lesson.steps().get(step - 1).solution().commands().getFirst();
      learner.terminal().enter(line);
      LockSupport.parkNanos(random.nextInt(1_500) * 1_000_000L);
      int reached = Math.max(step, shownStep(step));
      learner.process().destroyForcibly();
      assertThat(learner.left()).isEqualTo(KILLED);
      if (kill % RESTART_EVERY == 0) {
        engine.kill();
        engine.start();
        engine.awaitAnswer();
      }

      learner.startsAgain("learn", LESSON);
      int resumed = settled();
      String when = "kill %s of seed %s, after `%s`".formatted(kill, SEED, line);
      if (resumed == 1 && step == lesson.steps().size()) {
        step = 1; // The lesson was done, and is opened afresh.
        continue;
      }
      assertThat(resumed).as(when).isGreaterThanOrEqualTo(reached);

      step = resumed > step ? resumed : brought(step, line, when);
      if (step > lesson.steps().size()) {
        learner.terminal().enter(":goto " + LESSON);
        step = settled();
      }
    }
  }

  /** By the same line or by {@code :skip}, as chance will have it. */
  private int brought(int step, String line, String when) {
    boolean skips = random.nextBoolean();
    learner.terminal().enter(skips ? ":skip" : line);
    int now = settled();
    assertThat(now)
        .as("%s, by %s; shown:%n%s", when, skips ? ":skip" : "the same line", shown())
        .isGreaterThan(step);
    return now;
  }

  private String shown() {
    AtomicReference<String> seen = new AtomicReference<>("");
    learner
        .terminal()
        .await(
            "the screen",
            shown -> {
              seen.set(shown);
              return true;
            });
    return seen.get();
  }

  /** What is shown without waiting: a step that a learner has seen there is acknowledged. */
  private int shownStep(int fallback) {
    Matcher prompt = PROMPT.matcher(shown());
    return prompt.find() ? number(prompt) : fallback;
  }

  /** Waits for the prompt, says yes to what is asked before, and returns the step's number. */
  private int settled() {
    while (true) {
      AtomicReference<String> seen = new AtomicReference<>("");
      learner
          .terminal()
          .await(
              "a prompt",
              shown -> {
                seen.set(shown);
                return shown.endsWith(QUESTION) || PROMPT.matcher(shown).find();
              });
      Matcher prompt = PROMPT.matcher(seen.get());
      if (prompt.find()) {
        return number(prompt);
      }
      learner.terminal().enter("y");
    }
  }

  /** After the last step the prompt has none. */
  private int number(Matcher prompt) {
    return prompt.group(1) == null ? lesson.steps().size() + 1 : Integer.parseInt(prompt.group(1));
  }
}
