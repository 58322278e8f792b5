package dev.ropewalk.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.play.Workplace;
import dev.ropewalk.session.Input;
import dev.ropewalk.session.Prompt;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.DumbTerminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class WatchFrontTest {
  private final List<Input> offered = new ArrayList<>();

  @Test
  void a_terminal_that_has_ended_leaves_though_leaving_is_answered_with_a_warning()
      throws Exception {
    InputStream gone = new ByteArrayInputStream(new byte[0]);

    worksUntilLeft(gone, Prompt.Question.NONE);

    assertThat(offered)
        .containsExactly(
            new Input.Interrupted(), new Input.Typed(":quit"), new Input.Typed(":quit"));
  }

  @Test
  void a_terminal_that_breaks_answers_a_question_with_no_and_leaves() throws Exception {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("Input/output error");
          }
        };

    worksUntilLeft(broken, Prompt.Question.REMOVE);

    assertThat(offered)
        .containsExactly(
            new Input.Interrupted(),
            new Input.Typed("n"),
            new Input.Typed(":quit"),
            new Input.Typed(":quit"));
  }

  @Test
  void one_control_c_may_have_been_meant_for_the_terminal_beside_and_two_leave() throws Exception {
    byte[] keys = {3, 3, 'h', 3, 3};

    worksUntilLeft(new ByteArrayInputStream(keys), Prompt.Question.NONE);

    assertThat(offered)
        .containsExactly(
            new Input.Interrupted(),
            new Input.Typed(":hint"),
            new Input.Typed(":quit"),
            new Input.Typed(":quit"));
  }

  @Test
  void a_step_is_skipped_by_the_key_that_is_pressed_twice() throws Exception {
    worksUntilLeft(keys("\003shsss"), Prompt.Question.NONE);

    assertThat(offered)
        .containsExactly(
            new Input.Interrupted(),
            new Input.Typed(":hint"),
            new Input.Typed(":skip"),
            new Input.Typed(":quit"),
            new Input.Typed(":quit"));
  }

  @Test
  void what_is_pasted_presses_no_key() throws Exception {
    String line = "docker run -d --name web nginx\r\033[Aquit\rssxy";

    worksUntilLeft(keys("\003\033[200~" + line + "\033[201~h"), Prompt.Question.NONE);

    assertThat(offered)
        .containsExactly(
            new Input.Interrupted(),
            new Input.Typed(":hint"),
            new Input.Typed(":quit"),
            new Input.Typed(":quit"));
  }

  private static InputStream keys(String pressed) {
    return new ByteArrayInputStream(pressed.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * A session that is at work at first, and says no more than a warning to the first who leaves.
   */
  private void worksUntilLeft(InputStream keys, Prompt.Question first) throws Exception {
    try (Terminal terminal =
        new DumbTerminal(
            "watch", "xterm", keys, new ByteArrayOutputStream(), StandardCharsets.UTF_8)) {
      WatchFront front = new WatchFront(terminal, Map.of(), new NoWorkplace());
      front.work(
          input -> {
            boolean warned = offered.contains(new Input.Typed(":quit"));
            boolean begins = offered.isEmpty();
            offered.add(input);
            if (warned) {
              front.quit();
            } else {
              front.ready(new Prompt("logs", 1, 3, begins ? first : Prompt.Question.NONE));
            }
          });
    }
  }

  /** Nothing of ropewalk's own is run here. */
  private static final class NoWorkplace implements Workplace {
    @Override
    public Input.Finished run(String line) {
      throw new UnsupportedOperationException(line);
    }

    @Override
    public Input.Expanded expand(String words) {
      throw new UnsupportedOperationException(words);
    }

    @Override
    public boolean isUnfinished(String text) {
      throw new UnsupportedOperationException(text);
    }

    @Override
    public Input.Jobs jobs() {
      throw new UnsupportedOperationException();
    }

    @Override
    public Path directory() {
      return Path.of("/");
    }
  }
}
