package dev.ropewalk.terminal;

import dev.ropewalk.play.Workplace;
import dev.ropewalk.session.Input;
import dev.ropewalk.session.Message;
import dev.ropewalk.session.Prompt;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.InfoCmp.Capability;

/**
 * The course in a terminal of its own, beside the learner's shells: a pane that is drawn anew
 * whenever something is said, and keys. Lines that ropewalk itself runs, for {@code :skip} and the
 * like, run in a shell of its own, and what they print is shown here.
 */
public final class WatchFront extends TaskFront implements BesideFront {
  private static final Duration GLANCE = Duration.ofMillis(100);
  private static final int CONTROL_C = 3;
  private static final int CONTROL_D = 4;
  private static final int CONTROL_L = 12;

  /** Keys that may have been meant for what runs in the terminal beside this one. */
  private static final Map<Integer, Message> TWICE =
      Map.of(
          CONTROL_C,
          new Message.Note("Ctrl-C once more leaves the course; the key `q` does so at once."),
          (int) 's',
          new Message.Note("`s` once more has ropewalk do this step in your place."));

  private static final Message PASTED =
      new Message.Note(
          "What was pasted here is dropped: commands go to a shell of your own, and here are keys.");

  private final Terminal terminal;
  private final Map<String, String> environment;
  private final WatchPane pane = new WatchPane();
  private boolean busy = true;
  private Optional<Message> warned = Optional.empty();
  private volatile boolean left;

  /**
   * @param workplace where ropewalk runs its own lines
   */
  public WatchFront(Terminal terminal, Map<String, String> environment, Workplace workplace) {
    super(workplace);
    this.terminal = terminal;
    this.environment = environment;
  }

  @Override
  public void work(Consumer<Input> offer) throws InterruptedException {
    Attributes theirs = terminal.enterRawMode();
    Attributes keys = terminal.getAttributes();
    keys.setLocalFlag(Attributes.LocalFlag.ISIG, false);
    terminal.setAttributes(keys);
    terminal.handle(Terminal.Signal.WINCH, _ -> draw());
    terminal.puts(Capability.enter_ca_mode);
    terminal.puts(Capability.cursor_invisible);
    terminal.puts(Capability.clear_screen);
    terminal.writer().print(KeyPress.TELL_PASTES);
    draw();
    Thread reader = Thread.ofPlatform().name("keys").daemon().start(() -> readKeys(offer));
    try {
      untilLeft(offer);
    } finally {
      // A terminal that somebody still reads from cannot be closed.
      leave();
      reader.join();
      giveBack();
      terminal.setAttributes(theirs);
    }
  }

  /** The screen as it was; for whoever ends this process, too. */
  public synchronized void giveBack() {
    leave();
    terminal.writer().print(KeyPress.TELL_NO_PASTES);
    terminal.puts(Capability.cursor_normal);
    terminal.puts(Capability.exit_ca_mode);
    terminal.flush();
  }

  @Override
  void read(Prompt prompt, Consumer<Input> offer) {
    // Keys come at any time.
  }

  private synchronized void leave() {
    left = true;
    notifyAll();
  }

  private void readKeys(Consumer<Input> offer) {
    try {
      readUntilGone(offer);
      quit(offer);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Returns when nobody is left who could press a key, or the session has ended. */
  private void readUntilGone(Consumer<Input> offer) {
    try {
      while (!left) {
        Optional<String> press = KeyPress.read(terminal.reader(), GLANCE);
        if (press.isEmpty()) {
          return;
        }
        pressed(press.get(), offer);
      }
    } catch (IOException _) {
      // A terminal that is gone may be told so.
    }
  }

  /** Leaves, and again whenever that is answered with a question or a warning. */
  private synchronized void quit(Consumer<Input> offer) throws InterruptedException {
    while (!left) {
      pressed(CONTROL_D, offer);
      while (busy && !left) {
        wait();
      }
    }
  }

  private void pressed(String press, Consumer<Input> offer) {
    Optional<WatchScroll.Move> move = WatchScroll.Move.of(press);
    if (move.isPresent()) {
      scroll(move.get());
    } else if (press.length() == 1 && press.charAt(0) == CONTROL_L) {
      terminal.puts(Capability.clear_screen);
      draw();
    } else if (press.equals(KeyPress.PASTE)) {
      dropPaste();
    } else if (press.length() == 1) {
      pressed(press.charAt(0), offer);
    }
  }

  private synchronized void dropPaste() {
    if (!busy) {
      say(PASTED);
    }
  }

  private synchronized void scroll(WatchScroll.Move move) {
    pane.scroll(move);
    draw();
  }

  /** While ropewalk does something, a key means nothing but Ctrl-C, which ends a wait. */
  private synchronized void pressed(int key, Consumer<Input> offer) {
    boolean leaves = key == CONTROL_C || key == CONTROL_D;
    if (busy) {
      if (leaves) {
        offer.accept(new Input.Interrupted());
      }
      return;
    }
    Optional<Message> before = warned;
    warned =
        pane.question() == Prompt.Question.NONE
            ? Optional.ofNullable(TWICE.get(Character.toLowerCase(key)))
            : Optional.empty();
    if (warned.isPresent() && !warned.equals(before)) {
      pane.forget();
      say(warned.get());
      return;
    }
    warned = Optional.empty();
    var known =
        leaves && pane.question() == Prompt.Question.NONE
            ? WatchKey.find(Prompt.Question.NONE, 'q')
            : WatchKey.find(pane.question(), leaves ? 'n' : key);
    known.ifPresent(
        it -> {
          busy = true;
          pane.forget();
          pane.works(true);
          draw();
          offer.accept(new Input.Typed(it.line()));
        });
  }

  @Override
  public synchronized void print(String text) {
    pane.print(text);
    draw();
  }

  @Override
  public synchronized void shells(int count) {
    pane.shells(count);
    draw();
  }

  private synchronized void draw() {
    if (left) {
      return;
    }
    Sheet sheet = Sheet.of(terminal, environment);
    int rows = terminal.getRows() > 0 ? terminal.getRows() : 24;
    List<AttributedString> lines = pane.draw(sheet, rows);
    int columns = terminal.getColumns() > 0 ? terminal.getColumns() : sheet.width();
    StringBuilder screen = new StringBuilder("\033[H");
    for (int row = 0; row < lines.size(); row++) {
      AttributedString line = lines.get(row).columnSubSequence(0, columns);
      screen.append(row == 0 ? "" : "\r\n").append(sheet.print(line));
      if (line.columnLength() < columns) {
        // After the last column, a terminal may erase what stands in it.
        screen.append("\033[K");
      }
    }
    terminal.writer().print(screen);
    terminal.writer().flush();
  }

  @Override
  public synchronized void say(Message message) {
    pane.say(message);
    draw();
  }

  @Override
  public synchronized void ready(Prompt prompt) {
    busy = false;
    pane.works(false);
    reprompt(prompt);
    notifyAll();
  }

  @Override
  public synchronized void reprompt(Prompt prompt) {
    pane.ask(prompt.question());
    draw();
  }
}
