package dev.ropewalk.cli;

import dev.ropewalk.grade.submission.CommandRecord;
import dev.ropewalk.grade.submission.Packer;
import dev.ropewalk.journal.Journal;
import dev.ropewalk.journal.JournalLine;
import dev.ropewalk.lesson.Course;
import dev.ropewalk.lesson.Lesson;
import dev.ropewalk.lesson.LessonId;
import dev.ropewalk.lesson.Step;
import dev.ropewalk.lesson.StepId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Packs what the learner did in lessons, to be handed in. Needs no engine. */
@Command(
    name = "submit",
    description =
        "Pack what you typed in lessons, and the files of their folders, into an archive that"
            + " `ropewalk grade` takes.")
final class SubmitCommand implements Callable<Integer> {
  private final Context context;
  @Mixin private CourseOption course = new CourseOption();

  @Option(names = "--to", paramLabel = "FILE", description = "The archive to write.")
  private Path to = Path.of("submission.tar.gz");

  @Parameters(paramLabel = "LESSON", arity = "1..*", description = "Lessons, by name or number.")
  private List<String> names = List.of();

  SubmitCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException {
    Course opened = context.course(course);
    List<JournalLine> journal = Journal.read(context.places().journal());
    Packer packer = new Packer();
    for (String name : names) {
      LessonId lesson = course.lesson(opened, name);
      Optional<String> commands =
          CommandRecord.of(
              journal,
              context.courseId(course),
              lesson,
              seed -> answers(opened.lesson(lesson, seed)));
      if (commands.isEmpty()) {
        throw new WrongUse(
            "nothing was typed in the lesson `" + lesson + "`",
            "do it first: ropewalk learn " + lesson);
      }
      packer.add(
          lesson.slug(),
          commands.get(),
          context.places().home().resolve("ropewalk").resolve(lesson.slug()));
    }
    packer.write(to);
    context.out().println("Packed `" + to + "`: hand in this file.");
    return ExitCode.PASSED;
  }

  /** What finds the answers that are others on each engine, as the solutions have it. */
  private static Map<StepId, String> answers(Lesson lesson) {
    Map<StepId, String> answers = new HashMap<>();
    for (Step step : lesson.steps()) {
      String last = step.solution().commands().getLast();
      if (last.startsWith(":answer $(")
          && step.checks().stream().anyMatch(check -> check.claim().isOfOneEngine())) {
        answers.put(step.id(), last);
      }
    }
    return answers;
  }
}
