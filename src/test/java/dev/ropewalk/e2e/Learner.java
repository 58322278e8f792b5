package dev.ropewalk.e2e;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody at ropewalk in a terminal; closing it takes the terminal away. */
final class Learner implements AutoCloseable {
  private static final int COLUMNS = 120;
  private static final int ROWS = 40;
  private static final Pattern OUTSIDE = Pattern.compile("\\noutside (\\d+)>$");

  private final TmuxTerminal terminal;

  private Learner(TmuxTerminal terminal) {
    this.terminal = terminal;
  }

  /** The lesson that opens where no other one is asked for. */
  static final String USUAL = "images-and-containers";

  /** Logs in, goes to the learner's folder and starts ropewalk. */
  static Learner starts(Home home, String... arguments) throws IOException {
    return starts(home, COLUMNS, Map.of(), arguments);
  }

  /**
   * @param more added to the environment
   */
  static Learner starts(Home home, int columns, Map<String, String> more, String... arguments)
      throws IOException {
    var learner = logsIn(home, columns, more);
    return arguments.length == 0
        ? learner.startsAgain("learn", USUAL)
        : learner.startsAgain(arguments);
  }

  /**
   * Logs in and goes to the learner's folder.
   *
   * @param more added to the environment
   */
  static Learner logsIn(Home home, int columns, Map<String, String> more) throws IOException {
    var environment = home.environment();
    environment.putAll(more);
    List<String> shell = List.of("bash", "--rcfile", home.startupFile().toString(), "-i");
    var learner = new Learner(TmuxTerminal.open(columns, ROWS, home.desk(), environment, shell));
    learner.terminal.await("outside 0>");
    return learner;
  }

  /** Starts ropewalk from the login shell. */
  Learner startsAgain(String... arguments) {
    terminal.enter(("ropewalk " + String.join(" ", arguments)).strip());
    return this;
  }

  /** Waits until ropewalk has ended, and returns its exit code; 128 and more for a signal. */
  int left() {
    Matcher outside = OUTSIDE.matcher("");
    terminal.await("the login shell", shown -> outside.reset(shown).find());
    return Integer.parseInt(outside.group(1));
  }

  /** The process of ropewalk itself, which its launcher stays beside. */
  ProcessHandle process() {
    return launcher().children().findFirst().orElseThrow();
  }

  /** The process that the login shell has started. */
  ProcessHandle launcher() {
    return terminal.process().children().findFirst().orElseThrow();
  }

  TmuxTerminal terminal() {
    return terminal;
  }

  /** Enters a line, and returns what it led to once the prompt of this place is there again. */
  String enters(String line, String place) {
    terminal.enter(line);
    return promptAt(place);
  }

  /**
   * Waits for an empty prompt on a line below the entered one, and returns what is shown.
   *
   * <p>The shell is in whatever folder the learner or a lesson has gone to.
   *
   * @param place lesson and step as the prompt has them
   */
  String promptAt(String place) {
    Pattern prompt = Pattern.compile("\n%s \\S+ \\$$".formatted(Pattern.quote(place)));
    return terminal.await("the prompt of `" + place + "`", shown -> prompt.matcher(shown).find());
  }

  @Override
  public void close() {
    terminal.close();
  }
}
