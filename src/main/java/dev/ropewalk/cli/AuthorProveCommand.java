package dev.ropewalk.cli;

import dev.ropewalk.environment.ImagesMissing;
import dev.ropewalk.environment.LearnerEnvironment;
import dev.ropewalk.environment.PresentDocker;
import dev.ropewalk.environment.PrivateEngines;
import dev.ropewalk.lesson.Course;
import dev.ropewalk.lesson.Lesson;
import dev.ropewalk.lesson.LessonId;
import dev.ropewalk.lesson.StepId;
import dev.ropewalk.proof.PresentRehearsals;
import dev.ropewalk.proof.PrivateRehearsals;
import dev.ropewalk.proof.Proof;
import dev.ropewalk.proof.ProofPage;
import dev.ropewalk.proof.ProofScope;
import dev.ropewalk.proof.ProofTable;
import dev.ropewalk.proof.Prover;
import dev.ropewalk.proof.Rehearsals;
import dev.ropewalk.proof.TouchedObjects;
import dev.ropewalk.recorder.Recorder;
import dev.ropewalk.rehearsal.PrivatePlaces;
import dev.ropewalk.sandbox.SandboxProblem;
import dev.ropewalk.sandbox.Sandboxes;
import dev.ropewalk.sandbox.TrustLevel;
import dev.ropewalk.text.SafeText;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tries right and wrong answers on every step. */
@Command(
    name = "prove",
    description =
        "Try the right answers of each step, its mistakes, and wrong answers that are made from its"
            + " solution. Exits with 1 unless every step tells them apart and says why.")
final class AuthorProveCommand implements Callable<Integer> {
  private final Context context;
  private final Sandboxes sandboxes;
  @Mixin private CourseOption course = new CourseOption();
  @Mixin private ScopeOptions scope = new ScopeOptions();
  @Mixin private ReportOptions reports = new ReportOptions();

  @Option(
      names = "--here",
      description =
          "Use the present engine, which must have the names and ports free, in place of private"
              + " ones. Shows first what is touched there, and asks.")
  private boolean here;

  @Option(names = "--yes", description = "With `--here`: do not ask.")
  private boolean yes;

