package dev.ropewalk.terminal;

import dev.ropewalk.check.Verdict;
import dev.ropewalk.session.Message;
import dev.ropewalk.session.Prompt;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jline.utils.AttributedString;

/**
 * What stands on the screen beside the learner's own shells: the task, how its checks stand, the
 * news, the keys. Not safe for use by several threads.
 */
final class WatchPane {
  private static final int MOST_NEWS = 3;

  /** In so few rows every one is wanted for the text. */
  private static final int LOW_TEXT = 12;

  private final List<Message> task = new ArrayList<>();
  private final List<Message> news = new ArrayList<>();
  private final List<String> output = new ArrayList<>();
  private Message.Verdicts checks =
      new Message.Verdicts(List.of(), Message.Verdicts.Detail.FIRST_REASON);
  private Prompt.Question question = Prompt.Question.NONE;
  private final WatchScroll scroll = new WatchScroll();
  private int shells;
  private boolean works;

  /** Something has been said. */
  void say(Message message) {
    switch (message) {
      case Message.LessonText _ -> {
        task.clear();
        task.add(message);
        // What a key has led to is told, also where the lesson begins again by it.
        news.removeIf(old -> !(old instanceof Message.Note));
        scroll.home();
      }
      case Message.Door _, Message.FetchOffer _ -> {
        task.clear();
        task.add(message);
        forget();
      }
      case Message.StepText _ -> {
        task.removeIf(old -> !(old instanceof Message.LessonText) || task.size() > 1);
        task.add(message);
        scroll.home();
        checks = new Message.Verdicts(List.of(), checks.detail());
      }
      case Message.Verdicts verdicts -> {
        news.removeIf(WatchPane::passes);
        if (!verdicts.equals(checks)) {
          scroll.home();
        }
        checks = verdicts;
      }
      case Message.StepDone _ -> {
        while (news.stream().anyMatch(Message.StepDone.class::isInstance)) {
          news.removeFirst(); // It has led to the end of an earlier step.
        }
        if (news.stream().noneMatch(Message.Typing.class::isInstance)) {
          output.clear(); // It is of an earlier step.
        }
        news.removeIf(old -> !(old instanceof Message.Changes || old instanceof Message.Typing));
        news.add(message);
      }
      case Message.Changes _, Message.Waiting _, Message.Comes _ -> tell(message);
      case Message.Aside _, Message.StillOpen _ -> tell(message);
      case Message.LessonDone _ -> {
        task.replaceAll(old -> old instanceof Message.StepText step ? step.allDone() : old);
        tell(message);
        scroll.reveal();
      }
      case Message.Welcome _, Message.Fetched _, Message.Paused _, Message.Keys _ -> show(message);
      case Message.Hint _, Message.Solution _, Message.Typing _, Message.Help _ -> show(message);
      case Message.ResetPlan _, Message.StagePlan _, Message.Note _ -> show(message);
      case Message.Trouble _, Message.Contents _, Message.Inside _, Message.State _ ->
          show(message);
    }
  }

  /** The learner has asked for it, or has to know it. */
  private void show(Message message) {
    tell(message);
    scroll.reveal();
  }

  private void tell(Message message) {
    news.removeIf(WatchPane::passes);
    news.add(message);
    if (news.size() > MOST_NEWS) {
      news.removeFirst();
    }
  }

  /** Whether it is worth nothing once something else is said. */
  private static boolean passes(Message message) {
    return message instanceof Message.Waiting || message instanceof Message.Comes;
  }

  /** What a line that ropewalk ran has printed. */
  void print(String text) {
    output.addAll(text.lines().toList());
    scroll.reveal();
  }

  /** A key was pressed: what was news before is read. */
  void forget() {
    news.clear();
    output.clear();
    scroll.home();
  }

  /** Whether a key was pressed and what it does is still under way. */
  void works(boolean now) {
    works = now;
  }

  void ask(Prompt.Question asked) {
    question = asked;
  }

  Prompt.Question question() {
    return question;
  }

  void shells(int count) {
    shells = count;
  }

  void scroll(WatchScroll.Move move) {
    scroll.move(move);
  }

  /**
   * The whole screen, of so many rows. Where there is not room for all of it, the head of the step,
   * its task and why it is not done come first, and the rest can be scrolled to.
   */
  List<AttributedString> draw(Sheet sheet, int rows) {
    Sheet ours = sheet.with(WordNames.KEYS);
    WatchFoot foot = new WatchFoot(ours, question, shells, works);
    Text whole = whole(ours);
    if (fits(whole, foot.whole(), rows)) {
      return screen(whole, foot.whole(), rows);
    }
    List<AttributedString> low = foot.low(rows, WatchFoot.Scrolls.NOT);
    if (fits(whole, low, rows)) {
      return screen(whole, low, rows);
    }
    Text urgent = urgent(ours, foot);
    return screen(
        urgent, fits(urgent, low, rows) ? low : foot.low(rows, WatchFoot.Scrolls.MORE), rows);
  }

