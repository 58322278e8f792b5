package dev.ropewalk.cli;

import dev.ropewalk.engine.Engine;
import dev.ropewalk.grade.Assignment;
import dev.ropewalk.grade.ClassResults;
import dev.ropewalk.grade.Grading;
import dev.ropewalk.grade.PresentGrader;
import dev.ropewalk.grade.Rejudging;
import dev.ropewalk.grade.Shard;
import dev.ropewalk.grade.submission.SubmissionSource;
import dev.ropewalk.lesson.Course;
import dev.ropewalk.lesson.Lesson;
import dev.ropewalk.lesson.LessonId;
import dev.ropewalk.report.Report;
import dev.ropewalk.sandbox.TrustLevel;
import dev.ropewalk.scorecard.Results;
import dev.ropewalk.scorecard.ResultsForm;
import dev.ropewalk.scorecard.Scorecard;
import dev.ropewalk.scorecard.Status;
import dev.ropewalk.verify.Judge;
import dev.ropewalk.verify.LiveProbes;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Grades what was handed in. */
@Command(
    name = "grade",
    description =
        "Grade submissions: each is replayed on engines of its own, and judged step by step. Exits"
            + " with 0 if all passed, with 1 if any did not.")
final class GradeCommand implements Callable<Integer> {
  private final Context context;
  @Spec private @Nullable CommandSpec spec;
  @Mixin private CourseOption course = new CourseOption();
  @Mixin private GradeRules rules = new GradeRules();
  @Mixin private ReportOptions reports = new ReportOptions();
  @Mixin private PseudonymsOption pseudonyms = new PseudonymsOption();
  @Mixin private GradeEngines engines = new GradeEngines();
  @Mixin private GradeAgain again = new GradeAgain();

  @Option(names = "--out", paramLabel = "DIR", description = "The folder for the results.")
  private @Nullable Path out;

