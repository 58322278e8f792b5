package dev.ropewalk.terminal;

import dev.ropewalk.check.Diagnosis;
import dev.ropewalk.check.Verdict;
import dev.ropewalk.lesson.Lesson;
import dev.ropewalk.session.Belonging;
import dev.ropewalk.session.Message;
import dev.ropewalk.session.Obstacle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.jline.utils.AttributedString;

/** Draws what a session says. Pure: the same message on the same sheet gives the same lines. */
public final class MessageView {
  private static final Parser MARKDOWN =
      Parser.builder().extensions(List.of(TablesExtension.create())).build();

  private final Sheet sheet;

  public MessageView(Sheet sheet) {
    this.sheet = sheet;
  }

  /** The lines of a message; a blank line stands where one thing ends and the next begins. */
  public List<AttributedString> lines(Message message) {
    return switch (message) {
      case Message.Welcome welcome -> FirstMinute.welcome(sheet, welcome);
      case Message.FetchOffer offer -> FirstMinute.offer(sheet, offer);
      case Message.Comes comes -> FirstMinute.comes(sheet, comes);
      case Message.Fetched fetched -> FirstMinute.fetched(sheet, fetched);
      case Message.LessonText(var lesson, var time) ->
          apart(
              heading(lesson.title()),
              markdown(lesson.intro()),
              FirstMinute.length(sheet, lesson, time));
      case Message.StepText text ->
          apart(StepDrawing.head(sheet, text), markdown(text.step().prose()));
      case Message.Changes(var changes) -> ChangeDrawing.draw(sheet, changes);
      case Message.Verdicts(var lines, var detail) ->
          VerdictLine.draw(sheet, verdicts(lines, detail));
      case Message.Waiting(var sentence) -> waiting(sentence);
      case Message.StepDone done -> stepDone(done);
      case Message.Paused(var number, var count) ->
          sheet.prose(
              Role.TASK,
              "Enter goes on to step %s of %s; or try more first, nothing is judged."
                  .formatted(number, count));
      case Message.LessonDone done -> lessonDone(done);
      case Message.Keys(var hint, var hints) -> keys(hint, hints);
      case Message.Hint hint -> hint(hint);
      case Message.Solution(var script) ->
          apart(sheet.prose(Role.DIM, "One way to do it:"), code(script.commands()));
      case Message.Typing(var line) -> typed(line);
      case Message.Door door -> door(door);
      case Message.ResetPlan(var belongings) -> resetPlan(belongings);
      case Message.StagePlan(var why, var lines) ->
          apart(sheet.prose(Role.WARNING, why), code(lines));
      case Message.Note(var text) -> sheet.prose(Role.PLAIN, text);
      case Message.Aside(var text) -> sheet.prose(Role.DIM, text);
      case Message.StillOpen open -> sheet.prose(Role.DIM, open.text());
      case Message.Trouble(var text) -> trouble(text);
      case Message.Help(var words) -> apart(WordList.draw(sheet, words));
      case Message.Contents contents -> apart(ContentsDrawing.draw(sheet, contents));
      case Message.Inside(var answer) -> apart(InsideDrawing.draw(sheet, answer));
      case Message.State(var world) -> WorldDrawing.draw(sheet, world);
    };
  }

  /** One line, which is taken back later: where the sentence is long, it is cut at a word. */
  private List<AttributedString> waiting(String sentence) {
    List<String> words = List.of(sentence.split(" "));
    List<AttributedString> lines = List.of();
    for (int kept = words.size(); kept > 0; kept--) {
      String part = String.join(" ", words.subList(0, kept));
      lines =
          sheet.prose(
              Role.DIM,
              "Waiting for: %s%s Ctrl-C ends the wait."
                  .formatted(part, kept < words.size() ? " …" : "."));
      if (lines.size() == 1) {
        break;
      }
    }
    return lines;
  }

  private List<AttributedString> code(List<String> commands) {
    return commands.stream()
        .flatMap(command -> command.lines())
        .map(line -> sheet.text(Role.CODE, "  " + sheet.words().line(line)))
        .toList();
  }

  /** As at the prompt, which asks by another sign for the lines that follow the first. */
  private List<AttributedString> typed(String command) {
    List<AttributedString> lines = new ArrayList<>();
    for (String line : sheet.words().line(command).lines().toList()) {
      String prompt = lines.isEmpty() ? "$ " : "> ";
      lines.add(new Ink(sheet).add(Role.PROMPT, prompt).add(Role.CODE, line).dry());
    }
    return lines;
  }

  private List<AttributedString> markdown(String text) {
    return new MarkdownView(sheet).lines(MARKDOWN.parse(text));
  }

  private List<AttributedString> markdown(Note note, String text) {
    return new MarkdownView(sheet).lines(note, List.<Node>of(MARKDOWN.parse(text)));
  }

  private List<AttributedString> heading(String title) {
    return markdown("# " + title);
  }

  @SafeVarargs
  static List<AttributedString> apart(List<AttributedString>... parts) {
    List<AttributedString> lines = new ArrayList<>();
    for (List<AttributedString> part : parts) {
      if (!part.isEmpty()) {
        lines.add(AttributedString.EMPTY);
        lines.addAll(part);
      }
    }
    return lines;
  }

