package dev.ropewalk.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Variables for one line. */
@Timeout(300)
class LearnerShellLendingTest {
  private static final String LOOK = "printenv HOST KEPT; echo -${HOST-unset}-$KEPT-";

  @TempDir Path folder;
  private LearnerShell shell;

  @BeforeEach
  void start() {
    var limits = new Limits(Duration.ofSeconds(60), 100_000);
    shell =
        LearnerShell.of(
            new ShellSetting(
                folder,
                Map.of("KEPT", "its own"),
                StartupFiles.SKIPPED,
                new Screen.Captured(limits)),
            Clock.systemUTC());
  }

  @AfterEach
  void close() {
    shell.close();
  }

  private String lent(String line) throws InterruptedException {
    return lent(line, "unix:///a b'!\\.sock");
  }

  private String lent(String line, String host) throws InterruptedException {
    var environment = new LineEnvironment(Map.of("HOST", host, "KEPT", "lent"), Set.of("CONTEXT"));
    return shell.run(line, environment, PipeCodes.NOT_TOLD).output().text();
  }

  private String own(String line) throws InterruptedException {
    return shell.run(line).output().text();
  }

  @Test
  void a_line_and_what_it_starts_have_them_and_the_next_one_has_not() throws Exception {
    assertThat(lent(LOOK)).isEqualTo("unix:///a b'!\\.sock\nlent\n-unix:///a b'!\\.sock-lent-\n");

    assertThat(own(LOOK)).isEqualTo("its own\n-unset-its own-\n");
    assertThat(own("compgen -v | grep -x HOST")).isEmpty();
  }

  @Test
  void each_line_may_have_another_value() throws Exception {
    lent("true", "one");

    assertThat(lent("echo $HOST", "two")).isEqualTo("two\n");
    assertThat(lent("echo $HOST", "three")).isEqualTo("three\n");
  }

  @Test
  void they_are_taken_back_however_the_line_ends() throws Exception {
    lent("return 3");
    lent("echo ${none?}");
    lent("echo )");
    lent("IFS=HOST; set -- a b; PROMPT_COMMAND=; set -u");

    assertThat(own("set +u; " + LOOK)).isEqualTo("its own\n-unset-its own-\n");
  }

  @Test
  void the_exit_code_before_is_the_line_s() throws Exception {
    lent("(exit 7)");

    assertThat(lent("echo $?")).isEqualTo("7\n");
  }

  @Test
  void what_the_line_sets_itself_stays_and_goes_first_from_then_on() throws Exception {
    lent("export HOST=tcp://mine");

    assertThat(lent("echo $HOST $KEPT")).isEqualTo("tcp://mine its own\n");
    assertThat(own("echo $HOST; unset HOST")).isEqualTo("tcp://mine\n");
    assertThat(lent("echo $KEPT")).isEqualTo("lent\n");
  }

  @Test
  void a_variable_that_leads_another_way_goes_first_too() throws Exception {
    lent("export CONTEXT=elsewhere");

    assertThat(lent(LOOK)).isEqualTo("its own\n-unset-its own-\n");
  }

  @Test
  void a_read_only_variable_is_left_as_it_is() throws Exception {
    own("readonly KEPT");

    assertThat(lent("echo $HOST $KEPT")).endsWith(" its own\n");
    assertThat(own(LOOK)).isEqualTo("its own\n-unset-its own-\n");
  }

  @Test
  void a_background_job_keeps_them() throws Exception {
    lent("mkfifo go; { read <go; echo $HOST >said; } &", "for the job");

    assertThat(own("echo >go; wait; cat said; echo ${HOST-unset}"))
        .contains("for the job\nunset\n");
  }

  @Test
  void words_are_expanded_with_them() throws Exception {
    var environment = new LineEnvironment(Map.of("HOST", "lent"), Set.of());

    assertThat(shell.expand("$HOST $(printenv HOST)", environment).value()).contains("lent\nlent");
  }

  @Test
  void nothing_of_it_is_among_the_commands() throws Exception {
    var environment = new LineEnvironment(Map.of("HOST", "lent"), Set.of());

    assertThat(shell.run("echo hi", environment, PipeCodes.NOT_TOLD).commands())
        .containsExactly("echo hi");
  }

  @Test
  void a_name_that_is_none_is_refused() {
    assertThatThrownBy(() -> new LineEnvironment(Map.of("a;b", "x"), Set.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
