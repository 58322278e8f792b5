package dev.ropewalk.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.command.Unfinished;
import dev.ropewalk.shell.LearnerShell;
import dev.ropewalk.shell.Limits;
import dev.ropewalk.shell.ShellSetting;
import dev.ropewalk.shell.Syntax;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A script is cut into what is entered at a prompt. What that is, bash says: line by line it is
 * asked, as by the prompt, whether what stands there goes on.
 */
@Timeout(600)
final class ScriptTest {
  /**
   * Of these a random script is made; what follows each is a blank or the end of the line. What a
   * condition says is not looked at, so all of them are right.
   */
  private static final List<String> TOKENS =
      Stream.concat(
              Stream.of(
                  ("if then else elif fi for x in while until do done case esac { } ( ) a) | || &&"
                          + " & ; ;; b f() function =(c) <<E E <<-'F' F >g 'q r' \"s # \\ $( `"
                          + " $((1)) ((i++)) ${A} select coproc |&")
                      .split(" ")),
              Stream.of(
                  "! ls", "! (", "time -p b", "x=1 b", "[[ a ]]", "[[ -f a &&\nb ]]", "$(t\""))
          .toList();

  private static final long SEED = Long.getLong("script.seed", 16);
  private static final int RANDOM_SCRIPTS = Integer.getInteger("script.random", 150);

  @TempDir static Path folder;
  private static LearnerShell bash;

  @BeforeAll
  static void start() {
    var limits = new Limits(Duration.ofSeconds(60), 100_000);
    bash = LearnerShell.of(ShellSetting.captured(folder, limits), Clock.systemUTC());
  }

  @AfterAll
  static void close() {
    bash.close();
  }

  static Stream<String> scripts() throws IOException {
    return Stream.concat(inputs("/scripts.txt"), inputs("/shell-inputs.txt"));
  }

  private static Stream<String> inputs(String resource) throws IOException {
    try (var file = ScriptTest.class.getResourceAsStream(resource)) {
      String all = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      return Arrays.stream(all.split("(?m)^%%\n"));
    }
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void a_script_is_cut_where_bash_would_begin_to_run(String script) throws InterruptedException {
    assertThat(new Script(script).commands()).isEqualTo(entered(script));
  }

  static Stream<String> random() {
    Random random = new Random(SEED);
    return IntStream.range(0, RANDOM_SCRIPTS).mapToObj(_ -> random(random));
  }

  private static String random(Random random) {
    StringBuilder text = new StringBuilder();
    for (int words = 3 + random.nextInt(14); words > 0; words--) {
      text.append(TOKENS.get(random.nextInt(TOKENS.size())));
      text.append(random.nextInt(4) == 0 ? "\n" : " ");
    }
    return text.toString();
  }

  @ParameterizedTest
  @MethodSource("random")
  void so_is_any_other_text(String script) throws InterruptedException {
    assertThat(new Script(script).commands()).isEqualTo(entered(script));
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void only_what_bash_would_wait_for_is_unfinished(String script) throws InterruptedException {
    List<String> entered = entered(script);
    boolean goesOn =
        !entered.isEmpty()
            && !Script.isWord(entered.getLast())
            && bash.syntax(entered.getLast()) == Syntax.UNFINISHED;

    assertThat(new Script(script).unfinished().isPresent()).isEqualTo(goesOn);
  }

  /** What a prompt that asks bash about each line would hand to it. */
  private static List<String> entered(String script) throws InterruptedException {
    List<String> entered = new ArrayList<>();
    String open = "";
    for (String line : new Script(script).text().split("\n", -1)) {
      String text = open + line;
      boolean goesOn =
          !(open.isEmpty() && Script.isWord(text)) && bash.syntax(text) == Syntax.UNFINISHED;
      open = goesOn ? text + "\n" : "";
      if (!goesOn && !text.isBlank()) {
        entered.add(text);
      }
    }
    if (!open.isEmpty()) {
      entered.add(open.substring(0, open.length() - 1));
    }
    return entered;
  }

  @Test
  void an_answer_is_a_line_of_its_own_and_not_the_shell_s() {
    Script script =
        new Script("docker ps\n:answer it's 5\ncat <<EOF\n:answer 6\nEOF\n: $(a\n:b)\r\n");

    assertThat(script.commands())
        .containsExactly("docker ps", ":answer it's 5", "cat <<EOF\n:answer 6\nEOF", ": $(a\n:b)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " ~ ",
      quoteCharacter = '^',
      textBlock =
          """
          docker ps\\ncat <<EOF\\nx ~ 14 ~ this here-document has no end ~ EOF
          for i in 1 2; do\\n  ls ~ 0 ~ `for` has no `done` ~ done
          f() {\\nif a; then b ~ 6 ~ `if` has no `fi` ~ fi
          ls\\necho "a 'b ~ 8 ~ the quote `"` is not closed ~ "
          docker run &&\\n ~ 11 ~ the last line ends with `&&` ~ remove `&&`
          docker run \\\\ ~ 11 ~ the last line ends with `\\` ~ remove `\\`
          echo $(ls ~ 5 ~ `$(` has no `)` ~ )
          case a in ~ 0 ~ `case` has no `esac` ~ esac
          """)
  void what_is_open_is_told_with_its_place(String script, int at, String says, String fix) {
    Unfinished open =
        new Script(script.replace("\\\\", "\\").replace("\\n", "\n")).unfinished().orElseThrow();

    assertThat(open.says()).isEqualTo(says);
    assertThat(open.fix()).contains(fix);
    assertThat(open.at()).isEqualTo(at);
  }
}
