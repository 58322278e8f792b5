package dev.ropewalk.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.ropewalk.command.CommandTable;
import dev.ropewalk.command.InstalledDocker;
import dev.ropewalk.engine.Engine;
import dev.ropewalk.engine.docker.DockerJavaEngine;
import dev.ropewalk.engine.docker.EngineAddress;
import dev.ropewalk.environment.PresentDocker;
import dev.ropewalk.environment.PrivateEngines;
import dev.ropewalk.lesson.Course;
import dev.ropewalk.lesson.Lesson;
import dev.ropewalk.proof.Followed.End;
import dev.ropewalk.proof.Followed.Skip;
import dev.ropewalk.proof.ProofScope.Follow;
import dev.ropewalk.proof.ProofScope.Kind;
import dev.ropewalk.proof.TrialRow.Outcome;
import dev.ropewalk.recorder.Recorder;
import dev.ropewalk.rehearsal.PrivatePlaces;
import dev.ropewalk.sandbox.InPrivateEngines;
import dev.ropewalk.sandbox.NamespaceSandboxes;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Answers of somebody who has not read the checks, on a private engine: what is told of them, and
 * what comes of doing as told.
 */
@InPrivateEngines
final class AnswersProofIT {
  private static final String LESSON =
      """
      # A box

      ## Run it

      Run `true` in a container of `busybox` that is named `box`.
      """;

  /** The solution is in the way of whoever leaves a file there. */
  private static final String CHECKS =
      """
      needs: {images: [busybox], free: {names: [box]}}
      steps:
        run-it:
          checks:
            - check: box has ended well
              container: box
              expect: {state: exited, exit_code: 0}
          solution: test ! -e blocked && docker run --name box busybox true
      """;

  private static final String FINE =
      """
      run-it:
        right:
        - |-
          docker create --name box busybox true
          docker start -a box
        - echo "--name box busybox true" | xargs docker run
        - |-
          docker run --name box busybox true & sleep 2
          docker tag hello-world busybox 2>/dev/null; docker tag busybox other:1
        - docker run --name box busybox true
        wrong:
        - try: docker run --name bax busybox true
          says: [bax]
      """;

  /** The quotes keep the name of the file from being a word of the step. */
  private static final String FAULTY =
      """
      run-it:
        right:
        - docker run --name bax busybox true
        wrong:
        - try: docker run --name box busybox true
          says: [box]
        - try: |-
            docker run --name box busybox true
            docker rm box
        - try: touch bl"ock"ed
        - try: |-
            docker run --name bax busybox true
            docker() { command true; }
        - try: |-
            docker run --name bax busybox true
            docker() { command docker rm neighbour; }
        - try: docker run --name bax busybox true
          says: [these words are never said]
      """;

  @TempDir private Path folder;

  private List<TrialRow> tried(String answers) throws InterruptedException, IOException {
    PrivateMachine.assumePossible();
    write("lessons/10-box.md", LESSON);
    write("checks/10-box.yaml", CHECKS);
    write("answers/10-box.yaml", answers);
    Course course = Course.open(folder);
    Lesson lesson = course.lesson(course.lessons().getFirst());
    ProofScope scope =
        new ProofScope(
            Set.of(Kind.ANSWERS),
            MutantShare.ALL,
            Follow.WRONG,
            Map.of(lesson.id(), course.answers().of(lesson)));
    CommandTable commands =
        CommandTable.of(InstalledDocker.find(System.getenv("PATH")).orElseThrow(), folder);
    Optional<InetSocketAddress> registry = PresentDocker.registry();
    try (var engines =
        new PrivateEngines(new NamespaceSandboxes(), AnswersProofIT::connect, registry)) {
      var rehearsals =
          new PrivateRehearsals(
              course, new PrivatePlaces(engines, Recorder::startInside), commands);
      Proof proof =
          new Prover(rehearsals, commands, scope, 1)
              .prove(List.of(lesson), new Prover.Listener() {});
      System.out.println(ProofTable.text(proof));
      return proof.lessons().getFirst().rows().toList();
    }
  }

  private static Engine connect(Path socket) {
    return DockerJavaEngine.connect(
        EngineAddress.find(Map.of("DOCKER_HOST", "unix://" + socket), Path.of("/nonexistent")));
  }

  private void write(String name, String text) throws IOException {
    Files.createDirectories(folder.resolve(name).getParent());
    Files.writeString(folder.resolve(name), text);
  }

  @Test
  void right_answers_pass_however_they_reach_the_engine_and_leave_nothing_to_the_next()
      throws InterruptedException, IOException {
    List<TrialRow> rows = tried(FINE);

    assertThat(rows).extracting(TrialRow::outcome).containsOnly(Outcome.HOLDS);
    assertThat(rows.getLast().followed().orElseThrow())
        .extracting(Followed::end, Followed::skip, Followed::lost)
        .containsExactly(End.MENDED, Skip.NOT_NEEDED, List.of());
  }

  @Test
  void what_is_not_as_it_must_be_is_told() throws InterruptedException, IOException {
    List<TrialRow> rows = tried(FAULTY);

    assertThat(rows)
        .extracting(TrialRow::outcome)
        .containsExactly(
            Outcome.REFUSED,
            Outcome.PASSED,
            Outcome.PASSED,
            Outcome.SILENT,
            Outcome.HOLDS,
            Outcome.HOLDS,
            Outcome.UNSAID);
    assertThat(rows.get(2).reason()).isEqualTo("already after line 1 of 2");
    assertThat(rows.stream().flatMap(row -> row.followed().stream()))
        .extracting(Followed::end, Followed::skip, Followed::lost)
        .containsExactly(
            tuple(End.NOTHING, Skip.LOCKED, List.of()),
            tuple(End.LOOP, Skip.LOCKED, List.of()),
            tuple(End.LOOP, Skip.LOCKED, List.of("the container neighbour")),
            tuple(End.MENDED, Skip.NOT_NEEDED, List.of()));
  }
}
