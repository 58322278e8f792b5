package dev.ropewalk.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.ropewalk.command.CommandTable;
import dev.ropewalk.command.InstalledDocker;
import dev.ropewalk.command.Programs;
import dev.ropewalk.e2e.EngineLock;
import dev.ropewalk.engine.Engine;
import dev.ropewalk.engine.Exchange;
import dev.ropewalk.engine.docker.DockerJavaEngine;
import dev.ropewalk.engine.docker.EngineAddress;
import dev.ropewalk.environment.PresentDocker;
import dev.ropewalk.environment.PrivateEngines;
import dev.ropewalk.lesson.Course;
import dev.ropewalk.lesson.Lesson;
import dev.ropewalk.recorder.Recorder;
import dev.ropewalk.recorder.RecorderUnavailable;
import dev.ropewalk.rehearsal.PrivatePlaces;
import dev.ropewalk.sandbox.InPrivateEngines;
import dev.ropewalk.sandbox.NamespaceSandboxes;
import dev.ropewalk.sandbox.Sandboxes;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every step of every lesson, on real engines: nothing passes by itself, right answers pass, wrong
 * ones are explained, those that are made from the solution too, all of it in turns. In private
 * engines where the machine has such, else on the present one. It takes longer than any other test,
 * and mostly waits: it runs beside them.
 */
@InPrivateEngines
final class CourseProofIT {
  /** A part that is empty: no step has so many. */
  private static final MutantShare NO_MUTANTS = new MutantShare(1000, 1000);

  /**
   * All of them take half an hour; in so many days all of them have had their turn: a number that
   * has no divisor in common with the days in which lessons take turns.
   */
  private static final int DAYS = 7;

  /** Most of the time a trial waits. */
  private static final int JOBS = Integer.getInteger("ropewalk.proof.jobs", 3);

  @TempDir private Path folder;

  /**
   * The course, and lessons for what it does not need. The one for the nouns is there to have each
   * judged once on a real engine; it leaves more open than a lesson may. The exercises are a course
   * of another teacher, who knows only the reference. Then something is broken, and is mended. The
   * last two are public exercises, written anew by teachers who had only the documents; which of
   * them hold is told in {@code docs/proved-exercises.md}.
   *
   * @param days in so many each lesson of the course has had its turn
   */
  @Execution(ExecutionMode.SAME_THREAD)
  @ParameterizedTest
  @CsvSource({
    "., true, 8",
    "src/test/resources/nouns, false, 1",
    "src/test/resources/keys, true, 1",
    "src/test/resources/exercises, true, 5",
    "src/test/resources/mend, true, 1",
    "src/test/resources/teachers/fifteen, true, 15",
    "src/test/resources/teachers/labs, false, 10"
  })
  void a_course_tells_right_answers_from_wrong_ones_and_says_why(
      Path place, boolean mutants, int days) throws InterruptedException, IOException {
    Course course = Course.open(place);
    Optional<String> chosen = Optional.ofNullable(System.getProperty("lesson"));
    List<Lesson> lessons =
        course.lessons().stream()
            .filter(id -> id.slug().matches(chosen.orElse(".*")))
            .map(course::lesson)
            .filter(lesson -> hasCommands(lesson))
            .toList();
    assumeFalse(lessons.isEmpty(), "no such lesson in this course");
    List<Lesson> today = chosen.isPresent() ? lessons : Turns.ofToday(lessons, days);

    Proof proof = prove(course, today, mutants ? mutantsOfToday() : NO_MUTANTS);

    System.out.println(ProofTable.text(proof));
    // Of a share a lesson may have three mutants: one that is not explained is then a third of
    // them.
    boolean holds = Turns.all() ? proof.holds() : proof.holdsTogether();
    assertThat(holds).as(() -> "\n" + ProofTable.text(proof)).isTrue();
  }

  /**
   * Whether its door opens here; Compose is there once {@code make test-plugins} has fetched it.
   */
  private boolean hasCommands(Lesson lesson) {
    boolean opens =
        lesson.needs().commands().stream()
            .allMatch(
                ways ->
                    ways.stream()
                        .anyMatch(way -> Programs.has(way, commands(), System.getenv("PATH"))));
    if (!opens) {
      System.out.printf("Left out: %s needs %s%n", lesson.id(), lesson.needs().commands());
    }
    return opens;
  }

  private CommandTable commands() {
    return CommandTable.of(InstalledDocker.find(System.getenv("PATH")).orElseThrow(), folder);
  }

  /** With {@code -Dropewalk.proof.all=true} all of them, as {@code make prove} has them. */
  private static MutantShare mutantsOfToday() {
    return Turns.all() ? MutantShare.ALL : new MutantShare(Turns.today(DAYS) + 1, DAYS);
  }

  private Proof prove(Course course, List<Lesson> lessons, MutantShare mutants)
      throws InterruptedException, IOException {
    CommandTable commands = commands();
    Sandboxes sandboxes = new NamespaceSandboxes();
    Optional<InetSocketAddress> registry = PresentDocker.registry();
    if (sandboxes.missing().isEmpty() && registry.isPresent()) {
      try (var engines = new PrivateEngines(sandboxes, CourseProofIT::connect, registry)) {
        var rehearsals =
            new PrivateRehearsals(
                course, new PrivatePlaces(engines, Recorder::startInside), commands);
        return new Prover(rehearsals, commands, ProofScope.ALL.with(mutants), JOBS)
            .prove(lessons, new Prover.Listener() {});
      }
    }
    try (var _ = EngineLock.hold()) {
      var engine = new PresentRehearsals(course, this::engine, commands, CourseProofIT::recorder);
      return new Prover(engine, commands, ProofScope.ALL.with(mutants), 1)
          .prove(lessons, new Prover.Listener() {});
    }
  }

  private static Recorder recorder(Path folder, Consumer<Exchange> listener)
      throws RecorderUnavailable {
    return Recorder.start(folder, address(), listener);
  }

  private static EngineAddress address() {
    return EngineAddress.find(System.getenv(), Path.of(System.getProperty("user.home")));
  }

  private static Engine connect(Path socket) {
    return DockerJavaEngine.connect(
        EngineAddress.find(Map.of("DOCKER_HOST", "unix://" + socket), Path.of("/nonexistent")));
  }

  private DockerJavaEngine engine() {
    return DockerJavaEngine.connect(address());
  }
}
