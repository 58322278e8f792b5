package dev.ropewalk.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReportReaderTest {
  private final Transcript transcript = new Transcript(1000);
  private final List<ShellEvent> events = new ArrayList<>();
  private final ReportReader reader = new ReportReader(transcript, events::add);

  private void accept(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    reader.accept(bytes, bytes.length);
  }

  private String report(String content) {
    return "\0" + reader.mark() + ";" + content + "\0";
  }

  @Test
  void a_report_cut_anywhere_is_put_together_again() {
    for (var character : ("out" + report("7;130;42;himBH;/a;b") + "put").split("")) {
      accept(character);
    }

    assertThat(events)
        .containsExactly(
            new ShellEvent.Ready(7, 130, 42, "himBH", "/a;b", Optional.empty(), List.of(), ""));
    assertThat(transcript.take()).isEqualTo(new Output("output", 0));
  }

  @Test
  void two_reports_in_one_piece_are_two_events() {
    accept(report("1;0;42;h;/") + report(""));

    assertThat(events)
        .containsExactly(
            new ShellEvent.Ready(1, 0, 42, "h", "/", Optional.empty(), List.of(), ""),
            new ShellEvent.Ended());
  }

  @Test
  void the_codes_of_a_pipe_are_those_of_the_report_after_them() {
    accept(report("|;1 0") + report("1;0;42;h;/") + report("2;0;42;h;/") + report("|;x y"));

    assertThat(events)
        .extracting(event -> ((ShellEvent.Ready) event).pipe())
        .containsExactly(List.of(1, 0), List.of());
  }

  @Test
  void what_only_looks_like_a_report_is_dropped_or_output() {
    accept(report("x;y") + report("1") + "\0other;1;0;42;h;/\0.");

    assertThat(events).isEmpty();
    assertThat(transcript.take()).isEqualTo(new Output("\0other;1;0;42;h;/\0.", 0));
  }

  @Test
  void a_report_without_an_end_does_not_hold_the_output_back_for_ever() {
    accept("\0" + reader.mark() + ";" + "x".repeat(200_000));

    assertThat(transcript.take().omittedBytes()).isPositive();
  }
}
