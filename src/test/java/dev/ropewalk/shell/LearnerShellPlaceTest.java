package dev.ropewalk.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shell in a place with an environment of its own, and what it makes of words. */
@Timeout(300)
class LearnerShellPlaceTest {
  private static final Limits LIMITS = new Limits(Duration.ofSeconds(60), 1 << 20);

  @TempDir Path folder;
  private LearnerShell shell;

  @BeforeEach
  void start() throws IOException {
    folder = folder.toRealPath();
    shell = shell(new Screen.Captured(LIMITS));
  }

  @AfterEach
  void close() {
    shell.close();
  }

  private LearnerShell shell(Screen screen) {
    return LearnerShell.of(
        new ShellSetting(
            folder,
            Map.of("GIVEN", "a b"),
            StartupFiles.SKIPPED,
            screen,
            LearnerShellPlaceTest::throughABareEnvironment),
        Clock.systemUTC());
  }

  private static List<String> throughABareEnvironment(
      Path directory, Map<String, String> variables, List<String> command) {
    var words =
        new ArrayList<>(List.of("sh", "-c", "cd \"$1\" && shift && exec env -i \"$@\"", "sh"));
    words.addAll(List.of(directory.toString(), "PATH=" + System.getenv("PATH"), "PLACE=there"));
    variables.forEach((name, value) -> words.add(name + "=" + value));
    words.addAll(command);
    return words;
  }

  private void onATerminal() {
    shell.close();
    shell = shell(new Screen.PseudoTerminal(100, 30, LIMITS));
  }

  @Test
  void the_environment_is_that_of_the_place_and_of_the_setting() throws Exception {
    assertThat(shell.run("echo $PLACE $GIVEN; env | grep -c ^HOME=").output().text())
        .isEqualTo("there a b\n0\n");
  }

  @Test
  void so_it_is_on_a_terminal() throws Exception {
    onATerminal();

    assertThat(shell.run("echo $PLACE $GIVEN; test -t 0 && pwd").output().text())
        .isEqualTo("there a b\n" + folder + "\n");
  }

  @Test
  void a_line_is_traced_there() throws Exception {
    shell.run("x=hi");

    assertThat(shell.run("echo $x | cat; cd /").commands())
        .containsExactlyInAnyOrder("echo hi", "cat", "cd /");
  }

  @Test
  void a_new_shell_stands_where_the_old_one_did_or_above() throws Exception {
    Files.createDirectories(folder.resolve("a b/c"));
    shell.run("cd 'a b/c'");
    shell.run("exit");
    assertThat(shell.run("pwd; echo ${OLDPWD-none}").output().text())
        .isEqualTo(folder + "/a b/c\nnone\n");

    shell.run("rmdir ../c; exit");

    assertThat(shell.run("pwd").output().text()).isEqualTo(folder + "/a b\n");
  }

  @Test
  void a_program_opens_its_output_again() throws Exception {
    assertThat(shell.run("echo hi >/dev/stderr").output().text()).isEqualTo("hi\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "$x"            | 1 2
          "$y" b          | a;b  c:b
          $y              | a;b:c
          $(echo one two) | one:two
          'a  b' c\\ d    | a  b:c d
          -n              | -n
          """)
  void words_are_expanded_as_arguments_are(String words, String value) throws Exception {
    shell.run("x='1 2' y='a;b  c'");

    assertThat(shell.expand(words).value()).contains(value.replace(':', '\n'));
  }

  @Test
  void what_a_substitution_complains_of_is_output() throws Exception {
    var expanded = shell.expand("a$(echo why >&2)b");

    assertThat(expanded.value()).contains("ab");
    assertThat(expanded.line().output().text()).isEqualTo("why\n");
    assertThat(expanded.line().exitCode()).isZero();
  }

  @Test
  void words_that_bash_does_not_understand_have_no_value() throws Exception {
    assertThat(shell.expand("it's").value()).isEmpty();
    assertThat(shell.expand("a >no/such/folder").value()).isEmpty();
    assertThat(shell.expand("$(").value()).isEmpty();
  }

  @Test
  void a_value_is_of_its_own_words_alone() throws Exception {
    shell.expand("first");

    assertThat(shell.expand("second").value()).contains("second");
    assertThat(shell.expand("'").value()).isEmpty();
    assertThat(shell.run("env; set | grep ^__ropewalk_value").output().text())
        .doesNotContain("second");
  }

  @Test
  void a_terminal_does_not_show_the_value() throws Exception {
    onATerminal();

    var expanded = shell.expand("$(echo secret)");

    assertThat(expanded.value()).contains("secret");
    assertThat(expanded.line().output()).isEqualTo(new Output("", 0));
  }

  /** As of a program started in the background by a script: there Ctrl-C is off. */
  private static List<String> throughOneThatIgnoresControlC(
      Path directory, Map<String, String> variables, List<String> command) {
    var words = new ArrayList<>(List.of("sh", "-c", "trap '' INT QUIT; exec \"$@\"", "sh"));
    words.addAll(throughABareEnvironment(directory, variables, command));
    return words;
  }

  @Test
  void a_line_can_be_interrupted_though_ropewalk_cannot() throws Exception {
    shell.close();
    shell =
        LearnerShell.of(
            new ShellSetting(
                folder,
                Map.of(),
                StartupFiles.SKIPPED,
                new Screen.PseudoTerminal(100, 30, LIMITS),
                LearnerShellPlaceTest::throughOneThatIgnoresControlC),
            Clock.systemUTC());
    shell.run("mkfifo started");
    try (var pool = Executors.newSingleThreadExecutor()) {
      var line = pool.submit(() -> shell.run("bash -c 'echo >started; exec sleep 1000'"));
      assertThat(Files.readString(folder.resolve("started"))).isEqualTo("\n");

      shell.type("\u0003");

      assertThat(line.get().exitCode()).isEqualTo(130);
    }
  }
}
