package dev.ropewalk.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.Golden;
import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StepDrawingTest {
  @ParameterizedTest
  @ValueSource(ints = {40, 80, 120})
  void a_step_is_drawn_at_each_width(int width) {
    Sheet sheet = Sheets.plain(width);

    Golden.assertSame("terminal/step-%s.txt".formatted(width), sheet.print(step(sheet)));
  }

  @Test
  void a_step_is_drawn_in_colour() {
    Sheet sheet = Sheets.colourful(80);

    Golden.assertSame("terminal/step-80.sgr.txt", Sheets.visible(sheet, step(sheet)));
  }

  @Test
  void a_step_is_drawn_in_ascii() {
    Sheet sheet = Sheets.ascii(80);

    Golden.assertSame("terminal/step-80.ascii.txt", sheet.print(step(sheet)));
  }

  @Test
  void a_very_long_lesson_has_a_bar_of_twelve_pieces() {
    StepHeader header = new StepHeader("all", 31, 60, 30, "On");

    assertThat(header.draw(Sheets.plain(80)).getFirst().toString())
        .isEqualTo("all  ■■■■■■□□□□□□ 31/60  On");
  }

  private static List<AttributedString> step(Sheet sheet) {
    List<AttributedString> lines = new ArrayList<>();
    lines.addAll(new StepHeader("detached-mode", 2, 5, 1, "Run it in the background").draw(sheet));
    lines.addAll(
        VerdictLine.draw(
            sheet,
            List.of(
                new VerdictLine(Mark.PASSED, "The image `redis` is on the engine"),
                new VerdictLine(
                    Mark.FAILED,
                    "A container named `redistest` runs redis in the background",
                    List.of(
                        "There is one, but it is called `redis-test`.",
                        "Remove it with `docker rm -f redis-test`, then start it again with"
                            + " `--name redistest`.")),
                new VerdictLine(Mark.WAITING, "Port 12345 of this machine reaches redis"),
                new VerdictLine(Mark.ERRORED, "The engine did not answer within 5 s"))));
    lines.addAll(
        new Note(Role.HINT, "Hint 1 of 3")
            .draw(sheet, "One flag hands your prompt back at once: look at `docker run --help`."));
    lines.addAll(sheet.prose(Role.WARNING, "This engine belongs to somebody else as well."));
    return lines;
  }
}
