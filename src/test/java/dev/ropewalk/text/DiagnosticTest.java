package dev.ropewalk.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ropewalk.Golden;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The form in which an author reads what is wrong. */
final class DiagnosticTest {
  private static final Source SOURCE =
      new Source(
          "checks/30-ports.yaml",
          "steps:\n  run-it:\n    stat: running\n\tlast: \u001b[31mred\n" + "x".repeat(300) + "\n");

  private static String format(Place place, String message, String fix) {
    return new Diagnostic(SOURCE, place, message, fix).format();
  }

  @Test
  void place_line_mark_and_fix_are_shown() {
    String shown =
        Stream.of(
                format(new Place(3, 5, 4), "unknown property `stat`", "did you mean `state`?"),
                format(new Place(1, 1, 1), "without a fix", ""),
                format(new Place(3, 5, 400), "a mark ends with its line", ""),
                format(new Place(3, 99, 1), "a mark may stand behind the line", ""),
                format(new Place(4, 2, 4), "what moves the cursor is not shown", ""),
                format(new Place(5, 290, 4), "of a long line the end", ""),
                format(new Place(5, 1, 300), "of a long line the beginning", ""),
                format(new Place(9, 1, 1), "past the end there is no line", ""),
                format(new Place(1, 1, 1), "a\nb\u001b[31m" + "c".repeat(600), "d\r\ne"))
            .collect(Collectors.joining("\n"));

    Golden.assertSame("text/diagnostic.txt", shown);
  }

  @Test
  void nothing_moves_the_cursor_wherever_it_stands() {
    String hostile = "a\u001b[2J\u009b1m\u202eb\u2028c";
    Source source = new Source("lessons/" + hostile + ".md", hostile + "\n");

    String shown = new Diagnostic(source, Place.START, hostile, hostile).format();

    assertThat(shown).doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Zl}&&[^\n]]");
    assertThat(shown.lines()).hasSize(4);
    assertThat(shown).startsWith("lessons/a^[[2J");
  }

  @Test
  void problems_come_in_the_order_of_the_source() {
    Problems problems = new Problems(SOURCE);
    problems.add(new Place(3, 5, 1), "third", "");
    problems.add(new Place(1, 1, 1), "first", "");
    problems.add(new Place(3, 1, 1), "second", "");

    assertThat(problems.all())
        .extracting(Diagnostic::message)
        .containsExactly("first", "second", "third");
    assertThatThrownBy(problems::throwIfAny)
        .isInstanceOfSatisfying(
            BrokenSource.class, e -> assertThat(e.diagnostics()).isEqualTo(problems.all()));
  }

  @Test
  void without_problems_one_goes_on() {
    Problems problems = new Problems(SOURCE);

    problems.throwIfAny();

    assertThat(problems.none()).isTrue();
  }

  @Test
  void nobody_reads_more_than_a_hundred_problems() {
    Problems problems = new Problems(SOURCE);
    for (int i = 1; i <= 150; i++) {
      problems.add(new Place(i, 1, 1), "problem " + i, "");
    }

    assertThat(problems.all()).hasSize(100);
  }
}
