package dev.ropewalk.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.Golden;
import dev.ropewalk.check.Diagnosis;
import dev.ropewalk.command.StoredHelps;
import dev.ropewalk.engine.World;
import dev.ropewalk.lesson.Answers;
import dev.ropewalk.lesson.Lesson;
import dev.ropewalk.lesson.LessonId;
import dev.ropewalk.lesson.Needs;
import dev.ropewalk.lesson.Script;
import dev.ropewalk.lesson.Seed;
import dev.ropewalk.lesson.Step;
import dev.ropewalk.lesson.StepId;
import dev.ropewalk.proof.TrialRow.Outcome;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is tried on a lesson, and what is made of it. */
final class ProverTest {
  private static final String STOP = "docker stop box";
  private static final String STOPPED = "docker container stop box";
  private static final String KILL = "docker kill box";
  private static final String OTHER = "docker stop box-x";

  /** What an engine would say to what is typed; what is not named here fails without a word. */
  private final StringBuilder typed = new StringBuilder();

  /** What comes too late the first time. */
  private final Set<String> slow = new HashSet<>();

  private static Step step(List<Step.Survivor> survivors) {
    return new Step(
        new StepId("stop-it"),
        "Stop it",
        "",
        "",
        List.of(),
        new Script(STOP),
        List.of(new Script(STOPPED)),
        List.of(),
        List.of(new Step.Mistake(new Script(KILL), List.of("docker stop"))),
        survivors);
  }

  private Proof prove(Set<String> right, Map<String, String> diagnoses, Step.Survivor... survivors)
      throws InterruptedException {
    return prove(right, diagnoses, MutantShare.ALL, survivors);
  }

  private Proof prove(
      Set<String> right,
      Map<String, String> diagnoses,
      MutantShare part,
      Step.Survivor... survivors)
      throws InterruptedException {
    Lesson lesson =
        new Lesson(
            new LessonId("boxes"),
            Seed.NONE,
            "Boxes",
            "",
            Needs.NOTHING,
            List.of(step(List.of(survivors))));
    Rehearsals rehearsals = new Told(right, diagnoses, typed, slow);
    return new Prover(rehearsals, StoredHelps.table(StoredHelps.OLD), ProofScope.ALL.with(part), 1)
        .prove(List.of(lesson), new Prover.Listener() {});
  }

  private static List<Outcome> mutants(Proof proof) {
    return proof
        .lessons()
        .getFirst()
        .rows()
        .filter(row -> row.trial() instanceof Trial.Mutated)
        .map(TrialRow::outcome)
        .toList();
  }

  @Test
  void a_step_that_tells_right_from_wrong_is_proved() throws InterruptedException {
    Proof proof =
        prove(
            Set.of(STOP, STOPPED),
            Map.of(KILL, "use `docker stop`", OTHER, "there is no `box-x`, but `box`"));

    assertThat(proof.holds()).isTrue();
    assertThat(mutants(proof)).containsExactly(Outcome.KILLED);
    assertThat(typed.toString().lines())
        .containsExactly(":check", STOP, ":check", STOP, STOPPED, KILL, OTHER);
  }

  @Test
  void a_mutant_that_is_not_named_is_not_killed() throws InterruptedException {
    Proof proof = prove(Set.of(STOP, STOPPED), Map.of(KILL, "docker stop", OTHER, "no"));

    assertThat(proof.holds()).isFalse();
    assertThat(mutants(proof)).containsExactly(Outcome.UNNAMED);
  }

  @Test
  void a_mutant_that_passes_survives_unless_the_step_says_why() throws InterruptedException {
    Set<String> right = Set.of(STOP, STOPPED, OTHER);
    Map<String, String> diagnoses = Map.of(KILL, "docker stop");
    var survivor = new Step.Survivor(new Script("docker  container stop box-x"), "any box will do");

    Proof bare = prove(right, diagnoses);
    Proof explained = prove(right, diagnoses, survivor);

    assertThat(mutants(bare)).containsExactly(Outcome.SURVIVED);
    assertThat(bare.holds()).isFalse();
    assertThat(mutants(explained)).containsExactly(Outcome.EXPLAINED);
    assertThat(explained.holds()).isTrue();
  }

  @Test
  void an_explanation_of_nothing_fails() throws InterruptedException {
    Map<String, String> diagnoses = Map.of(KILL, "docker stop", OTHER, "box");

    Proof killed =
        prove(Set.of(STOP, STOPPED), diagnoses, new Step.Survivor(new Script(OTHER), "why not"));
    Proof unknown =
        prove(Set.of(STOP, STOPPED), diagnoses, new Step.Survivor(new Script("ls"), "why not"));

    assertThat(killed.holds()).isFalse();
    assertThat(unknown.holds()).isFalse();
    assertThat(ProofTable.text(killed)).contains("the mutant is killed: remove the entry");
    assertThat(ProofTable.text(unknown)).contains("no such mutant is made from the solution");
  }

