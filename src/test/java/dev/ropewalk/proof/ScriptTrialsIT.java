package dev.ropewalk.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.author.ScenarioImport;
import dev.ropewalk.command.CommandTable;
import dev.ropewalk.command.InstalledDocker;
import dev.ropewalk.engine.Engine;
import dev.ropewalk.engine.docker.DockerJavaEngine;
import dev.ropewalk.engine.docker.EngineAddress;
import dev.ropewalk.environment.PresentDocker;
import dev.ropewalk.environment.PrivateEngines;
import dev.ropewalk.lesson.Course;
import dev.ropewalk.lesson.Lesson;
import dev.ropewalk.lesson.LessonId;
import dev.ropewalk.proof.ProofScope.Follow;
import dev.ropewalk.proof.ProofScope.Kind;
import dev.ropewalk.proof.TrialRow.Outcome;
import dev.ropewalk.recorder.Recorder;
import dev.ropewalk.rehearsal.PrivatePlaces;
import dev.ropewalk.sandbox.InPrivateEngines;
import dev.ropewalk.sandbox.NamespaceSandboxes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Imported scripts, run on a private engine. */
@InPrivateEngines
final class ScriptTrialsIT {
  @TempDir private Path folder;
  private CommandTable commands = new CommandTable(_ -> "");

  @BeforeEach
  void private_engines_are_possible() {
    PrivateMachine.assumePossible();
    commands = CommandTable.of(InstalledDocker.find(System.getenv("PATH")).orElseThrow(), folder);
  }

  /** Imports a scenario whose steps are judged by these scripts. */
  private Lesson imported(String text, String... scripts) throws IOException {
    Path scenario = Files.createDirectories(folder.resolve("in/boxes"));
    Files.createDirectories(scenario.resolve("assets"));
    Files.writeString(scenario.resolve("assets/app.ini"), "a=1\n");
    Files.writeString(scenario.resolve("prepare.sh"), "docker volume create notes\n");
    Files.writeString(scenario.resolve("text.md"), text);
    StringBuilder steps = new StringBuilder();
    for (int i = 0; i < scripts.length; i++) {
      Files.writeString(scenario.resolve(i + ".sh"), "#!/bin/bash\n" + scripts[i]);
      steps.append(i == 0 ? "" : ", ");
      steps.append("{\"title\": \"Step %1$s\", \"text\": \"text.md\"".formatted(i));
      steps.append(scripts[i].isEmpty() ? "}" : ", \"verify\": \"%s.sh\"}".formatted(i));
    }
    Files.writeString(
        scenario.resolve("index.json"),
        """
        {"details": {"intro": {"background": "prepare.sh"}, "steps": [%s],
         "assets": {"host01": [{"file": "app.ini", "target": "/root"}]}}}
        """
            .formatted(steps));
    ScenarioImport.write(folder.resolve("in"), folder.resolve("course"), commands);
    return course().lesson(new LessonId("boxes"));
  }

  private Course course() {
    return Course.open(folder.resolve("course"));
  }

  private List<TrialRow> tried(Lesson lesson, Kind kind) throws InterruptedException {
    try (var engines =
        new PrivateEngines(
            new NamespaceSandboxes(), ScriptTrialsIT::connect, PresentDocker.registry())) {
      var rehearsals =
          new PrivateRehearsals(
              course(), new PrivatePlaces(engines, Recorder::startInside), commands);
      var scope = new ProofScope(Set.of(kind), MutantShare.ALL, Follow.NONE, Map.of());
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

  @Test
  void scripts_that_pass_with_nothing_done_are_told_from_those_that_do_not() throws Exception {
    Lesson lesson =
        imported(
            "Run it.",
            "docker container inspect web",
            "docker network ls | grep -q bridge",
            "docker volume inspect notes && test \"$(cat app.ini)\" = a=1",
            "surely-no-program get pods >/dev/null 2>&1 && echo done",
            "x=$(sudo-like surely-none 2>/dev/null); test -z \"$x\"",
            "curl -sf https://example.org/ >/dev/null",
            "");

    List<TrialRow> rows = tried(lesson, Kind.UNTOUCHED);

    assertThat(rows)
        .extracting(TrialRow::outcome)
        .containsExactly(
            Outcome.HOLDS,
            Outcome.EMPTY,
            Outcome.EMPTY,
            Outcome.UNRUN,
            Outcome.UNRUN,
            Outcome.UNRUN,
            Outcome.UNWRITTEN);
    assertThat(rows)
        .extracting(TrialRow::reason)
        .contains(
            "there is no `surely-no-program` here",
            "there is no `sudo-like` here",
            "it asks `https://example.org`, and there is no network here");
  }

  @Test
  void without_its_images_only_those_scripts_are_not_run_that_name_them() throws Exception {
    Lesson lesson =
        imported(
            "`docker run -d --name web surely/nowhere:7`{{exec}}",
            "docker inspect web",
            "docker image inspect surely/nowhere:7",
            "docker info");

    assertThat(lesson.needs().images()).containsExactly("surely/nowhere:7");
    assertThat(tried(lesson, Kind.UNTOUCHED))
        .extracting(TrialRow::outcome)
        .containsExactly(Outcome.HOLDS, Outcome.UNRUN, Outcome.EMPTY);
  }

  @Test
  void a_solution_is_judged_by_the_script_in_the_learners_folder() throws Exception {
    Lesson lesson =
        imported(
            "`docker volume create box`{{exec}} and `touch here`{{exec}}",
            "docker volume inspect box && test -e here && test -e app.ini");

    assertThat(tried(lesson, Kind.LESSON))
        .filteredOn(row -> row.trial() instanceof Trial.Solution)
        .extracting(TrialRow::outcome)
        .containsExactly(Outcome.HOLDS, Outcome.HOLDS);
  }

  @Test
  void several_questions_of_a_page_are_answered_one_after_the_other() throws Exception {
    Lesson lesson =
        imported(
            """
            >>Which of them stop?<<
            [*] stop
            [ ] start
            [*] kill
            >>Which one lists?<<
            (*) ps
            ( ) rm
            """,
            "");

    assertThat(tried(lesson, Kind.LESSON))
        .filteredOn(row -> row.trial() instanceof Trial.Solution)
        .extracting(TrialRow::outcome)
        .containsExactly(Outcome.HOLDS, Outcome.HOLDS);
  }
}