  @Option(names = "--json", paramLabel = "FILE", description = "Write everything as JSON, too.")
  private @Nullable Path json;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description =
          "How many private engines at once; otherwise as many as there are processors and memory"
              + " for.")
  private @Nullable Integer jobs;

  @Option(names = "--page", paramLabel = "FILE", description = "Write a page of Markdown, too.")
  private @Nullable Path page;

  @Parameters(
      paramLabel = "LESSON[/STEP]",
      arity = "0..*",
      description =
          "Lessons, by name or number; otherwise all. Of a lesson of which steps are named, these"
              + " alone are tried, and it is not played from end to end.")
  private List<String> names = List.of();

  AuthorProveCommand(Context context, Sandboxes sandboxes) {
    this.context = context;
    this.sandboxes = sandboxes;
  }

  @Override
  public Integer call() throws InterruptedException, IOException {
    if (jobs != null && jobs < 1) {
      throw new WrongUse("`--jobs " + jobs + "` leaves nobody to work", "use a number from 1 on");
    }
    requireFolder(json);
    requireFolder(page);
    reports.require(context.environment());
    Course opened = context.course(course);
    Leftovers.sweep(sandboxes);
    List<LessonId> ids =
        names.isEmpty()
            ? opened.lessons()
            : names.stream()
                .map(name -> course.lesson(opened, name.split("/", 2)[0]))
                .distinct()
                .toList();
    List<Lesson> lessons = ids.stream().map(opened::lesson).toList();
    ProofScope chosen = scope.of(opened, lessons).with(steps(opened));
    if (here) {
      lessons = playableHere(lessons);
      if (lessons.isEmpty()) {
        return ExitCode.NOT_PASSED;
      }
      if (!mayTouch(opened, lessons, chosen)) {
        context.err().println("Nothing was done.");
        return ExitCode.NOT_PASSED;
      }
      return prove(
          new PresentRehearsals(opened, context::engine, context.commands(), context::recorder),
          opened,
          TrustLevel.NONE,
          lessons,
          chosen);
    }
    List<String> missing = sandboxes.missing();
    if (!missing.isEmpty()) {
      context.err().println("error: private engines are not possible here");
      missing.forEach(sentence -> context.err().println("  " + sentence));
      context.err().println("  fix: do that, or use the present engine with `--here`");
      return ExitCode.NO_ENGINE;
    }
    Optional<InetSocketAddress> registry = PresentDocker.registry();
    if (registry.isEmpty()) {
      context
          .err()
          .println(
              "warning: there is no registry for private engines, so that `docker pull` finds"
                  + " nothing in them\n  fix: start the one of the lesson images with `make"
                  + " engine`, or use `--here`");
    }
    try (var engines = new PrivateEngines(sandboxes, Context::privateEngine, registry)) {
      requireEngine(opened, engines);
      return prove(
          new PrivateRehearsals(
              opened, new PrivatePlaces(engines, Recorder::startInside), context.commands()),
          opened,
          sandboxes.trust(),
          lessons,
          chosen);
    } catch (SandboxProblem problem) {
      context.err().println("error: " + problem.getMessage());
      return ExitCode.NO_ENGINE;
    } catch (ImagesMissing problem) {
      context.err().println("error: " + problem.getMessage() + ", or use `--here`");
      return ExitCode.NO_ENGINE;
    }
  }

  /** The steps that are named, each with its lesson; none of a lesson that is named whole. */
  private Map<LessonId, Set<StepId>> steps(Course opened) {
    Map<LessonId, Set<StepId>> steps = new LinkedHashMap<>();
    for (String name : names) {
      String[] parts = name.split("/", 2);
      LessonId lesson = course.lesson(opened, parts[0]);
      if (parts.length > 1) {
        steps
            .computeIfAbsent(lesson, _ -> new LinkedHashSet<>())
            .add(CourseOption.step(opened.outline(lesson), parts[1]));
      }
    }
    names.stream()
        .filter(name -> !name.contains("/"))
        .forEach(name -> steps.remove(course.lesson(opened, name)));
    return steps;
  }

  /** All private engines are of one program: the first one tells, where it matters. */
  private static void requireEngine(Course opened, PrivateEngines engines)
      throws InterruptedException {
    if (!opened.description().requires().engineApi().isEmpty()) {
      try (LearnerEnvironment first = engines.start(List.of())) {
        Requirements.of(opened).checkEngine(first.engine().info());
      }
    }
  }

  /** Those lessons that need no private engine; of each of the others a line is printed. */
  private List<Lesson> playableHere(List<Lesson> lessons) {
    lessons.stream()
        .filter(lesson -> lesson.needs().privateEngine())
        .forEach(
            lesson ->
                context.out().println(lesson.id() + ": needs a private engine, not proved here"));
    return lessons.stream().filter(lesson -> !lesson.needs().privateEngine()).toList();
  }

  /** Shows what the lessons touch on the present engine, and asks. */
  private boolean mayTouch(Course opened, List<Lesson> lessons, ProofScope chosen) {
    try (var engine = context.engine()) {
      Requirements.of(opened).checkEngine(engine.info());
      context.err().println("`--here` plays lessons on the engine that your docker command uses.");
      TouchedObjects.of(lessons, chosen, context.commands(), engine.world()).lines().stream()
          .map(SafeText::of)
          .forEach(context.err()::println);
    }
    return yes || YesNo.ask("`--here` asks before it touches anything", "Go on?");
  }

  private int prove(
      Rehearsals rehearsals,
      Course opened,
      TrustLevel trust,
      List<Lesson> lessons,
      ProofScope chosen)
      throws InterruptedException, IOException {
    int most = jobs == null ? Runtime.getRuntime().availableProcessors() : jobs;
    Prover prover = new Prover(rehearsals, context.commands(), chosen, most);
    Proof proof = prover.prove(lessons, System.console() == null ? inPipe() : atTerminal());
    context.out().print(ProofTable.text(proof));
    if (json != null) {
      Files.writeString(json, ProofJson.print(proof));
    }
    if (page != null) {
      Files.writeString(page, ProofPage.text(proof));
    }
    if (reports.isWanted()) {
      reports.write(
          new JudgedResults(opened, "", trust, context.clock().instant())
              .of("proof", new ProofResults(proof, lessons).results()),
          Path.of(""),
          context.environment());
    }
    return proof.holds() ? ExitCode.PASSED : ExitCode.NOT_PASSED;
  }

  private static void requireFolder(@Nullable Path file) {
    if (file != null && !Files.isDirectory(file.resolveSibling("").toAbsolutePath())) {
      throw new WrongUse(
          "there is no folder for `" + file + "`", "name a file in a folder that exists");
    }
  }

  private Prover.Listener atTerminal() {
    return new Prover.Listener() {
      @Override
      public void tried(Prover.Progress progress) {
        tell(progress);
      }
    };
  }

  private Prover.Listener inPipe() {
    return new PlainProofProgress(context.err(), System::nanoTime);
  }

  private void tell(Prover.Progress progress) {
    context
        .err()
        .print(
            "\r\033[K%s of %s, %s%s"
                .formatted(
                    progress.done(),
                    progress.all(),
                    progress.lesson().id(),
                    progress.done() == progress.all() ? "\n" : ""));
    context.err().flush();
  }
}
