package dev.ropewalk.terminal;

import dev.ropewalk.session.Prompt;
import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;

/**
 * What stands below all else in the watch pane: how a shell takes part, and the keys.
 *
 * @param shells how many take part
 * @param works whether what a key has asked for is under way
 */
record WatchFoot(Sheet sheet, Prompt.Question question, int shells, boolean works) {
  /** Below so many rows only the keys themselves are named, and in one line. */
  private static final int LOWEST = 10;

  /** From so many rows on there is room for a line about shells. */
  private static final int ROOMY = 16;

  private static final int MOST_KEY_LINES = 2;

  private static final String JOIN = "`eval \"$(ropewalk env)\"`";

  /** Where there is room for everything. */
  List<AttributedString> whole() {
    List<AttributedString> foot = begun();
    foot.addAll(advice());
    foot.addAll(keys(WatchKey.of(question), Labels.NAMED, Scrolls.NOT));
    return foot;
  }

  /**
   * Where there is not.
   *
   * @param rows of the whole pane
   */
  List<AttributedString> low(int rows, Scrolls scrolls) {
    List<AttributedString> foot = begun();
    if (shells == 0 && rows >= ROOMY) {
      foot.addAll(shortAdvice());
    }
    foot.addAll(keys(scrolls, rows < LOWEST ? 1 : MOST_KEY_LINES));
    return foot;
  }

  /** How a shell takes part; nothing once one does. */
  List<AttributedString> advice() {
    return shells > 0
        ? List.of()
        : sheet.prose(
            Role.DIM,
            "In a terminal of yours: "
                + JOIN
                + ". Without it, what your commands change on the engine counts, but not what they only show.");
  }

  private List<AttributedString> shortAdvice() {
    List<AttributedString> one = sheet.prose(Role.DIM, "In a terminal of yours: " + JOIN + ".");
    return one.size() == 1 ? one : sheet.prose(Role.DIM, "Join: " + JOIN);
  }

  private List<AttributedString> begun() {
    return new ArrayList<>(List.of(StepHeader.rule(sheet)));
  }

  /** The fullest form that takes no more lines. */
  private List<AttributedString> keys(Scrolls scrolls, int most) {
    List<WatchKey> all = WatchKey.of(question);
    List<WatchKey> few = WatchKey.few(question);
    for (List<WatchKey> some : List.of(all, few)) {
      List<AttributedString> named = keys(some, Labels.NAMED, scrolls);
      if (named.size() <= most) {
        return named;
      }
    }
    return keys(few, Labels.BARE, scrolls);
  }

  private enum Labels {
    NAMED,
    BARE
  }

  /** Whether there is more than can be seen at once. */
  enum Scrolls {
    NOT,
    MORE
  }

  private List<AttributedString> keys(List<WatchKey> keys, Labels labels, Scrolls scrolls) {
    Ink line = new Ink(sheet);
    if (works) {
      return Wrap.lines(line.add(Role.DIM, "One moment; Ctrl-C ends it.").dry(), sheet.width());
    }
    switch (question) {
      case NONE -> {}
      case REMOVE -> line.add(Role.WARNING, "Remove them?  ");
      case AGAIN -> line.add(Role.WARNING, "Begin the lesson again?  ");
      case FETCH -> line.add(Role.WARNING, "Fetch now?  ");
      case RUN -> line.add(Role.WARNING, "Run them?  ");
    }
    boolean named = labels == Labels.NAMED;
    keys.forEach(key -> key(line, Character.toString(key.key()), named ? key.label() : ""));
    if (scrolls == Scrolls.MORE) {
      key(line, "j" + Ink.GLUE + "k", named ? "more" : "");
    }
    if (shells > 0 && named) {
      line.add(Role.RUNNING, sheet.glyphs().running() + Ink.GLUE + shells)
          .add(Role.DIM, Ink.GLUE + (shells == 1 ? "shell" : "shells"));
    }
    return Wrap.lines(line.dry(), sheet.width());
  }

  private static void key(Ink line, String key, String label) {
    line.add(Role.PROMPT, key).add(Role.DIM, label.isEmpty() ? " " : Ink.GLUE + label + "  ");
  }
}
