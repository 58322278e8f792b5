package dev.ropewalk.cli;

import dev.ropewalk.lesson.Course;
import dev.ropewalk.practice.Drill;
import dev.ropewalk.practice.Practice;
import dev.ropewalk.session.Drills;
import dev.ropewalk.session.PracticePhrases;
import dev.ropewalk.terminal.Role;
import dev.ropewalk.terminal.Sheet;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Practises steps that went wrong. */
@Command(
    name = "practice",
    description = {
      "Practise steps that went wrong, with new values, for five minutes.",
      "A step that took a hint, a second try, its solution or a skip is practised the next day, and"
          + " then at longer and longer intervals (FSRS), as long as you do it well."
    })
final class PracticeCommand implements Callable<Integer> {
  private static final String NOTHING =
      "Nothing is in practice: no step has gone wrong. A step that takes a hint, a second try, its solution or a skip comes here.";
  private static final String NONE_DUE =
      " `ropewalk practice --ahead` takes the next ones all the same.";

  /** As many as are taken at most where none of them is due. */
  private static final int FEW = 3;

  private final Context context;
  private final LearnCommand learn;
  @Mixin private CourseOption course = new CourseOption();

  @Option(names = "--ahead", description = "Take the steps that are due next, if none is due now.")
  private boolean ahead;

  PracticeCommand(Context context, LearnCommand learn) {
    this.context = context;
    this.learn = learn;
  }

  @Override
  public Integer call() throws Exception {
    Course opened = context.course(course);
    Practice practice =
        Practice.read(context.places().journal(), context.courseId(course)).in(opened);
    Instant now = context.clock().instant();
    List<Drill> due = practice.due(now);
    if (due.isEmpty() && ahead) {
      due = practice.all().stream().limit(FEW).toList();
    }
    if (due.isEmpty()) {
      Sheet sheet = context.sheet();
      String standing = PracticePhrases.standing(practice, now);
      String says = standing.isEmpty() ? NOTHING : standing + NONE_DUE;
      context.out().print(sheet.print(sheet.prose(Role.PLAIN, says)));
      return ExitCode.PASSED;
    }
    return learn.practise(course, Drills.begin(due, now));
  }
}
