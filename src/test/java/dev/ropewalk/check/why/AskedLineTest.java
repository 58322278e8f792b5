package dev.ropewalk.check.why;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.check.History;
import dev.ropewalk.check.LearnerAct;
import dev.ropewalk.check.Ownership;
import dev.ropewalk.engine.Exchange;
import dev.ropewalk.engine.SampleExchange;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Whose a request is: that of the line whose lane it came through, whenever it came. */
final class AskedLineTest {
  private final List<LearnerAct> acts = new ArrayList<>();

  private AskedLineTest asks(String lane, String path) {
    acts.add(new LearnerAct.Request(SampleExchange.get(path).build(acts.size(), lane)));
    return this;
  }

  private AskedLineTest ends(String line, String lane) {
    acts.add(new LearnerAct.Line(line, List.of(), OptionalInt.of(1), lane, 0));
    return this;
  }

  private AskedLineTest answers() {
    acts.add(new LearnerAct.Answer("5"));
    return this;
  }

  /** Each line with what it asked, the newest first. */
  private List<String> told() {
    History history = new History(new Ownership.Everything(), List.of(), List.of(), acts);
    return AskedLine.latestFirst(history).stream()
        .map(
            asked ->
                asked.line().map(LearnerAct.Line::line).orElse("?")
                    + asked.requests().stream().map(Exchange::path).toList())
        .toList();
  }

  @Test
  void what_a_job_asks_after_its_line_is_not_put_to_the_next_one() {
    asks("line 1 of 9", "/a").ends("one &", "line 1 of 9");
    asks("line 1 of 9", "/late").asks("line 2 of 9", "/b").ends("two", "line 2 of 9");

    assertThat(told()).containsExactly("two[/b]", "one &[/a, /late]");
  }

  @Test
  void two_shells_are_told_apart_and_each_goes_on_with_its_next_line() {
    asks("shell-1", "/a").asks("shell-2", "/b").ends("one", "shell-1");
    asks("shell-1", "/c").ends("two", "shell-2").ends("three", "shell-1");

    assertThat(told()).containsExactly("three[/c]", "two[/b]", "one[/a]");
  }

  @Test
  void what_a_shell_asks_now_is_of_no_line_that_has_ended() {
    asks("shell-1", "/a").ends("one", "shell-1").asks("shell-1", "/b");

    assertThat(told()).containsExactly("?[/b]", "one[/a]");
  }

  @Test
  void the_words_of_an_answer_have_a_lane_but_no_line() {
    asks("line 1 of 9", "/a").ends("one &", "line 1 of 9");
    asks("line 2 of 9", "/b").asks("line 1 of 9", "/late").answers();

    assertThat(told()).containsExactly("?[/b]", "one &[/a, /late]");
  }

  @Test
  void a_line_that_went_its_own_way_takes_nothing_of_others() {
    asks("line 1 of 9", "/late");
    acts.add(new LearnerAct.Line("direct", List.of(), 0));

    assertThat(told()).containsExactly("?[/late]", "direct[]");
  }

  @Test
  void a_journal_that_tells_no_lanes_is_read_in_its_order() {
    asks("line 1", "/a").ends("one", "").asks("line 2", "/b").asks("line 1", "/c").ends("two", "");

    assertThat(told()).containsExactly("two[/b, /c]", "one[/a]");
  }
}
