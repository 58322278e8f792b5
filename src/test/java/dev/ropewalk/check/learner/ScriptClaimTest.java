package dev.ropewalk.check.learner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.check.Bench;
import dev.ropewalk.check.Book;
import dev.ropewalk.check.Probes.ScriptResult;
import dev.ropewalk.check.Verdict;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The last resort. */
final class ScriptClaimTest {
  private static final String SCRIPT = "script: grep -q \"${NAME}\" note.txt";

  private final Book book = new Book();

  private void tell(String situation, ScriptResult result) {
    book.tell(situation, SCRIPT, b -> ends(b.ran("touch note.txt", 0), result));
  }

  private static Bench ends(Bench bench, ScriptResult result) {
    bench.probes.ending(result);
    return bench;
  }

  @Test
  void what_a_learner_reads() {
    tell("passed", new ScriptResult.Ended(0, "fine\n"));
    tell("failed", new ScriptResult.Ended(1, "looking\nno `note`\n"));
    tell("failed without a word", new ScriptResult.Ended(2, "\n"));
    tell("failed with many words", new ScriptResult.Ended(1, "1\n2\n\n3\n4\n" + "x".repeat(900)));
    tell("took too long", new ScriptResult.Overdue("waiting\n"));
    tell("not run", new ScriptResult.NotRun("This check is a script, and is not run here."));
    book.tell("nothing was done", SCRIPT, b -> ends(b, new ScriptResult.Ended(0, "")));
    book.compare("script");
  }

  @Test
  void without_an_act_it_is_not_even_run() {
    Bench bench = new Bench();

    Verdict verdict = bench.judge(SCRIPT);

    assertThat(verdict).isInstanceOf(Verdict.Failed.class);
    assertThat(bench.probes.scripts()).isEmpty();
  }

  @Test
  void bash_gets_it_as_written_and_captured_variables_beside_it() {
    Bench bench = ends(new Bench().ran("ls", 0), new ScriptResult.Ended(0, ""));

    bench.variable("first_id", "abc").judge("script: 'test \"${HOME}\" != ${first_id}'");

    assertThat(bench.probes.scripts())
        .containsExactly(Map.entry("test \"${HOME}\" != ${first_id}", Map.of("first_id", "abc")));
  }

  @Test
  void where_nobody_runs_scripts_the_learner_is_not_to_blame() {
    assertThat(new Bench().ran("ls", 0).judge(SCRIPT))
        .isEqualTo(new Verdict.Errored("This check is a script, and scripts are not run here."));
  }
}