  @Test
  void of_parts_each_has_its_own_mutants_and_all_the_rest() throws InterruptedException {
    Map<String, String> diagnoses = Map.of(KILL, "docker stop", OTHER, "box");

    Proof first = prove(Set.of(STOP, STOPPED), diagnoses, new MutantShare(1, 2));
    Proof second = prove(Set.of(STOP, STOPPED), diagnoses, new MutantShare(2, 2));

    assertThat(mutants(first)).hasSize(1);
    assertThat(mutants(second)).isEmpty();
    assertThat(second.lessons().getFirst().count(Trial.Mistaken.class)).isEqualTo(1);
  }

  @Test
  void the_table_says_all_that_is_not_as_it_must_be() throws InterruptedException {
    Proof proof =
        prove(Set.of(STOP, KILL, ":check", OTHER), Map.of(STOPPED, "`box` is still running."));

    Golden.assertSame(
        "proof-table.txt", ProofTable.text(proof).replaceAll(" +\\d+\\n", " SECONDS\n"));
    assertThat(proof.holds()).isFalse();
  }

  @Test
  void what_comes_too_late_gets_a_second_attempt() throws InterruptedException {
    slow.addAll(List.of(STOP, STOPPED));

    Proof proof = prove(Set.of(STOP, STOPPED), Map.of(KILL, "docker stop", OTHER, "box"));

    assertThat(proof.holds()).isTrue();
    assertThat(proof.lessons().getFirst().count(Trial.Solution.class)).isEqualTo(2);
    assertThat(ProofTable.text(proof))
        .contains("tried twice:")
        .contains("boxes/stop-it, solution: only when it was tried again")
        .contains("boxes/stop-it, accept: only when it was tried again");
  }

  /** What comes of answers to the step by somebody who has not read its checks. */
  private Proof answered(
      List<String> right, List<Step.Mistake> wrong, Set<String> pass, Map<String, String> said)
      throws InterruptedException {
    return answered(ProofScope.Follow.NONE, right, wrong, pass, said);
  }

  private Proof answered(
      ProofScope.Follow follow,
      List<String> right,
      List<Step.Mistake> wrong,
      Set<String> pass,
      Map<String, String> said)
      throws InterruptedException {
    Lesson lesson =
        new Lesson(
            new LessonId("boxes"), Seed.NONE, "Boxes", "", Needs.NOTHING, List.of(step(List.of())));
    Answers.Given given = new Answers.Given(right.stream().map(Script::new).toList(), wrong);
    ProofScope scope =
        new ProofScope(
            Set.of(ProofScope.Kind.ANSWERS),
            MutantShare.ALL,
            follow,
            Map.of(lesson.id(), new Answers(Map.of(new StepId("stop-it"), given))));
    return new Prover(
            new Told(pass, said, typed, slow), StoredHelps.table(StoredHelps.OLD), scope, 1)
        .prove(List.of(lesson), new Prover.Listener() {});
  }

  private static Step.Mistake wrong(String line, String... says) {
    return new Step.Mistake(new Script(line), List.of(says));
  }

  @Test
  void answers_of_others_are_told_apart_and_counted_apart() throws InterruptedException {
    Proof proof =
        answered(
            List.of(STOPPED, KILL),
            List.of(
                wrong(OTHER, "box-x"), wrong("a", "b"), wrong("dance"), wrong("rm", "docker rm")),
            Set.of(STOPPED, "dance"),
            Map.of(KILL, "`box` was killed.", OTHER, "There is no `box-x`.", "rm", "No."));

    assertThat(proof.holds()).isFalse();
    Golden.assertSame(
        "proof-answers.txt", ProofTable.text(proof).replaceFirst("(?m) +\\d+$", " SECONDS"));
  }

  @Test
  void a_hope_for_words_that_are_not_said_fails_nothing() throws InterruptedException {
    Map<String, String> said = Map.of(KILL, "no");

    assertThat(answered(List.of(STOP), List.of(wrong(KILL, "stop")), Set.of(STOP), said).holds())
        .isTrue();
    assertThat(answered(List.of(STOP), List.of(wrong(OTHER)), Set.of(STOP), said).holds())
        .isFalse();
  }

  @Test
  void a_few_answers_of_many_may_be_open_to_debate() throws InterruptedException {
    List<String> right = IntStream.range(0, 100).mapToObj(i -> "docker stop box" + i).toList();

    assertThat(answered(right, List.of(), new HashSet<>(right.subList(1, 100)), Map.of()).holds())
        .isTrue();
    assertThat(answered(right, List.of(), new HashSet<>(right.subList(2, 100)), Map.of()).holds())
        .isFalse();
  }