  private static boolean fits(Text text, List<AttributedString> foot, int rows) {
    return text.lines.size() + foot.size() <= rows;
  }

  private List<AttributedString> screen(Text text, List<AttributedString> foot, int rows) {
    int room = Math.max(0, rows - foot.size());
    // Which step it is stays in sight where there is room.
    int pinned = room > LOW_TEXT ? text.head.size() : 0;
    int first = scroll.first(text.lines.size(), room, pinned, text.news, text.end);
    List<AttributedString> screen =
        new ArrayList<>(text.lines.subList(first, Math.min(text.lines.size(), first + room)));
    for (int row = 0; row < pinned && first > text.headAt; row++) {
      screen.set(row, text.head.get(row));
    }
    while (screen.size() < room) {
      screen.add(AttributedString.EMPTY);
    }
    screen.addAll(foot.subList(Math.max(0, foot.size() - rows), foot.size()));
    return screen;
  }

  /** In the order in which it is read. */
  private Text whole(Sheet sheet) {
    MessageView view = new MessageView(sheet);
    Text text = new Text(sheet.width());
    for (Message message : task) {
      if (message instanceof Message.StepText step) {
        text.head(StepDrawing.head(sheet, step));
      }
      text.add(view.lines(message));
    }
    text.apart(view.lines(checks));
    news(sheet, view, text);
    return text;
  }

  /** What is needed first comes first. */
  private Text urgent(Sheet sheet, WatchFoot foot) {
    MessageView view = new MessageView(sheet);
    Text text = new Text(sheet.width());
    List<AttributedString> told = new ArrayList<>();
    for (Message message : task) {
      if (message instanceof Message.StepText step) {
        StepDrawing parts = StepDrawing.of(sheet, step);
        text.head(parts.head());
        text.add(parts.head());
        text.add(parts.task());
        told.add(AttributedString.EMPTY);
        told.addAll(parts.told());
      } else {
        told.addAll(view.lines(message));
      }
    }
    text.add(view.lines(openFirst()));
    news(sheet, view, text);
    text.apart(told);
    text.apart(foot.advice());
    return text;
  }

  private Message.Verdicts openFirst() {
    return new Message.Verdicts(
        checks.lines().stream()
            .sorted(
                Comparator.comparing(
                    (Message.Verdicts.Line line) -> line.verdict() instanceof Verdict.Passed))
            .toList(),
        checks.detail());
  }

  private void news(Sheet sheet, MessageView view, Text text) {
    text.news = text.lines.size();
    // What ended the step before is not taken for the doing of the one that is open.
    news.stream()
        .filter(Message.StepDone.class::isInstance)
        .map(
            done ->
                new VerdictLine(Mark.PASSED, "Done: " + ((Message.StepDone) done).step().title()))
        .forEach(done -> text.apart(VerdictLine.draw(sheet, List.of(done))));
    boolean row = false;
    for (Message message : news) {
      text.news = row ? text.news : text.lines.size();
      if (row && message instanceof Message.Changes) {
        text.add(view.lines(message));
      } else {
        text.apart(view.lines(message));
      }
      row = message instanceof Message.Changes;
    }
    text.apart(
        output.stream()
            .flatMap(line -> Wrap.lines(sheet.text(Role.DIM, line), text.width).stream())
            .toList());
    text.end = text.lines.size();
  }

  /** What stands above the foot. */
  private static final class Text {
    private final int width;
    private final List<AttributedString> lines = new ArrayList<>();

    /** The lines that say which step it is, and where they stand. */
    private List<AttributedString> head = List.of();

    private int headAt;

    /** Where the newest begins, and where it ends. */
    private int news;

    private int end;

    Text(int width) {
      this.width = width;
    }

    /** The next lines to be added begin with these. */
    void head(List<AttributedString> next) {
      head = next;
      headAt = lines.size();
    }

    /** Adds lines, of which none may be longer than the pane is wide. */
    void add(List<AttributedString> more) {
      for (AttributedString line : more) {
        if (line.columnLength() > width) {
          lines.addAll(
              LongCommand.is(line) ? LongCommand.continued(line, width) : Wrap.lines(line, width));
        } else {
          lines.add(line);
        }
      }
    }

    /** The same, after an empty line. */
    void apart(List<AttributedString> more) {
      if (!more.isEmpty() && !more.getFirst().toString().isBlank()) {
        lines.add(AttributedString.EMPTY);
      }
      add(more);
    }
  }
}
