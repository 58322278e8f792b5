package dev.ropewalk.check.learner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.check.Bench;
import dev.ropewalk.check.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever asks how a command is used has not used it, whichever check asks for it. */
final class HelpOnlyTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "typed: {docker: system df} | docker system df --help",
        "typed: {docker: system df} | docker system df -v --help",
        "typed: {docker: stop, args: {any: [box]}} | docker stop --help box",
        "shown: {containers: {any: [box], all: true}} | docker ps -a --help",
        "typed: {command: ps} | ps --help",
        "typed: {command: ls} | /bin/ls --version",
      })
  void its_help_is_no_use_of_a_command(String check, String line) {
    Verdict verdict = new Bench().ran(line, 0).judge(check);

    assertThat(verdict).as(line).isInstanceOf(Verdict.Failed.class);
    assertThat(((Verdict.Failed) verdict).why().says()).contains("explains the command");
  }

  @Test
  void who_has_read_it_and_then_used_the_command_has_used_it() {
    Bench bench = new Bench().ran("docker system df", 0).ran("docker system df --help", 0);

    assertThat(bench.judge("typed: {docker: system df}")).isInstanceOf(Verdict.Passed.class);
  }

  @Test
  void a_check_may_ask_for_the_help_itself() {
    Bench bench = new Bench().ran("docker run --help", 0);

    assertThat(bench.judge("typed: {docker: run, flags: {help: true}}"))
        .isInstanceOf(Verdict.Passed.class);
  }

  @Test
  void the_word_is_of_the_program_that_it_is_given_to() {
    Bench bench = new Bench().ran("docker run busybox ls --help", 0);

    assertThat(bench.judge("typed: {docker: run, args: {any: [busybox]}}"))
        .isInstanceOf(Verdict.Passed.class);
  }
}
