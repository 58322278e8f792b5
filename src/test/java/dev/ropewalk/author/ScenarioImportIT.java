package dev.ropewalk.author;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.check.History;
import dev.ropewalk.check.LearnerAct;
import dev.ropewalk.check.Ownership;
import dev.ropewalk.check.Verdict;
import dev.ropewalk.check.value.Variables;
import dev.ropewalk.command.CommandTable;
import dev.ropewalk.e2e.EngineLock;
import dev.ropewalk.engine.Engine;
import dev.ropewalk.engine.docker.DockerJavaEngine;
import dev.ropewalk.engine.docker.EngineAddress;
import dev.ropewalk.lesson.Course;
import dev.ropewalk.lesson.LessonId;
import dev.ropewalk.lesson.Step;
import dev.ropewalk.text.Diagnostic;
import dev.ropewalk.verify.Judge;
import dev.ropewalk.verify.LiveProbes;
import dev.ropewalk.verify.Scripts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** An imported step, judged on the real engine by the script that came with it. */
@ExtendWith(EngineLock.class)
final class ScenarioImportIT {
  private static final CommandTable NO_COMMANDS = new CommandTable(_ -> "");
  private static final History SOMETHING_DONE =
      new History(
          new Ownership.Everything(),
          List.of(),
          List.of(),
          List.of(new LearnerAct.Line("true", List.of(), 0)));

  @TempDir private Path folder;

  private final EngineAddress address =
      EngineAddress.find(System.getenv(), Path.of(System.getProperty("user.home")));
  private final Engine engine = DockerJavaEngine.connect(address);
  private final String volume = "ropewalk-import-" + ProcessHandle.current().pid();
  private Step step;

  @BeforeEach
  void an_imported_lesson() throws IOException {
    Files.createDirectories(folder.resolve("in/volumes/step1"));
    Files.writeString(
        folder.resolve("in/volumes/index.json"),
        """
        {"title": "Volumes", "details": {"steps": [
          {"title": "Make one", "text": "step1/text.md", "verify": "step1/verify.sh"}]}}
        """);
    Files.writeString(
        folder.resolve("in/volumes/step1/text.md"),
        "Make it: `docker volume create %s`{{exec}}\n".formatted(volume));
    Files.writeString(
        folder.resolve("in/volumes/step1/verify.sh"),
        "#!/bin/bash\ndocker volume inspect -f '{{.Name}}' %s | grep -qx %1$s\n".formatted(volume));
    ScenarioImport.write(folder.resolve("in"), folder, NO_COMMANDS);
    step = Course.open(folder).lesson(new LessonId("volumes")).steps().getFirst();
  }

  @AfterEach
  void clean_up() throws Exception {
    bash("docker volume rm -f " + volume);
    engine.close();
  }

  private Verdict judge(Scripts scripts, History history) {
    return new Judge(engine, new LiveProbes(engine, scripts), NO_COMMANDS)
        .judge(step.checks(), history, Variables.NONE)
        .getFirst();
  }

  private Scripts run(Map<String, String> environment) {
    return new Scripts.Run(() -> folder, environment);
  }

  private static int bash(String script) throws Exception {
    return new ProcessBuilder("bash", "-c", script)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }

  @Test
  void lint_takes_it_and_its_script_judges_the_engine() throws Exception {
    assertThat(new Lint(NO_COMMANDS).course(Course.open(folder)))
        .isNotEmpty()
        .extracting(Diagnostic::severity)
        .containsOnly(Diagnostic.Severity.WARNING);
    assertThat(judge(run(address.variables()), History.NONE)).isInstanceOf(Verdict.Failed.class);

    Verdict before = judge(run(address.variables()), SOMETHING_DONE);
    int solved = bash(step.solution().text());
    Verdict after = judge(run(address.variables()), SOMETHING_DONE);

    assertThat(says(before))
        .contains("This check is a script", "it ended with exit code 1", volume);
    assertThat(solved).isZero();
    assertThat(after).isEqualTo(new Verdict.Passed());
  }

  @Test
  void it_asks_the_engine_in_use_and_no_other() {
    String nowhere = "unix://" + folder.resolve("nobody.sock");

    Verdict verdict = judge(run(Map.of("DOCKER_HOST", nowhere)), SOMETHING_DONE);

    assertThat(says(verdict)).contains("nobody.sock");
  }

  @Test
  void where_scripts_are_refused_nobody_is_judged_by_one() {
    assertThat(judge(new Scripts.Refused(), SOMETHING_DONE))
        .isEqualTo(new Verdict.Errored("This check is a script, and scripts are not run here."));
  }

  private static String says(Verdict verdict) {
    assertThat(verdict).isInstanceOf(Verdict.Failed.class);
    return ((Verdict.Failed) verdict).why().says();
  }
}
