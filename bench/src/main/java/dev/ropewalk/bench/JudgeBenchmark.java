package dev.ropewalk.bench;

import com.github.dockerjava.httpclient5.ApacheDockerHttpClient;
import com.github.dockerjava.transport.DockerHttpClient;
import dev.ropewalk.check.LearnerAct;
import dev.ropewalk.check.Check;
import dev.ropewalk.check.History;
import dev.ropewalk.check.Ownership;
import dev.ropewalk.check.value.Variables;
import dev.ropewalk.check.Verdict;
import dev.ropewalk.command.CommandTable;
import dev.ropewalk.command.InstalledDocker;
import dev.ropewalk.engine.Engine;
import dev.ropewalk.engine.docker.DockerJavaEngine;
import dev.ropewalk.engine.docker.EngineAddress;
import dev.ropewalk.lesson.Course;
import dev.ropewalk.lesson.LessonId;
import dev.ropewalk.verify.Judge;
import dev.ropewalk.verify.LiveProbes;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Judging the step of five facts in {@code bench/course} on a warm connection, and the engine's own
 * part of it: the same requests, with their answers thrown away.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class JudgeBenchmark {
  /** What {@code JudgeRequestsIT} sees such a step ask: four lists, and each object once. */
  private static final List<String> REQUESTS =
      List.of(
          "/containers/json?all=true",
          "/images/json",
          "/networks",
          "/volumes",
          "/containers/bench-box/json",
          "/images/redis/json",
          "/networks/bench-net");

  private static final History LISTED =
      new History(
          new Ownership.Everything(),
          List.of(),
          List.of(),
          List.of(new LearnerAct.Line("docker ps -a", List.of("docker ps -a"), 0)));

  private List<Check> checks;
  private Engine engine;
  private Judge judge;
  private DockerHttpClient http;

  @Setup
  public void connect() {
    EngineAddress address =
        EngineAddress.find(System.getenv(), Path.of(System.getProperty("user.home")));
    checks =
        Course.open(Path.of("bench/course"))
            .lesson(new LessonId("five-facts"))
            .steps()
            .getFirst()
            .checks();
    engine = DockerJavaEngine.connect(address);
    CommandTable commands =
        CommandTable.of(
            InstalledDocker.find(System.getenv("PATH")).orElseThrow(),
            Path.of("bench/target/cache"));
    judge = new Judge(engine, new LiveProbes(engine), commands);
    http = new ApacheDockerHttpClient.Builder().dockerHost(URI.create(address.toString())).build();
    List<Verdict> verdicts = judge();
    if (verdicts.size() != 5 || !verdicts.stream().allMatch(Verdict.Passed.class::isInstance)) {
      throw new IllegalStateException("not five facts that hold: " + verdicts);
    }
  }

  @TearDown
  public void disconnect() throws IOException {
    engine.close();
    http.close();
  }

  /** What a learner waits for. */
  @Benchmark
  public List<Verdict> judge() {
    return judge.judge(checks, LISTED, Variables.NONE);
  }

  /** The same requests through our own port: they are read, nothing is judged. */
  @Benchmark
  public void requests(Blackhole sink) {
    sink.consume(engine.world());
    sink.consume(engine.container("bench-box"));
    sink.consume(engine.image("redis"));
    sink.consume(engine.network("bench-net"));
  }

  /** The same requests, their bytes taken off the socket and no more: the engine's own time. */
  @Benchmark
  public void engine(Blackhole sink) throws IOException {
    for (String path : REQUESTS) {
      var request =
          DockerHttpClient.Request.builder()
              .method(DockerHttpClient.Request.Method.GET)
              .path(path)
              .build();
      try (var response = http.execute(request)) {
        if (response.getStatusCode() != 200) {
          throw new IllegalStateException(path + ": " + response.getStatusCode());
        }
        sink.consume(response.getBody().readAllBytes());
      }
    }
  }
}
