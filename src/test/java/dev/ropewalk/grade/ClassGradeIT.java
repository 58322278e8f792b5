package dev.ropewalk.grade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.sandbox.InPrivateEngines;
import dev.ropewalk.scorecard.CheckResult;
import dev.ropewalk.scorecard.Scorecard;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A class of all kinds of submissions over four lessons. {@code bench/grade} does the same with 200
 * and shows how long it took: {@code -Dsubmissions=N}, {@code -Dkills=N}, {@code -Dbatch=N}, {@code
 * -Dload=N}, {@code -Djobs=N}, {@code -Dstudents=N}, {@code -Dkinds=right,partly}; {@code -Dseed=N}
 * kills at the same moments again.
 */
@InPrivateEngines
@Timeout(7200)
final class ClassGradeIT {
  private static final int SUBMISSIONS = Integer.getInteger("submissions", 12);
  private static final int KILLS = Integer.getInteger("kills", 1);
  private static final int BATCH = Integer.getInteger("batch", 4);
  private static final int STUDENTS = Integer.getInteger("students", 3);
  private static final int LOAD = Integer.getInteger("load", 4);
  private static final int JOBS = Integer.getInteger("jobs", 2);
  private static final List<HandedInClass.Kind> KINDS =
      Stream.of(System.getProperty("kinds", "right,partly,wrong,empty,hostile").split(","))
          .map(kind -> HandedInClass.Kind.valueOf(kind.toUpperCase(Locale.ROOT)))
          .toList();
  private static final long SEED = Long.getLong("seed", 18);

  @TempDir private Path folder;
  private GradeProcess grading;

  @BeforeEach
  void prepare() {
    GradeProcess.assumePossible();
    grading = new GradeProcess(folder);
  }

  @Test
  void each_gets_exactly_its_score_however_often_the_grader_is_killed() throws Exception {
    HandedInClass handedIn = new HandedInClass(SUBMISSIONS, KINDS);
    handedIn.handIn(folder.resolve("submissions"));
    Random random = new Random(SEED);
    List<String> known = List.of();
    String before = GradingFigures.load();
    long start = System.nanoTime();
    Duration busy = GradingFigures.busy();

    for (int kill = 1; kill <= KILLS; kill++) {
      int soon = 1 + random.nextInt(Math.max(1, SUBMISSIONS / (KILLS + 1)));
      grading.gradeAndKill(
          Math.max(0, known.size() - 1) + soon - 1,
          Duration.ofMillis(random.nextInt(2000)),
          words(kill > 1));
      List<String> lines = grading.lines();
      assertThat(begins(lines, known)).as("kill %s of seed %s", kill, SEED).isTrue();
      known = lines;
    }
    GradeProcess.Ended ended = grading.grade(words(KILLS > 0));

    Duration took = Duration.ofNanos(System.nanoTime() - start);
    busy = GradingFigures.busy().minus(busy);
    List<String> last = grading.lines();
    assertThat(last).as(ended.said()).hasSize(SUBMISSIONS + 1);
    assertThat(begins(last, known)).isTrue();
    Map<String, Scorecard> cards = grading.cards();
    assertThat(HandedInClass.standings(cards)).isEqualTo(handedIn.expected());
    System.out.printf(
        "%s, killed %s times; load %s before, %s after%n%s",
        getClass().getSimpleName(),
        KILLS,
        before,
        GradingFigures.load(),
        GradingFigures.of(handedIn.students(), cards, took, busy, JOBS));
  }

  /** Whether what was in the log stays as it is. */
  private static boolean begins(List<String> log, List<String> before) {
    return log.size() >= before.size() && log.subList(0, before.size()).equals(before);
  }

  private static String[] words(boolean resumed) {
    List<String> words = new ArrayList<>(HandedInClass.lessons());
    words.addAll(List.of("--jobs", Integer.toString(JOBS)));
    if (resumed) {
      words.add("--resume");
    }
    return array(words);
  }

  private static String[] array(List<String> words) {
    return words.toArray(String[]::new);
  }

  @Test
  void the_same_gets_the_same_verdicts_alone_in_a_batch_and_under_load() throws Exception {
    List<HandedInClass.Student> students =
        new HandedInClass(20)
            .students().stream()
                .filter(student -> student.kind() != HandedInClass.Kind.HOSTILE)
                .filter(student -> student.lines().size() == 1)
                .limit(STUDENTS)
                .toList();
    Map<String, List<String>> alone = new TreeMap<>();
    for (HandedInClass.Student student : students) {
      HandedInClass.handIn(student, folder.resolve("one-" + student.id() + "/" + student.id()));
      alone.putAll(verdicts(graded("one-" + student.id(), 1)));
    }
    for (int i = 0; i < BATCH; i++) {
      HandedInClass.Student student = students.get(i % students.size());
      HandedInClass.handIn(student, folder.resolve("many/" + student.id() + "." + i));
    }
    students.forEach(student -> assertThat(alone).containsKey(student.id()));

    Map<String, List<String>> batch = verdicts(graded("many", JOBS));
    Map<String, List<String>> loaded;
    long start = System.nanoTime();
    String load;
    try (BusyLoops loops = BusyLoops.start(LOAD, Duration.ofMinutes(6))) {
      for (HandedInClass.Student student : students) {
        HandedInClass.handIn(student, folder.resolve("loaded/" + student.id()));
      }
      loaded = verdicts(graded("loaded", JOBS));
      load = GradingFigures.load();
      assertThat(loops.running()).as("busy loops to the end").isEqualTo(LOAD);
    }
    long took = System.nanoTime() - start;

    batch.forEach(
        (id, verdicts) ->
            assertThat(verdicts)
                .as(id)
                .isEqualTo(Objects.requireNonNull(alone.get(id.replaceFirst("\\..*", "")), id)));
    assertThat(batch).hasSize(BATCH);
    assertThat(loaded).isEqualTo(alone);
    System.out.printf(
        "%s submissions alone, in a batch of %s and beside %s busy loops (load %s, %.0f s): the same %s verdicts%n",
        students.size(),
        BATCH,
        LOAD,
        load,
        took / 1e9,
        alone.values().stream().mapToInt(List::size).sum());
  }

  private Map<String, Scorecard> graded(String from, int jobs) throws Exception {
    List<String> words = new ArrayList<>(HandedInClass.lessons());
    words.addAll(List.of("--jobs", Integer.toString(jobs)));
    return grading.gradeInto("out-" + from, from, array(words));
  }

  /** What came of each check of each student, with the reason, in words without random names. */
  private static Map<String, List<String>> verdicts(Map<String, Scorecard> cards) {
    Map<String, List<String>> all = new TreeMap<>();
    cards.forEach(
        (id, card) ->
            all.put(
                id,
                card.lessons().stream()
                    .flatMap(lesson -> lesson.steps().stream())
                    .flatMap(step -> step.checks().stream())
                    .map(ClassGradeIT::words)
                    .toList()));
    return all;
  }

  private static String words(CheckResult check) {
    return String.join(
        " | ",
        Arrays.asList(
            check.sentence(),
            check.status().word(),
            check.points().words(),
            check.expected(),
            check.found(),
            check.kind()));
  }
}