  /** Wrong answers, and what is said to them and to what is then typed. */
  private static final Map<String, String> SAID =
      Map.of(
          KILL,
          "`docker stop box` stops it.",
          "a",
          "Type `docker a`.",
          "docker a",
          "Type `docker a`.",
          "b",
          "Look at it.",
          "c",
          "First `docker c`.",
          "docker c",
          "Then `docker stop box`.",
          "d",
          "Type `docker rm neighbour`.");

  @Test
  void what_is_said_is_done_and_the_step_is_skipped_where_that_does_not_help()
      throws InterruptedException {
    List<Step.Mistake> wrong = Stream.of(KILL, "a", "b", "c", "d").map(it -> wrong(it)).toList();
    Set<String> pass = Set.of(STOP, ":skip", "docker rm neighbour");

    Proof proof = answered(ProofScope.Follow.WRONG, List.of(), wrong, pass, SAID);

    assertThat(proof.holds()).isFalse();
    Golden.assertSame(
        "proof-followed.txt", ProofTable.text(proof).replaceFirst("(?m) +\\d+$", " SECONDS"));
  }

  @Test
  void a_step_that_cannot_be_skipped_is_locked() throws InterruptedException {
    Proof proof =
        answered(ProofScope.Follow.WRONG, List.of(), List.of(wrong("b")), Set.of(STOP), SAID);

    assertThat(proof.holds()).isFalse();
    assertThat(ProofTable.text(proof))
        .contains("`:skip` does not lead to the end of the step")
        .contains("1 locks");
  }

  @Test
  void what_leads_to_the_end_of_the_step_proves_it() throws InterruptedException {
    List<Step.Mistake> wrong = List.of(wrong(KILL), wrong("c"), wrong("b"));

    Proof proof =
        answered(ProofScope.Follow.WRONG, List.of(STOP), wrong, Set.of(STOP, ":skip"), SAID);

    assertThat(proof.holds()).isTrue();
    assertThat(typed.toString().lines())
        .as("right answers are tried where nobody else has anything")
        .startsWith(STOP, "(neighbours)");
  }

  @Test
  void mutants_are_followed_when_asked_for() {
    Trial mutant =
        new Trial.Mutated(new Mutant(Mutant.Kind.NAME_CHANGED, new Script(OTHER), List.of("x")));
    Trial mistake = new Trial.Mistaken(wrong(KILL));

    assertThat(ProofScope.Follow.WRONG.follows(mutant)).isFalse();
    assertThat(ProofScope.Follow.ALL.follows(mutant)).isTrue();
    assertThat(ProofScope.Follow.WRONG.follows(mistake)).isTrue();
    assertThat(ProofScope.Follow.NONE.follows(mistake)).isFalse();
    assertThat(ProofScope.Follow.ALL.follows(new Trial.Right(new Script(STOP)))).isFalse();
  }

  @Test
  void what_passes_and_must_not_gets_none() throws InterruptedException {
    Proof proof = prove(Set.of(STOP, STOPPED, KILL, OTHER), Map.of());

    assertThat(proof.holds()).isFalse();
    assertThat(typed.toString().lines().filter(List.of(KILL, OTHER)::contains))
        .containsExactly(KILL, OTHER);
  }

  /** Rehearsals that have trouble of their own with a line, some times. */
  private Proof proveWithTrouble(String line, int times, List<LessonProof> told)
      throws InterruptedException {
    Map<String, String> diagnoses = Map.of(KILL, "docker stop", OTHER, "no `box-x`, but `box`");
    AtomicInteger left = new AtomicInteger(times);
    Rehearsals troubled =
        new Rehearsals() {
          @Override
          public Rehearsal begin(Lesson lesson) {
            if (line.isEmpty() && left.getAndDecrement() > 0) {
              throw new IllegalStateException("no engine comes up");
            }
            return new Told(Set.of(STOP, STOPPED), diagnoses, typed, slow) {
              @Override
              void before(Script script) {
                if (script.text().equals(line) && left.getAndDecrement() > 0) {
                  throw new IllegalStateException("no shell comes up");
                }
              }
            }.begin(lesson);
          }

          @Override
          public int most() {
            return 1;
          }
        };
    Lesson lesson =
        new Lesson(
            new LessonId("boxes"), Seed.NONE, "Boxes", "", Needs.NOTHING, List.of(step(List.of())));
    return new Prover(troubled, StoredHelps.table(StoredHelps.OLD), ProofScope.ALL, 1)
        .prove(
            List.of(lesson),
            new Prover.Listener() {
              @Override
              public void proved(LessonProof proof) {
                told.add(proof);
              }
            });
  }

