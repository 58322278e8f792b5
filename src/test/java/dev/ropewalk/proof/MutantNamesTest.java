package dev.ropewalk.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.command.StoredHelps;
import dev.ropewalk.lesson.Script;
import dev.ropewalk.lesson.Step;
import dev.ropewalk.lesson.StepId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With which words a wrong answer that was made of a right one counts as explained. */
final class MutantNamesTest {
  private static final Mutants MUTANTS = new Mutants(StoredHelps.table(StoredHelps.OLD));

  private static Step step(String solution) {
    return new Step(
        new StepId("step"),
        "Step",
        "",
        "",
        List.of(),
        Script.NONE,
        new Script(solution),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private static Mutant mutant(Mutant.Kind kind, String solution) {
    return MUTANTS.of(step(solution)).stream()
        .filter(each -> each.kind() == kind)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void what_only_prepares_need_not_be_named() {
    Step step = step("mkdir site; echo hi > site/index; docker run -v ./site:/s redis");

    assertThat(MUTANTS.of(step))
        .filteredOn(mutant -> mutant.kind() == Mutant.Kind.COMMAND_LEFT_OUT)
        .filteredOn(mutant -> mutant.script().text().contains("docker run"))
        .hasSize(2)
        .allMatch(mutant -> mutant.isNamedIn("`redis` has nothing to show."));
  }

  @Test
  void a_command_that_is_left_out_is_named_by_a_file_that_it_was_about() {
    Step step = step("sed -i 's/helo.sh/hello.sh/' Recipe; docker build -t hello .");

    assertThat(MUTANTS.of(step))
        .filteredOn(mutant -> !mutant.script().text().contains("sed"))
        .singleElement()
        .matches(mutant -> mutant.isNamedIn("COPY failed: stat helo.sh: no such file"))
        .matches(mutant -> !mutant.isNamedIn("The image hello is not there."));
  }

  @Test
  void an_answer_of_several_words_is_named_by_the_wrong_one() {
    Mutant mutant = mutant(Mutant.Kind.VALUE_CHANGED, ":answer bridge host none");

    assertThat(mutant.script().text()).isEqualTo(":answer bridge host none-x");
    assertThat(mutant.isNamedIn("`none-x` is none of the answers.")).isTrue();
    assertThat(mutant.isNamedIn("Type all that are right of `bridge`, `host`, `none`.")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "docker run --cap-drop CHOWN redis, 'unknown capability: \"CAP_CHOWN-X\"', true",
    "docker run --cap-drop CHOWN redis, It may still use `CAP_CHOWN`., true",
    "docker run --cap-drop CHOWN redis, It may still use `CAP_KILL`., false",
    "docker run --stop-signal INT redis, It ends on SIGINT-X, true",
    "docker run --stop-signal INT redis, It ends on SIGTERM., false",
    "docker run -e HOST=db redis, DB_HOST is set., false"
  })
  void a_value_is_named_as_the_engine_writes_it(String solution, String read, boolean named) {
    assertThat(mutant(Mutant.Kind.VALUE_CHANGED, solution).isNamedIn(read)).isEqualTo(named);
  }

  @Test
  void a_changed_name_is_named_by_the_expected_one_alone() {
    Mutant mutant = mutant(Mutant.Kind.NAME_CHANGED, "docker stop box");

    assertThat(mutant.isNamedIn("There is no container `box`.")).isTrue();
    assertThat(mutant.isNamedIn("There is no container `box-x`, and no inbox.")).isFalse();
  }

  @Test
  void a_missing_flag_is_named_by_either_form_or_by_what_it_sets() {
    Mutant mutant = mutant(Mutant.Kind.FLAG_LEFT_OUT, "docker run --publish 80:81 redis");

    assertThat(List.of("add `-p`", "see --publish.", "there is no `80:81`", "it is not published"))
        .allMatch(mutant::isNamedIn);
    assertThat(mutant.isNamedIn("give it a --name")).isFalse();
  }
}
