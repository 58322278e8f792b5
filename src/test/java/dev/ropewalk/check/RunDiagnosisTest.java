package dev.ropewalk.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.engine.ContainerRun.Ending;
import dev.ropewalk.engine.ContainerRun.Result;
import dev.ropewalk.engine.EngineEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What a learner reads of a throw-away container of their image. */
final class RunDiagnosisTest {
  private static final String GREET =
      "run: greeter\ncommand: --name 'Ada L'\nexpect: {exit_code: 0, stdout: Hello Ada L}\n";
  private final Book book = new Book();

  private static UnaryOperator<Bench> ending(String command, Result result) {
    return b -> {
      b.engine.withImage("greeter").run(command, result);
      return b;
    };
  }

  private static UnaryOperator<Bench> greets(int exitCode, String out, String err) {
    return ending("--name Ada L", new Result(Ending.ENDED, exitCode, out, err));
  }

  @Test
  void run() {
    book.tell("as it should be", GREET, greets(0, "Hello Ada L\n", ""));
    book.tell("no image", GREET, b -> b);
    book.tell("another output", GREET, greets(0, "Hello\n", ""));
    book.tell("no output, and a complaint", GREET, greets(0, "", "who?\n"));
    book.tell("another exit code", GREET, greets(2, "Hello Ada L\n", ""));
    book.tell("no such program", GREET, greets(127, "", "exec: \"--name\": not found\n"));
    book.tell(
        "without end",
        GREET + "limit: 3s",
        ending("--name Ada L", new Result(Ending.OVERDUE, -1, "Hello\n", "")));
    book.tell(
        "too much memory",
        GREET,
        ending("--name Ada L", new Result(Ending.OUT_OF_MEMORY, 137, "", "")));
    String reads = "run: greeter\nenv: {A: b}\ninput: |\n  one\n  two\nexpect: {stdout: \"2\"}\n";
    UnaryOperator<Bench> two = ending(" < one\ntwo\n", new Result(Ending.ENDED, 0, "3\n", ""));
    book.tell("what it reads", reads, two);
    book.tell("its complaint", reads.replace("stdout: \"2\"", "stderr: {empty: false}"), two);
    book.tell(
        "another entrypoint",
        GREET + "entrypoint: [cat, /etc/greeting]",
        ending("cat /etc/greeting --name Ada L", new Result(Ending.ENDED, 0, "Hi\n", "")));
    book.tell("no network", GREET + "network: shop", greets(0, "Hello Ada L\n", ""));
    book.tell(
        "captured", GREET + "capture: {who: {stdout: 'Hello (.*)'}}", greets(0, "Hello Ada L", ""));
    book.compare("run");
  }

  @Test
  void it_is_run_once_in_a_round_and_again_only_when_an_image_has_changed() {
    Bench bench = greets(0, "Hello Ada L\n", "").apply(new Bench());

    bench.judgeAll(GREET, GREET);

    assertThat(bench.engine.asked()).filteredOn(each -> each.startsWith("run ")).hasSize(1);
    Claim claim = bench.check(GREET).claim();
    assertThat(claim.mayTake()).isEqualTo(Duration.ofSeconds(10));
    assertThat(
            claim.mayFollow(
                new EngineEvent.ToImage(Instant.EPOCH, "tag", "x", "greeter", Map.of())))
        .isTrue();
    assertThat(
            claim.mayFollow(
                new EngineEvent.ToContainer(Instant.EPOCH, "die", "x", "box", "redis", Map.of())))
        .isFalse();
  }
}