  @Test
  void trouble_of_ours_that_passes_is_forgotten() throws InterruptedException {
    List<LessonProof> told = new ArrayList<>();

    for (String line : List.of(OTHER, STOP, KILL, "")) {
      assertThat(proveWithTrouble(line, 2, told).holds()).as(line).isTrue();
    }

    assertThat(told).hasSize(4);
  }

  @Test
  void trouble_of_ours_that_stays_is_a_row_and_the_rest_goes_on() throws InterruptedException {
    Proof proof = proveWithTrouble(OTHER, 3, new ArrayList<>());

    assertThat(proof.holds()).isFalse();
    assertThat(mutants(proof)).containsExactly(Outcome.ERRORED);
    assertThat(proof.lessons().getFirst().rows().filter(row -> row.outcome() == Outcome.HOLDS))
        .hasSize(9);
    assertThat(ProofTable.text(proof)).contains("errored:").contains("no shell comes up");
  }

  @Test
  void where_nothing_can_be_tried_all_rows_say_so() throws InterruptedException {
    List<LessonProof> told = new ArrayList<>();

    Proof proof = proveWithTrouble("", Integer.MAX_VALUE, told);

    assertThat(proof.lessons().getFirst().rows())
        .isNotEmpty()
        .allMatch(row -> row.outcome() == Outcome.ERRORED);
    assertThat(ProofTable.line(told.getFirst()))
        .isEqualTo("boxes: 0 of 1 mutants killed, 0 failed, 6 errored");
  }

  @Test
  void no_more_rehearsals_take_place_at_once_than_may() throws InterruptedException {
    AtomicInteger begun = new AtomicInteger();
    Rehearsals one =
        new Rehearsals() {
          @Override
          public Rehearsal begin(Lesson lesson) {
            begun.incrementAndGet();
            return new Told(Set.of(STOP, STOPPED), Map.of(), typed, slow).begin(lesson);
          }

          @Override
          public int most() {
            return 1;
          }
        };
    Lesson lesson =
        new Lesson(
            new LessonId("boxes"), Seed.NONE, "Boxes", "", Needs.NOTHING, List.of(step(List.of())));
    List<Integer> done = new ArrayList<>();

    Proof proof =
        new Prover(one, StoredHelps.table(StoredHelps.OLD), ProofScope.ALL, 4)
            .prove(
                List.of(lesson),
                new Prover.Listener() {
                  @Override
                  public void tried(Prover.Progress progress) {
                    done.add(progress.done());
                  }
                });

    assertThat(begun).hasValue(1);
    assertThat(proof.lessons().getFirst().rows()).hasSize(done.getLast());
  }

  private static Optional<Diagnosis> why(String says) {
    return Optional.of(says)
        .filter(it -> !it.isEmpty())
        .map(it -> new Diagnosis(Diagnosis.Progress.WRONG_DETAIL, "", it));
  }

  /** A learner's place where it is known beforehand what comes of each line. */
  private static class Told implements Rehearsals {
    private final Set<String> right;
    private final Map<String, String> diagnoses;
    private final StringBuilder typed;
    private final Set<String> slow;

    Told(Set<String> right, Map<String, String> diagnoses, StringBuilder typed, Set<String> slow) {
      this.right = right;
      this.diagnoses = diagnoses;
      this.typed = typed;
      this.slow = slow;
    }

    /** Before a line is typed. */
    void before(Script script) {}

    @Override
    public Rehearsal begin(Lesson lesson) {
      return new Rehearsal() {
        private boolean open;

        @Override
        public void open(Lesson lesson, Step step) {
          open = true;
        }

        @Override
        public LearnerReading type(Script script) {
          before(script);
          typed.append(script.text()).append('\n');
          open = slow.remove(script.text()) || !right.contains(script.text());
          String diagnosis = diagnoses.getOrDefault(script.text(), "");
          return new LearnerReading(diagnosis, diagnosis, why(diagnosis), OptionalInt.empty(), "");
        }

        @Override
        public LearnerReading obey(List<String> lines) {
          return type(new Script(String.join("\n", lines)));
        }

        @Override
        public void placeNeighbours() {
          typed.append("(neighbours)\n");
        }

        @Override
        public List<String> lostSince(World moment) {
          return typed.toString().endsWith("docker rm neighbour\n")
              ? List.of("the container neighbour")
              : List.of();
        }

        @Override
        public boolean isOpen(Step step) {
          return open;
        }

        @Override
        public boolean passesUntouched(Step step) {
          return right.contains(":check");
        }

        @Override
        public World world() {
          return World.EMPTY;
        }

        @Override
        public void reset() {
          open = false;
        }

        @Override
        public void close() {
          open = false;
        }
      };
    }

    @Override
    public int most() {
      return 1;
    }
  }
}
