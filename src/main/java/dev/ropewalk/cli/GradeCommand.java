package dev.ropewalk.cli;

import dev.ropewalk.engine.Engine;
import dev.ropewalk.environment.PresentDocker;
import dev.ropewalk.environment.PrivateEngines;
import dev.ropewalk.grade.Assignment;
import dev.ropewalk.grade.ClassResults;
import dev.ropewalk.grade.Grading;
import dev.ropewalk.grade.PresentGrader;
import dev.ropewalk.grade.Rejudging;
import dev.ropewalk.grade.WarmPlaces;
import dev.ropewalk.grade.submission.SubmissionSource;
import dev.ropewalk.lesson.Course;
import dev.ropewalk.lesson.LessonId;
import dev.ropewalk.recorder.Recorder;
import dev.ropewalk.rehearsal.PrivatePlaces;
import dev.ropewalk.report.Report;
import dev.ropewalk.sandbox.NamespaceSandboxes;
import dev.ropewalk.sandbox.SandboxProblem;
import dev.ropewalk.sandbox.Sandboxes;
import dev.ropewalk.sandbox.TrustLevel;
import dev.ropewalk.scorecard.Results;
import dev.ropewalk.scorecard.ResultsForm;
import dev.ropewalk.scorecard.Scorecard;
import dev.ropewalk.scorecard.Status;
import dev.ropewalk.verify.Judge;
import dev.ropewalk.verify.LiveProbes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
  private final Sandboxes sandboxes = new NamespaceSandboxes();
  @Spec private @Nullable CommandSpec spec;
  @Mixin private CourseOption course = new CourseOption();
  @Mixin private GradeRules rules = new GradeRules();
  @Mixin private GradeReports reports = new GradeReports();
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
      names = "--trust",
      paramLabel = "LEVEL",
      description = "Refuse to grade on engines below this level: none or namespaces.")
  private TrustLevel trust = TrustLevel.NAMESPACES;

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
          "Lessons, by name or number, and submissions: folders, zip or tar.gz archives. What is no"
              + " lesson is a submission.")
  private List<String> words = List.of();

  GradeCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws InterruptedException, IOException {
    GradeOptions.require(Objects.requireNonNull(spec));
    if (schema) {
      context.out().print(ResultsForm.schema());
      return ExitCode.PASSED;
    }
    Course opened = context.course(course);
    List<LessonId> lessons =
        words.stream().flatMap(word -> opened.find(word).stream()).distinct().toList();
    if (lessons.isEmpty()) {
      throw new WrongUse("no lesson is named", "name one: ropewalk grade LESSON SUBMISSION...");
    }
    List<SubmissionSource> sources = sources(opened);
    GradeOptions.requireNone(again.rejudge(), sources);
    if (again.rejudge().isPresent()) {
      return rejudged(opened, lessons, again.rejudge().get());
    }
    if (sources.isEmpty() == (here == null)) {
      throw new WrongUse(
          "submissions or `--here` must be named, and not both",
          "name folders or archives, or use --from DIR");
    }
    if (out == null) {
      throw new WrongUse("there is no folder for the results", "name one with --out DIR");
    }
    if (jobs != null && jobs < 1) {
      throw new WrongUse("`--jobs " + jobs + "` leaves nobody to work", "use a number from 1 on");
    }
    reports.require(context.environment());
    Assignment assignment = rules.assignment(opened, lessons);
    ClassResults ofClass = rules.ofClass();
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
      reports.write(results, out, context.environment());
    }
    return code(results);
  }

  private int present(Course opened, Assignment assignment, String student, ClassResults ofClass)
      throws IOException {
    if (trust.compareTo(TrustLevel.NONE) > 0) {
      throw new WrongUse(
          "the present engine is of the level `none`, which is below `" + word(trust) + "`",
          "accept that with --trust none");
    }
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
    requireEngines();
    Leftovers.sweep(sandboxes);
    int most = jobs == null ? Runtime.getRuntime().availableProcessors() : jobs;
    Results results;
    List<Scorecard> before = again.rerun() ? Grading.before(folder()) : List.of();
    GradingProgress progress = GradingProgress.of(context);
    try (var engines =
            new PrivateEngines(sandboxes, Context::privateEngine, PresentDocker.registry());
        var places =
            new WarmPlaces(
                new PrivatePlaces(engines, Recorder::startInside),
                sandboxes.trust(),
                most,
                assignment.parts().stream()
                    .collect(Collectors.toMap(it -> it.lesson().id(), _ -> sources.size())))) {
      List<Scorecard> cards =
          new Grading(assignment, context.commands(), folder(), Report::fileName)
              .grade(sources, places, most, start(), progress);
      results = results(opened, assignment, places.engine(), sandboxes.trust(), ofClass, cards);
    }
    if (again.rerun()) {
      GradeAgain.tell(before, results, ofClass, assignment, context.out());
    }
    return end(results, progress);
  }

  private Grading.Start start() {
    if (again.rerun()) {
      return Grading.Start.AGAIN;
    }
    return resume ? Grading.Start.RESUMED : Grading.Start.AFRESH;
  }

  private int end(Results results, GradingProgress progress) throws IOException {
    reports.write(results, folder(), context.environment());
    progress.end(results);
    return code(results);
  }

  private static int code(Results results) {
    return results.submissions().stream().allMatch(card -> card.status() == Status.PASSED)
        ? ExitCode.PASSED
        : ExitCode.NOT_PASSED;
  }

  private List<SubmissionSource> sources(Course opened) throws IOException {
    List<Path> places = new ArrayList<>();
    for (String word : words) {
      if (opened.find(word).isEmpty()) {
        Path place = Path.of(word);
        if (!Files.exists(place)) {
          throw new WrongUse(
              "`" + word + "` is neither a lesson nor a folder or an archive",
              "`ropewalk list` lists the lessons; the path of a submission must exist");
        }
        places.add(place);
      }
    }
    if (from != null) {
      try (Stream<Path> all = Files.list(from)) {
        all.filter(SubmissionSource::isLike).sorted().forEach(places::add);
      }
    }
    List<SubmissionSource> sources = new ArrayList<>();
    for (Path place : places) {
      sources.add(SubmissionSource.of(place));
    }
    return sources;
  }

  private void requireEngines() {
    if (sandboxes.trust().compareTo(trust) < 0) {
      throw new WrongUse(
          "engines here are of the level `%s`, which is below `%s`"
              .formatted(word(sandboxes.trust()), word(trust)),
          "grade on another machine, or accept less with --trust " + word(sandboxes.trust()));
    }
    List<String> missing = sandboxes.missing();
    if (!missing.isEmpty()) {
      throw new SandboxProblem(
          "private engines are not possible here. " + String.join(" ", missing));
    }
  }

  private static String word(TrustLevel level) {
    return level.name().toLowerCase(Locale.ROOT);
  }

  private Results results(
      Course opened,
      Assignment assignment,
      String engine,
      TrustLevel level,
      ClassResults ofClass,
      List<Scorecard> cards) {
    Results.Setting setting =
        new Results.Setting(engine, word(level), level.stops(), level.lets(), false, false, false);
    return rules.results(opened, assignment, setting, ofClass, cards, context.clock().instant());
  }

  private Path folder() {
    return Objects.requireNonNull(out);
  }
}
