package dev.ropewalk.cli;

import dev.ropewalk.check.History;
import dev.ropewalk.check.Ownership;
import dev.ropewalk.check.Verdict;
import dev.ropewalk.check.Whereabouts;
import dev.ropewalk.check.value.Variables;
import dev.ropewalk.engine.Engine;
import dev.ropewalk.journal.EngineId;
import dev.ropewalk.journal.Entry;
import dev.ropewalk.journal.JournalReader;
import dev.ropewalk.journal.LaidFiles;
import dev.ropewalk.journal.LessonProgress;
import dev.ropewalk.journal.OpenStep;
import dev.ropewalk.journal.Progress;
import dev.ropewalk.lesson.Course;
import dev.ropewalk.lesson.Lesson;
import dev.ropewalk.lesson.LessonId;
import dev.ropewalk.lesson.Step;
import dev.ropewalk.lesson.StepId;
import dev.ropewalk.play.LessonFolders;
import dev.ropewalk.sandbox.TrustLevel;
import dev.ropewalk.session.Evidence;
import dev.ropewalk.verify.Judge;
import dev.ropewalk.verify.LiveProbes;
import dev.ropewalk.verify.Scripts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Judges the present engine without a prompt. A step that is open in the journal is judged with
 * what the journal knows of it: the lesson's own objects and what happened since it opened. Any
 * other step is judged with everything on the engine and the events that the engine still remembers
 * (its last 256). Files are looked for in the lesson's own folder, wherever this is run. A step
 * that waits, or that the learner has set aside, is not judged: what they do meanwhile does not
 * count for it. A lesson that was never opened has the values that its preview shows.
 */
@Command(
    name = "check",
    description = "Judge the present engine: a whole lesson, or one step of it.")
final class CheckCommand implements Callable<Integer> {
  private final Context context;
  @Mixin private CourseOption course = new CourseOption();
  @Mixin private ScriptsOption scripts = new ScriptsOption();
  @Mixin private ReportOptions reports = new ReportOptions();

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Parameters(
      index = "0",
      paramLabel = "LESSON[/STEP]",
      description = "A lesson, or a step of it, by name or number.")
  private String target = "";

  CheckCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException {
    reports.require(context.environment());
    Course opened = context.course(course);
    String[] parts = target.split("/", 2);
    LessonId id = course.lesson(opened, parts[0]);
    opened.lesson(id);
    opened.introduction().forEach(context.err()::println);
    Optional<StepId> only =
        parts.length > 1
            ? Optional.of(CourseOption.step(opened.outline(id), parts[1]))
            : Optional.empty();
    JournalReader journal = JournalReader.of(context.places().journal());
    try (Engine engine = context.engine()) {
      Requirements.of(opened).checkEngine(engine.info());
      LessonProgress standing = progress(journal, engine).of(id);
      Lesson lesson = opened.lesson(id, standing.seed());
      Scripts allowed = scripts.scripts(context, () -> Path.of("").toAbsolutePath());
      Judge judge = new Judge(engine, new LiveProbes(engine, allowed), context.commands());
      List<CheckReport.StepResult> results = new ArrayList<>();
      List<Step> steps =
          lesson.steps().stream().filter(step -> only.map(step.id()::equals).orElse(true)).toList();
      Variables variables = standing.variables();
      for (Step step : steps) {
        Entry.How done = standing.done().get(step.id());
        boolean open = standing.isOpen(step.id());
        if (only.isEmpty() && done != null) {
          results.add(new CheckReport.StepResult(step, List.of(), before(done)));
        } else if (open && standing.open().flatMap(OpenStep::play).isPresent()) {
          results.add(new CheckReport.StepResult(step, List.of(), CheckReport.Standing.SET_ASIDE));
        } else {
          History history =
              (open ? Evidence.history(standing) : present(engine))
                  .lookedForIn(whereabouts(lesson, standing, open));
          List<Verdict> verdicts = judge.judge(step.checks(), history, variables);
          results.add(
              new CheckReport.StepResult(
                  step,
                  open ? Evidence.sound(standing, step.checks(), verdicts) : verdicts,
                  CheckReport.Standing.JUDGED));
        }
      }
      CheckReport report = new CheckReport(lesson, results);
      if (reports.isWanted()) {
        reports.write(
            new JudgedResults(
                    opened, engine.info().version(), TrustLevel.NONE, context.clock().instant())
                .of("check", List.of(JudgedResults.lesson(report))),
            Path.of(""),
            context.environment());
      }
      context.out().print(json ? report.json() : report.text(context.sheet()));
      return report.passed() ? ExitCode.PASSED : ExitCode.NOT_PASSED;
    }
  }

  /**
   * A lesson's own folder is where its files are, also for who asks from another one; of a lesson
   * without one they are where the learner works on the open step, and else here.
   */
  private Whereabouts whereabouts(Lesson lesson, LessonProgress standing, boolean open) {
    Path here = Path.of("").toAbsolutePath();
    Optional<Path> folder =
        standing
            .laid()
            .flatMap(LaidFiles::path)
            .or(() -> lesson.folder().map(it -> LessonFolders.place(context.places().home(), it)));
    return folder
        .map(it -> Whereabouts.ofLesson(it, here))
        .orElseGet(() -> Whereabouts.ofShell(open ? standing.directory().orElse(here) : here));
  }

  private Progress progress(JournalReader journal, Engine engine) {
    return journal.on(context.courseId(course), new EngineId(engine.info().id()));
  }

  private static CheckReport.Standing before(Entry.How done) {
    return switch (done) {
      case SOLVED -> CheckReport.Standing.DONE_BEFORE;
      case SKIPPED -> CheckReport.Standing.SKIPPED_BEFORE;
    };
  }

  /** Everything on the engine, and what it remembers. */
  private History present(Engine engine) {
    return new History(new Ownership.Everything(), List.of(), engine.remembered(), List.of());
  }
}
