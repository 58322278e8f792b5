package dev.ropewalk.session;

import dev.ropewalk.lesson.Lesson;
import dev.ropewalk.practice.Memory;
import dev.ropewalk.practice.Practice;
import java.time.Duration;
import java.time.Instant;

/** What learners read of spaced practice. */
public final class PracticePhrases {
  static final String TIDIES = "What the drill has made is removed:";

  static final String LEAVE_OUT =
      "If it is in use, by its own lesson say, leave it as it is: `:next` leaves this drill out, and it stays due.";

  static final String NOT_HERE =
      "This is practice. `:next` leaves this drill out, `:quit` goes back to your shell, and `ropewalk` to the course.";

  static final String LEFT =
      "You have left the practice. What is not done stays due; what this drill has made is removed when `ropewalk practice` begins again.";

  private PracticePhrases() {}

  static String begins(int number, int count, Lesson lesson, int step) {
    return "Drill %s of %s: step %s of \"%s\", with values of its own.%s"
        .formatted(
            number,
            count,
            step,
            lesson.title(),
            step > 1 ? " Ropewalk does the steps before it." : "");
  }

  static String comesAgain(Memory memory) {
    return "This step comes again %s.".formatted(in(memory.interval()));
  }

  /** At the end of a sitting. */
  static String over(Practice practice, Instant now) {
    return "That is it for now. " + standing(practice, now);
  }

  /** How the practice stands; empty where nothing is practised. */
  public static String standing(Practice practice, Instant now) {
    int due = practice.due(now).size();
    int all = practice.all().size();
    if (all == 0) {
      return "";
    }
    if (due == 0) {
      return "%s in practice; the next is due %s."
          .formatted(steps(all), in(Duration.between(now, practice.next().orElseThrow())));
    }
    return "%s due: `ropewalk practice` takes five minutes."
        .formatted(steps(due) + (due == 1 ? " is" : " are"));
  }

  private static String steps(int count) {
    return count == 1 ? "1 step" : count + " steps";
  }

  /** A day more or less is all that matters. */
  private static String in(Duration time) {
    long days = Math.round(time.toMinutes() / (24 * 60.0));
    return days < 1 ? "within a day" : days == 1 ? "in a day" : "in %s days".formatted(days);
  }
}