  @Option(
      names = "--from",
      paramLabel = "DIR",
      description = "Grade all folders and archives in this folder.")
  private @Nullable Path from;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description = "How many at once; otherwise as many as there are processors.")
  private @Nullable Integer jobs;

  @Option(
      names = "--resume",
      description = "Go on with the grading in the folder: what is graded stays.")
  private boolean resume;

  @Option(
      names = "--here",
      paramLabel = "ID",
      description =
          "Judge the present engine as it is, as the work of the student of this id; nothing is"
              + " replayed.")
  private @Nullable String here;

  @Option(names = "--schema", description = "Print the JSON schema of the results, and end.")
  private boolean schema;

  @Parameters(
      paramLabel = "LESSON|SUBMISSION",
      arity = "0..*",
      description =
          "Lessons, by name or number, and submissions: folders, zip, tar.gz or tar archives. What is"
              + " no lesson is a submission.")
  private List<String> words = List.of();

  private GradeCommand(Context context) {
    this.context = context;
  }

  /** The command with what is below it. */
  static CommandLine line(Context context) {
    return new CommandLine(new GradeCommand(context)).addSubcommand(new GradeMergeCommand(context));
  }

  @Override
  public Integer call() throws InterruptedException, IOException {
    try {
      return graded();
    } catch (FileSystemException e) {
      throw NamedFolder.refused(e);
    } catch (IOException e) {
      throw new WrongUse(
          "the results cannot be written: " + e.getMessage(),
          "make room, and go on with what is left by `--resume`");
    }
  }

  private int graded() throws InterruptedException, IOException {
    GradeOptions.require(Objects.requireNonNull(spec));
    if (schema) {
      context.out().print(ResultsForm.schema());
      return ExitCode.PASSED;
    }
    Course opened = context.course(course);
    List<LessonId> lessons =
        words.stream().flatMap(word -> opened.find(word).stream()).distinct().toList();
    NamedSubmissions named = new NamedSubmissions(context.err());
    List<SubmissionSource> all = named.find(words, opened, Optional.ofNullable(from));
    List<SubmissionSource> sources =
        all.stream().filter(source -> rules.shard().has(source.id())).toList();
    if (lessons.isEmpty()) {
      throw new WrongUse("no lesson is named", "name one: ropewalk grade LESSON SUBMISSION...");
    }
    GradeOptions.requireNone(again.rejudge(), sources);
    if (again.rejudge().isPresent()) {
      return rejudged(opened, lessons, again.rejudge().get());
    }
    boolean handedIn = from != null || !all.isEmpty();
    if (handedIn == (here != null)) {
      throw new WrongUse(
          "submissions or `--here` must be named, and not both",
          "name folders or archives, or use --from DIR");
    }
    if (out == null) {
      throw new WrongUse("there is no folder for the results", "name one with --out DIR");
    }
    NamedFolder.requireNoFile(out, "--out");
    if (jobs != null && jobs < 1) {
      throw new WrongUse("`--jobs " + jobs + "` leaves nobody to work", "use a number from 1 on");
    }
    if (here == null && sources.isEmpty() && rules.shard().equals(Shard.WHOLE)) {
      throw new WrongUse(
          "there is no submission in `" + from + "`",
          "name a folder with a folder or an archive (.zip, .tar.gz, .tar) for each student");
    }
    reports.require(context.environment());
    Assignment assignment = rules.assignment(opened, lessons);
    ClassResults ofClass = rules.ofClass();
    named.compare(all, rules.roster());
    return here == null
        ? replayed(opened, assignment, sources, ofClass)
        : present(opened, assignment, here, ofClass);
  }

  /** Nothing runs, and nothing is asked for but the evidence. */
  private int rejudged(Course opened, List<LessonId> lessons, Path folder) throws IOException {
    reports.require(context.environment());
    Assignment assignment = rules.assignment(opened, lessons);
    ClassResults ofClass = rules.ofClass();
    Rejudging rejudging = new Rejudging(assignment, context.commands(), folder);
    List<Scorecard> before = Grading.before(folder);
    List<Scorecard> cards = new ArrayList<>();
    for (Scorecard card : before) {
      cards.add(rejudging.judge(card));
    }
    Results.Setting then = GradeAgain.setting(folder);
    Results results =
        rules.results(opened, assignment, then, ofClass, cards, context.clock().instant());
    GradeAgain.tell(before, results, ofClass, assignment, context.out());
    if (out != null) {
      reports.ofGrading().write(pseudonyms.in(results, out), out, context.environment());
    }
    return code(results);
  }

  private int present(Course opened, Assignment assignment, String student, ClassResults ofClass)
      throws IOException {
    engines.require(TrustLevel.NONE, lessons(assignment));
    try (Engine engine = context.engine()) {
      Judge judge = new Judge(engine, new LiveProbes(engine), context.commands());
      Scorecard card = new PresentGrader(assignment, engine, judge).grade(student);
      return end(
          results(
              opened, assignment, engine.info().version(), TrustLevel.NONE, ofClass, List.of(card)),
          GradingProgress.of(context));
    }
  }

  private int replayed(
      Course opened, Assignment assignment, List<SubmissionSource> sources, ClassResults ofClass)
      throws InterruptedException, IOException {
    List<Scorecard> before = again.rerun() ? Grading.before(folder()) : List.of();
    new NamedSubmissions(context.err())
        .tellLeftOut(before.stream().map(Scorecard::submission).toList(), sources);
    GradingProgress progress = GradingProgress.of(context);
    Results results;
    try (GradeEngines.Engines engine = engines.open(context, jobs, lessons(assignment))) {
      List<Scorecard> cards =
          new Grading(assignment, context.commands(), rules.shard(), folder(), Report::fileName)
              .grade(sources, engine.places(), engine.jobs(), start(), progress);
      results =
          results(opened, assignment, engine.places().engine(), engine.trust(), ofClass, cards);
    }
    if (again.rerun()) {
      GradeAgain.tell(before, results, ofClass, assignment, context.out());
    }
    return end(results, progress);
  }

  private static List<Lesson> lessons(Assignment assignment) {
    return assignment.parts().stream().map(Assignment.Part::lesson).toList();
  }

  private Grading.Start start() {
    if (again.rerun()) {
      return Grading.Start.AGAIN;
    }
    return resume ? Grading.Start.RESUMED : Grading.Start.AFRESH;
  }

  private int end(Results results, GradingProgress progress) throws IOException {
    reports.ofGrading().write(pseudonyms.in(results, folder()), folder(), context.environment());
    progress.end(results);
    return code(results);
  }

  static int code(Results results) {
    return results.submissions().stream().allMatch(card -> card.status() == Status.PASSED)
        ? ExitCode.PASSED
        : ExitCode.NOT_PASSED;
  }

  private Results results(
      Course opened,
      Assignment assignment,
      String engine,
      TrustLevel level,
      ClassResults ofClass,
      List<Scorecard> cards) {
    Results.Setting setting =
        new Results.Setting(engine, level.word(), level.stops(), level.lets(), false, false, false);
    return rules.results(opened, assignment, setting, ofClass, cards, context.clock().instant());
  }

  private Path folder() {
    return Objects.requireNonNull(out);
  }
}
