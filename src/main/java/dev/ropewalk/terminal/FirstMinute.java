package dev.ropewalk.terminal;

import dev.ropewalk.lesson.Lesson;
import dev.ropewalk.session.Message;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.jline.utils.AttributedString;

/** Draws what a learner reads before the first step: what this is, and what has to come first. */
final class FirstMinute {
  private static final int BAR = 24;
  private static final int LONGEST_NAME = 20;

  private FirstMinute() {}

  static List<AttributedString> welcome(Sheet sheet, Message.Welcome welcome) {
    String course = welcome.course().isEmpty() ? "this course" : "“" + welcome.course() + "”";
    String lessons = welcome.lessons() == 1 ? "one lesson" : welcome.lessons() + " lessons";
    String time =
        welcome.time().isZero() ? "" : ", about " + Spans.words(welcome.time()) + " in all";
    return MessageView.apart(
        sheet.prose(
            Role.PLAIN,
            "Welcome to %s: %s%s. You type real `docker` commands, and ropewalk looks at the engine and tells you whether a step is done."
                .formatted(course, lessons, time)),
        sheet.prose(
            Role.PLAIN,
            "Leave whenever you like with `:quit`: the course goes on where you left it. `:hint` helps, `:help` shows all words."));
  }

  /** How long a lesson is, if somebody says so. */
  static List<AttributedString> length(Sheet sheet, Lesson lesson, Duration time) {
    if (time.isZero()) {
      return List.of();
    }
    int count = lesson.steps().size();
    String steps = count == 1 ? "One step" : count + " steps";
    return sheet.prose(Role.DIM, steps + ", about " + Spans.words(time) + ".");
  }

  static List<AttributedString> offer(Sheet sheet, Message.FetchOffer offer) {
    List<String> images = offer.images();
    boolean one = images.size() == 1;
    String what = one ? "an image" : images.size() + " images";
    String size = offer.bytes() == 0 ? "" : " (about " + Spans.megabytes(offer.bytes()) + ")";
    String which = images.stream().map(it -> "`" + it + "`").collect(Collectors.joining(", "));
    return MessageView.apart(
        sheet.prose(Role.HEADING, offer.lesson().title()),
        sheet.prose(
            Role.PLAIN,
            "This lesson uses %s%s that the engine has not yet: %s. %s fetched once, for all lessons. With `n`, docker fetches %s when a command first needs it."
                .formatted(what, size, which, one ? "It is" : "They are", one ? "it" : "each")));
  }

  static List<AttributedString> comes(Sheet sheet, Message.Comes comes) {
    return row(sheet, comes.image(), comes.come(), comes.whole(), Spans.megabytes(comes.come()));
  }

  static List<AttributedString> fetched(Sheet sheet, Message.Fetched fetched) {
    String size = fetched.bytes() == 0 ? "it is there" : Spans.megabytes(fetched.bytes());
    return row(sheet, fetched.image(), 1, 1, size);
  }

  private static List<AttributedString> row(
      Sheet sheet, String image, long come, long whole, String end) {
    int pieces = Math.clamp(sheet.width() - LONGEST_NAME - 16L, 4, BAR);
    return List.of(
        new Ink(sheet)
            .add(Role.CODE, ("%-" + LONGEST_NAME + "s ").formatted(image))
            .add(ProgressBar.draw(sheet, come, whole, pieces))
            .add(Role.DIM, " " + end)
            .dry());
  }
}
