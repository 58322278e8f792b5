package dev.ropewalk.terminal;

import dev.ropewalk.play.Task;
import dev.ropewalk.play.Workplace;
import dev.ropewalk.session.Input;
import dev.ropewalk.session.Message;
import dev.ropewalk.session.Prompt;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.reader.Widget;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.InfoCmp.Capability;
import org.jline.utils.OSUtils;

/**
 * The course at a terminal. One thread owns the terminal and does one {@link Task} after the other;
 * messages may be shown from any thread, above the line that is being typed.
 */
public final class Repl extends TaskFront {
  private final Terminal terminal;
  private final Map<String, String> environment;
  private final LineReader reader;
  private final Attributes theirs;
  private volatile boolean reading;
  private volatile boolean passing;

  /** Whether a line has run since we printed last, so that its output may stand without an end. */
  private volatile boolean ran;

  /**
   * @param history where typed lines are kept from session to session
   */
  public Repl(
      Terminal terminal,
      Map<String, String> environment,
      Workplace workplace,
      org.jline.reader.Completer completer,
      Path history) {
    super(workplace);
    this.terminal = terminal;
    this.environment = environment;
    this.theirs = terminal.getAttributes();
    this.reader =
        LineReaderBuilder.builder()
            .terminal(terminal)
            .appName("ropewalk")
            .parser(new ShellParser(workplace))
            .completer(completer)
            .history(new KeptHistory())
            .variable(LineReader.HISTORY_FILE, history)
            .variable(LineReader.SECONDARY_PROMPT_PATTERN, "> ")
            .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
            .option(LineReader.Option.HISTORY_IGNORE_SPACE, true)
            .build();
    reader.getKeyMaps().compute(LineReader.MAIN, (_, keys) -> withoutMouse(keys));
    Widget accept = Objects.requireNonNull(reader.getWidgets().get(LineReader.ACCEPT_LINE));
    reader.getWidgets().put(LineReader.ACCEPT_LINE, () -> acceptAll(accept));
  }

  /**
   * JLine binds a terminal's description of a mouse as it is written; typed, it would be swallowed.
   */
  private static KeyMap<Binding> withoutMouse(KeyMap<Binding> theirs) {
    KeyMap<Binding> keys = new KeyMap<>();
    keys.setUnicode(theirs.getUnicode());
    keys.setNomatch(theirs.getNomatch());
    keys.setAmbiguousTimeout(theirs.getAmbiguousTimeout());
    theirs.getBoundKeys().entrySet().stream()
        .filter(bound -> !bound.getKey().startsWith("\\E"))
        .forEach(bound -> keys.bind(bound.getValue(), bound.getKey()));
    return keys;
  }

  /** As in a shell, Enter means the whole line wherever the cursor is. */
  private boolean acceptAll(Widget accept) {
    reader.getBuffer().cursor(reader.getBuffer().length());
    return accept.apply();
  }

  /** Works until the session ends. Called by the thread that owns the terminal. */
  public void work(Consumer<Input> offer) throws InterruptedException {
    terminal.handle(Terminal.Signal.INT, _ -> interrupted(offer));
    untilLeft(offer);
  }

  @Override
  protected Task next() throws InterruptedException {
    terminal.setAttributes(whileWaiting());
    Task task = super.next();
    terminal.setAttributes(theirs);
    return task;
  }

  /**
   * While we wait, Ctrl-\\ would only make the Java runtime print its threads, and Ctrl-C ends the
   * wait alone: what has been typed is for the next prompt.
   */
  private Attributes whileWaiting() {
    Attributes ours = new Attributes(theirs);
    ours.setControlChar(Attributes.ControlChar.VQUIT, OSUtils.IS_OSX ? 0xFF : 0);
    ours.setLocalFlag(Attributes.LocalFlag.NOFLSH, true);
    return ours;
  }

  /** Ctrl-C while the learner waits; the terminal has shown it as {@code ^C}. */
  private void interrupted(Consumer<Input> offer) {
    passing = false;
    terminal.writer().println();
    offer.accept(new Input.Interrupted());
  }

  @Override
  void read(Prompt prompt, Consumer<Input> offer) {
    offer.accept(typed(prompt));
  }

  private Input typed(Prompt prompt) {
    try {
      freshLine();
      String text = PromptText.draw(sheet(), prompt, workplace().directory()).toAnsi(terminal);
      reading = true;
      return new Input.Typed(reader.readLine(text));
    } catch (UserInterruptException e) {
      endLine();
      return new Input.Typed("");
    } catch (EndOfFileException e) {
      endLine();
      return new Input.Typed(":quit");
    } finally {
      reading = false;
    }
  }

  /** A terminal that can do nothing shows Enter by itself, and JLine adds no line end to a key. */
  private void endLine() {
    if (isDumb()) {
      terminal.writer().println();
      terminal.writer().flush();
    }
  }

  private boolean isDumb() {
    return terminal.getType().startsWith(Terminal.TYPE_DUMB);
  }

  /**
   * The prompt begins a line of its own. Blanks for one line fill the rest of one that is not
   * finished and begin the next, or stay on an empty one and are erased, so that they cannot be
   * wrapped when the terminal gets narrow; no terminal has to be asked.
   */
  private void freshLine() {
    if (!isDumb()
        && terminal.getBooleanCapability(Capability.auto_right_margin)
        && terminal.getBooleanCapability(Capability.eat_newline_glitch)) {
      terminal.writer().print(" ".repeat(Math.max(0, terminal.getColumns())) + "\r");
      terminal.puts(Capability.clr_eol);
      terminal.writer().flush();
    }
  }

  private Sheet sheet() {
    return Sheet.of(terminal, environment);
  }

  @Override
  public void run(String line) {
    ran = true;
    super.run(line);
  }

  @Override
  public void say(Message message) {
    Sheet sheet = sheet();
    List<AttributedString> lines = new MessageView(sheet).lines(message);
    erasePassing();
    if (lines.isEmpty()) {
      return;
    }
    if (ran && !reading) {
      ran = false;
      freshLine();
    }
    boolean passes = message instanceof Message.Waiting || message instanceof Message.Comes;
    if (passes && !reading) {
      showPassing(lines.getFirst());
      return;
    }
    String text = sheet.print(lines);
    if (reading) {
      reader.printAbove(text.stripTrailing());
    } else {
      terminal.writer().print(text);
      terminal.writer().flush();
    }
  }

  /** Shows a line that goes when anything else comes; a terminal that can do nothing keeps it. */
  private void showPassing(AttributedString line) {
    if (isDumb()) {
      terminal.writer().println(line.toString());
    } else {
      terminal.writer().print(line.toAnsi(terminal));
      passing = true;
    }
    terminal.writer().flush();
  }

  private void erasePassing() {
    if (passing) {
      passing = false;
      terminal.writer().print("\r\033[K");
      terminal.writer().flush();
    }
  }

  @Override
  public void ready(Prompt prompt) {
    erasePassing();
    super.ready(prompt);
  }

  @Override
  public void reprompt(Prompt prompt) {
    if (reading && reader instanceof LineReaderImpl editor) {
      editor.setPrompt(PromptText.draw(sheet(), prompt, workplace().directory()).toAnsi(terminal));
      editor.redisplay();
    }
  }
}
