package dev.ropewalk.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.ropewalk.engine.SampleContainer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** However long what others wrote is, a learner reads a few lines of it, and waits for nobody. */
final class LongTextTest {
  private static final String LONG = "x".repeat(60_000);
  private static final int A_FEW_LINES = 800;

  @TempDir private static Path folder;

  static Stream<Arguments> quoting() throws Exception {
    Files.writeString(folder.resolve("long"), LONG);
    Files.writeString(folder.resolve("Dockerfile"), "FROM " + LONG + "\n");
    return Stream.of(
        told("a log", "logs: box\nexpect: {contains: ready}", b -> with(b).log(LONG)),
        told(
            "the log of one that has ended",
            "container: box\nexpect: {state: running}",
            b -> b.has(new SampleContainer("box").exited(1)).log(LONG)),
        told(
            "a probe",
            "exec: box\nrun: [cat]\nexpect: {stdout: yes}",
            b -> with(b).exec("cat", 0, LONG)),
        told("a file", "file: long\nexpect: {contains: y}", b -> b.in(folder)),
        told("a Dockerfile", "dockerfile: Dockerfile\nexpect: {base: redis}", b -> b.in(folder)),
        told(
            "a page",
            "port: 80\nexpect: {answers: http, body: {contains: hello}}",
            b -> serving(b).has(new SampleContainer("box").port("0.0.0.0", 80, 80))),
        told("processes", "processes: box\nexpect: {pid_1: redis}", b -> with(b).process(1, LONG)),
        told("a script", "script: exit 1", b -> b.ending(new Probes.ScriptResult.Ended(1, LONG))),
        told(
            "what was typed",
            "typed: {docker: ps}",
            b -> b.ran("docker run " + LONG, 125, "docker run " + LONG)),
        told(
            "the command of a container",
            "container: box\nexpect: {command: [redis]}",
            b -> b.has(new SampleContainer("box").command(LONG))),
        told(
            "an environment",
            "container: box\nexpect: {env: {A: one}}",
            b -> b.has(new SampleContainer("box").env("A", LONG))),
        told(
            "a label",
            "container: box\nexpect: {labels: {a: one}}",
            b -> b.has(new SampleContainer("box").label("a", LONG))));
  }

  private static Arguments told(String name, String check, UnaryOperator<Bench> situation) {
    return Arguments.of(name, check, situation);
  }

  private static Bench serving(Bench bench) {
    bench.probes.page(80, LONG);
    return bench;
  }

  private static Bench with(Bench bench) {
    return bench.has(new SampleContainer("box"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("quoting")
  void a_quotation_is_cut_to_what_a_person_reads(
      String name, String check, UnaryOperator<Bench> situation) {
    Verdict verdict = situation.apply(new Bench()).judge(check);

    assertThat(verdict).isInstanceOf(Verdict.Failed.class);
    assertThat(ToldVerdict.of(verdict)).hasSizeLessThan(A_FEW_LINES);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("unreadable")
  void what_is_no_file_keeps_no_check_waiting(String check) throws Exception {
    Path pipe = folder.resolve("pipe");
    if (!Files.exists(pipe)) {
      assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    }

    Verdict verdict =
        assertTimeoutPreemptively(Duration.ofMinutes(2), () -> new Bench().in(folder).judge(check));

    assertThat(verdict).isNotInstanceOf(Verdict.Passed.class);
  }

  static Stream<String> unreadable() {
    return Stream.of(
        "file: pipe\nexpect: {contains: y}",
        "file: /dev/zero\nexpect: {contains: y}",
        "dockerfile: pipe\nexpect: {base: redis}",
        "dockerfile: /dev/zero\nexpect: {base: redis}");
  }

  @Test
  void nobody_is_told_more_than_a_screen() {
    Diagnosis why = new Diagnosis(Diagnosis.Progress.WRONG_STATE, LONG, LONG);
    var failed = new Verdict.Failed(LONG, LONG, why, Verdict.Outlook.FINAL);

    assertThat(Stream.of(why.says(), why.remedy(), failed.expected(), failed.actual()))
        .allMatch(text -> text.length() <= Diagnosis.LONGEST + 2);
    assertThat(new Verdict.Errored(LONG).reason()).hasSizeLessThan(LONG.length());
  }
}