  /** The first reason, or every one once. */
  private static List<VerdictLine> verdicts(
      List<Message.Verdicts.Line> lines, Message.Verdicts.Detail detail) {
    List<Diagnosis> told = new ArrayList<>();
    List<VerdictLine> drawn = new ArrayList<>();
    for (Message.Verdicts.Line line : lines) {
      List<String> why = List.of();
      if (line.verdict() instanceof Verdict.Failed failed) {
        boolean tells =
            switch (detail) {
              case BEFORE_A_TRY -> false;
              case FIRST_REASON -> told.isEmpty();
              case ALL_REASONS -> true;
            };
        why =
            !tells
                ? List.of()
                : told.contains(failed.why())
                    ? List.of("For the same reason.")
                    : reasons(failed.why());
        told.add(failed.why());
      }
      drawn.add(verdict(line, why));
    }
    return drawn;
  }

  private static VerdictLine verdict(Message.Verdicts.Line line, List<String> why) {
    return switch (line.verdict()) {
      case Verdict.Passed(_, var remark) ->
          new VerdictLine(
              Mark.PASSED, line.sentence(), remark.isEmpty() ? List.of() : List.of(remark));
      case Verdict.Failed _ -> new VerdictLine(Mark.FAILED, line.sentence(), why);
      case Verdict.Blocked(var by) ->
          new VerdictLine(Mark.WAITING, line.sentence(), List.of("Waits for " + by + "."));
      case Verdict.Errored(var reason) ->
          new VerdictLine(Mark.ERRORED, line.sentence(), List.of("Could not be judged: " + reason));
    };
  }

  private static List<String> reasons(Diagnosis why) {
    return why.remedy().isEmpty() ? List.of(why.says()) : List.of(why.says() + " " + why.remedy());
  }

  /** One dim line; where there is no hint left, the solution stands in its place. */
  private List<AttributedString> keys(int hint, int hints) {
    String first = hint == 0 ? ":solution" : ":hint " + hint + " of " + hints;
    return List.of(sheet.text(Role.DIM, first + "  :why  :step  :undo  :skip  :retry"));
  }

  private List<AttributedString> hint(Message.Hint hint) {
    List<AttributedString> lines =
        new ArrayList<>(
            markdown(
                new Note(Role.HINT, "Hint %s of %s".formatted(hint.number(), hint.count())),
                hint.text()));
    if (hint.number() == hint.count()) {
      lines.addAll(
          sheet.prose(
              Role.DIM,
              "That was the last hint. `:solution` shows one way to do it, `:skip` does it for you."));
    }
    return lines;
  }

  private List<AttributedString> stepDone(Message.StepDone done) {
    List<AttributedString> lines = new ArrayList<>();
    if (!done.step().debrief().isEmpty()) {
      lines.addAll(markdown(new Note(Role.PASSED, ""), done.step().debrief()));
    }
    return lines;
  }

  private List<AttributedString> lessonDone(Message.LessonDone done) {
    String next =
        done.next()
            .map(id -> "`:next` opens the next lesson, `" + id + "`.")
            .orElse("That was the last lesson of the course.");
    return apart(
        sheet.prose(Role.PASSED, "The lesson \"%s\" is done.".formatted(done.lesson().title())),
        canNow(done.lesson()),
        List.of(course(done)),
        sheet.prose(Role.PLAIN, next));
  }

  /** What the lesson has promised at its beginning is true now. */
  private List<AttributedString> canNow(Lesson lesson) {
    String promise = "After this lesson you can ";
    String first = lesson.intro().strip().split("\n\\s*\n", 2)[0].replaceAll("\\s+", " ");
    return first.startsWith(promise)
        ? markdown("You can now " + first.substring(promise.length()))
        : List.of();
  }

  /** How far the whole course is. */
  private AttributedString course(Message.LessonDone done) {
    String left = done.left().isZero() ? "" : ", about " + Spans.words(done.left()) + " left";
    return new Ink(sheet)
        .add(ProgressBar.draw(sheet, done.done(), done.lessons(), Math.min(done.lessons(), 24)))
        .add(Role.DIM, " %s of %s lessons done%s".formatted(done.done(), done.lessons(), left))
        .dry();
  }

  private List<AttributedString> door(Message.Door door) {
    List<VerdictLine> lines =
        door.obstacles().stream()
            .map((Obstacle o) -> new VerdictLine(Mark.WAITING, o.says(), List.of(o.remedy())))
            .toList();
    return apart(
        heading(door.lesson().title()),
        sheet.prose(Role.WARNING, "Before this lesson opens:"),
        VerdictLine.draw(sheet, lines));
  }

  private List<AttributedString> resetPlan(List<Belonging> belongings) {
    List<AttributedString> rows =
        belongings.stream()
            .map(
                b ->
                    new Ink(sheet)
                        .add(Role.REMOVED, "- ")
                        .add(Role.DIM, b.kind().name().toLowerCase(Locale.ROOT) + " ")
                        .add(Role.PLAIN, b.shown())
                        .dry())
            .toList();
    return apart(
        sheet.prose(
            Role.WARNING, "The commands of this lesson made these, and they would be removed:"),
        rows);
  }

  /** A sentence is wrapped; what is wrong in a file points at columns and stays as it is. */
  private List<AttributedString> trouble(String text) {
    if (!text.contains("\n")) {
      return sheet.prose(Role.ERRORED, text);
    }
    return text.lines().map(line -> sheet.text(Role.ERRORED, line)).toList();
  }
}
