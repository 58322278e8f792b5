package dev.ropewalk.terminal;

import dev.ropewalk.session.Message;
import dev.ropewalk.session.Prompt;
import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;

/**
 * What stands on the screen beside the learner's own shells: the task, how its checks stand, the
 * news, the keys. Not safe for use by several threads.
 */
final class WatchPane {
  private static final int MOST_NEWS = 3;

  private final List<Message> task = new ArrayList<>();
  private final List<Message> news = new ArrayList<>();
  private final List<String> output = new ArrayList<>();
  private Message.Verdicts checks =
      new Message.Verdicts(List.of(), Message.Verdicts.Detail.FIRST_REASON);
  private Prompt.Question question = Prompt.Question.NONE;
  private int shells;

  /** Something has been said. */
  void say(Message message) {
    switch (message) {
      case Message.LessonText _, Message.Door _ -> {
        task.clear();
        task.add(message);
        forget();
      }
      case Message.StepText _ -> {
        task.removeIf(old -> !(old instanceof Message.LessonText) || task.size() > 1);
        task.add(message);
        checks = new Message.Verdicts(List.of(), checks.detail());
      }
      case Message.Verdicts verdicts -> {
        news.removeIf(Message.Waiting.class::isInstance);
        checks = verdicts;
      }
      case Message.StepDone _ -> {
        news.removeIf(old -> !(old instanceof Message.Changes));
        news.add(message);
      }
      case Message.Changes _,
          Message.Waiting _,
          Message.LessonDone _,
          Message.Hint _,
          Message.Solution _,
          Message.Typing _,
          Message.ResetPlan _,
          Message.StagePlan _,
          Message.Note _,
          Message.Aside _,
          Message.Trouble _,
          Message.Help _,
          Message.Contents _,
          Message.State _ -> {
        news.removeIf(Message.Waiting.class::isInstance);
        news.add(message);
        if (news.size() > MOST_NEWS) {
          news.removeFirst();
        }
      }
    }
  }

  /** What a line that ropewalk ran has printed. */
  void print(String text) {
    output.addAll(text.lines().toList());
  }

  /** A key was pressed: what was news before is read. */
  void forget() {
    news.clear();
    output.clear();
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

  /**
   * The whole screen, at most so many rows: where there is not room for all, the beginning of the
   * task goes.
   */
  List<AttributedString> draw(Sheet sheet, int rows) {
    MessageView view = new MessageView(sheet.with(WordNames.KEYS));
    List<AttributedString> above = new ArrayList<>();
    task.forEach(message -> above.addAll(view.lines(message)));
    List<AttributedString> below = new ArrayList<>();
    add(below, view.lines(checks));
    news.forEach(message -> add(below, view.lines(message)));
    add(below, output.stream().map(line -> sheet.text(Role.DIM, line)).toList());
    List<AttributedString> foot = foot(sheet);
    int room = Math.max(0, rows - foot.size());
    List<AttributedString> screen = new ArrayList<>(above);
    screen.addAll(below);
    while (screen.size() > room) {
      screen.removeFirst();
    }
    while (screen.size() < room) {
      screen.add(AttributedString.EMPTY);
    }
    screen.addAll(foot.subList(Math.max(0, foot.size() - rows), foot.size()));
    return screen;
  }

  private static void add(List<AttributedString> lines, List<AttributedString> more) {
    if (!more.isEmpty() && !more.getFirst().toString().isBlank()) {
      lines.add(AttributedString.EMPTY);
    }
    lines.addAll(more);
  }

  private List<AttributedString> foot(Sheet sheet) {
    List<AttributedString> foot = new ArrayList<>();
    foot.add(StepHeader.rule(sheet));
    if (shells == 0) {
      foot.addAll(
          sheet.prose(
              Role.DIM,
              "In a terminal of yours: `eval \"$(ropewalk env)\"`. Without it, what your commands do"
                  + " on the engine counts all the same."));
    }
    Ink keys = new Ink(sheet);
    List<WatchKey> all = WatchKey.of(question);
    switch (question) {
      case NONE -> {}
      case REMOVE -> keys.add(Role.WARNING, "Remove them?  ");
      case RUN -> keys.add(Role.WARNING, "Run them?  ");
    }
    for (WatchKey key : all) {
      keys.add(Role.PROMPT, Character.toString(key.key()))
          .add(Role.DIM, Ink.GLUE + key.label() + "  ");
    }
    if (shells > 0) {
      keys.add(Role.RUNNING, sheet.glyphs().running() + " " + shells)
          .add(Role.DIM, shells == 1 ? " shell" : " shells");
    }
    foot.addAll(Wrap.lines(keys.dry(), sheet.width()));
    return foot;
  }
}
