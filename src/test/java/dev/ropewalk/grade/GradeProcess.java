package dev.ropewalk.grade;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ropewalk.patience.Patience;
import dev.ropewalk.sandbox.NamespaceSandboxes;
import dev.ropewalk.scorecard.Results;
import dev.ropewalk.scorecard.ResultsForm;
import dev.ropewalk.scorecard.Scorecard;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code ropewalk grade} as a process of its own, with submissions that a test makes.
 *
 * @param folder which holds all of it
 */
record GradeProcess(Path folder) {
  /** Skips the tests where there can be no private engines. */
  static void assumePossible() {
    List<String> missing = new NamespaceSandboxes().missing();
    assumeTrue(missing.isEmpty(), () -> String.join(" ", missing));
  }

  /** How it ended, and what it said. */
  record Ended(int code, String said) {}

  /** Hands in these lines. */
  void handIn(String student, String... lines) throws IOException {
    Path file = folder.resolve("submissions").resolve(student).resolve("commands.sh");
    Files.createDirectories(file.getParent());
    Files.writeString(file, String.join("\n", lines) + "\n");
  }

  /** Grades all that was handed in. */
  Ended grade(String... words) throws IOException, InterruptedException {
    return ended(start(words));
  }

  /** Runs the command with these words alone. */
  Ended command(String... words) throws IOException, InterruptedException {
    return ended(run(List.of(words), List.of()));
  }

  /** Judges again what was graded. */
  Ended rejudge(String... words) throws IOException, InterruptedException {
    return ended(run(List.of(words), List.of("--rejudge", "out")));
  }

  private static Ended ended(Process process) throws IOException, InterruptedException {
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), said);
  }

  /** Grades what is in a folder into another one. */
  Map<String, Scorecard> gradeInto(String out, String from, String... words)
      throws IOException, InterruptedException {
    Ended ended = ended(run(List.of(words), List.of("--from", from, "--out", out)));
    if (!Files.exists(folder.resolve(out).resolve("results.json"))) {
      throw new IllegalStateException(ended.said());
    }
    return cards(results(out));
  }

  /** Begins to, and kills it once so many are in the log. */
  void gradeAndKill(int graded, String... words) throws IOException, InterruptedException {
    gradeAndKill(graded, Duration.ZERO, words);
  }

  /** The same, a while later. */
  void gradeAndKill(int graded, Duration later, String... words)
      throws IOException, InterruptedException {
    gradeUntil(graded, later, Process::destroyForcibly, words);
  }

  /** Begins to, and ends it by a signal that it may answer. */
  void gradeAndTerminate(int graded, String... words) throws IOException, InterruptedException {
    gradeUntil(graded, Duration.ZERO, Process::destroy, words);
  }

  private void gradeUntil(int graded, Duration later, Consumer<Process> end, String... words)
      throws IOException, InterruptedException {
    Process process = start(words);
    long deadline = System.nanoTime() + Patience.BUSY_MACHINE.multipliedBy(5).toNanos();
    Thread reader = Thread.startVirtualThread(() -> drain(process));
    while (lines().size() <= graded && process.isAlive() && System.nanoTime() < deadline) {
      boolean unused = process.waitFor(20, TimeUnit.MILLISECONDS);
    }
    boolean unused = process.waitFor(later.toMillis(), TimeUnit.MILLISECONDS);
    end.accept(process);
    process.waitFor();
    reader.join();
  }

  private static void drain(Process process) {
    try {
      process.getInputStream().readAllBytes();
    } catch (IOException e) {
      // It was killed.
    }
  }

  private Process start(String... words) throws IOException {
    return run(List.of(words), List.of("--from", "submissions", "--out", "out"));
  }

  private Process run(List<String> words, List<String> more) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.addAll(List.of("dev.ropewalk.cli.Main", "grade"));
    command.addAll(words);
    command.addAll(more);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().put("ROPEWALK_COURSE", Path.of("").toAbsolutePath().toString());
    builder.environment().put("HOME", folder.toString());
    if (Files.isDirectory(folder.resolve("bin"))) {
      // Programs that a test puts in front of those of the machine.
      builder
          .environment()
          .merge("PATH", folder.resolve("bin").toString(), (path, bin) -> bin + ":" + path);
    }
    builder.environment().put("XDG_STATE_HOME", folder.resolve("state").toString());
    builder.environment().put("XDG_CACHE_HOME", folder.resolve("cache").toString());
    return builder.start();
  }

  /** The lines of the log. */
  List<String> lines() throws IOException {
    Path log = folder.resolve("out").resolve(GradingLog.NAME);
    return Files.exists(log) ? Files.readAllLines(log) : List.of();
  }

  Results results() throws IOException {
    return results("out");
  }

  /** Those in a folder. */
  Results results(String out) throws IOException {
    return ResultsForm.results(Files.readString(folder.resolve(out).resolve("results.json")));
  }

  /** What came of each student. */
  Map<String, Scorecard> cards() throws IOException {
    return cards(results());
  }

  private static Map<String, Scorecard> cards(Results results) {
    return results.submissions().stream()
        .collect(Collectors.toMap(Scorecard::submission, Function.identity()));
  }

  /** Our course with other words in the checks of a lesson, in the folder of this test. */
  Path courseWith(String checks, String words, String others) throws IOException {
    Path course = folder.resolve("course");
    for (String part : List.of("course.yaml", "lessons", "checks", "files", "images")) {
      copy(Path.of(part), course.resolve(part));
    }
    Path file = course.resolve("checks").resolve(checks);
    String text = Files.readString(file);
    Files.writeString(file, text.replace(words, others));
    if (text.equals(Files.readString(file))) {
      throw new IllegalArgumentException(words + " is not in " + checks);
    }
    return course;
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path each : all.toList()) {
        Path there = to.resolve(from.relativize(each).toString());
        Files.createDirectories(there.getParent());
        if (!Files.isDirectory(each)) {
          Files.copy(each, there);
        }
      }
    }
  }

  /** The right lines of a lesson of ours, a script for each step. */
  static List<String> solution(String lesson) {
    return dev.ropewalk.lesson.Course.open(Path.of(""))
        .lesson(new dev.ropewalk.lesson.LessonId(lesson))
        .steps()
        .stream()
        .flatMap(step -> Stream.of("# step: " + step.id(), step.solution().text()))
        .toList();
  }
}
