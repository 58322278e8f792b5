package dev.ropewalk.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The files under {@code deploy/}: what they say, and what the script that all of them use does.
 */
final class DeployFilesTest {
  private static final Path DEPLOY = Path.of("deploy").toAbsolutePath();

  @TempDir private Path folder;

  @Test
  void kubernetes_grades_as_many_shares_as_it_starts_pods_each_by_its_index() throws Exception {
    JsonNode job = yaml("kubernetes/grade.yaml");
    JsonNode spec = job.path("spec");
    JsonNode pod = spec.path("template").path("spec");
    JsonNode container = pod.path("containers").path(0);

    assertThat(job.path("apiVersion").asText()).isEqualTo("batch/v1");
    assertThat(spec.path("completionMode").asText()).isEqualTo("Indexed");
    assertThat(pod.path("restartPolicy").asText()).isEqualTo("Never");
    assertThat(container.path("env").path(0).path("value").asInt())
        .isEqualTo(spec.path("completions").asInt())
        .isEqualTo(spec.path("maxFailedIndexes").asInt());
    assertThat(container.path("args").path(0).asText())
        .startsWith("grade-share \"$((JOB_COMPLETION_INDEX + 1))\" \"$SHARES\" \"$LESSON\" ");
    assertThat(volume(pod))
        .isEqualTo(volume(yaml("kubernetes/merge.yaml").at("/spec/template/spec")));
  }

  private static String volume(JsonNode pod) {
    return pod.at("/volumes/0/persistentVolumeClaim/claimName").asText();
  }

  @Test
  void github_grades_as_many_shares_as_its_matrix_has() throws Exception {
    JsonNode jobs = yaml("github/grade.yml").path("jobs");
    JsonNode grade = jobs.path("grade");
    int shares = grade.at("/strategy/matrix/share").size();

    assertThat(grade.at("/strategy/fail-fast").asBoolean()).isFalse();
    assertThat(grade.path("steps").toString())
        .contains("deploy/grade-share \\\"$SHARE\\\" " + shares + " \\\"$LESSON\\\"");
    assertThat(jobs.at("/merge/needs").asText()).isEqualTo("grade");
    assertThat(jobs.path("merge").path("steps").toString()).contains("results/share-*");
  }

  /** What somebody writes into the lesson's field must not become a command. */
  @Test
  void no_line_of_the_workflow_has_an_expression_in_it() throws Exception {
    for (JsonNode job : yaml("github/grade.yml").path("jobs")) {
      for (JsonNode step : job.path("steps")) {
        assertThat(step.path("run").asText()).doesNotContain("${{");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 0", "2, 2", "3, 3", "4, 4", "70, 70"})
  void a_share_that_is_graded_is_well_whoever_has_passed(int ropewalk, int share) throws Exception {
    assertThat(run(ropewalk, "2", "8", "images", "in", "out", "--exam")).isEqualTo(share);

    assertThat(folder.resolve("words"))
        .hasContent("grade images --from in --shard 2/8 --out out/share-2 --exam");
  }

  @Test
  void a_share_that_was_begun_is_gone_on_with() throws Exception {
    Files.createDirectories(folder.resolve("out/share-2"));
    Files.writeString(folder.resolve("out/share-2/grading.jsonl"), "{}\n");

    assertThat(run(0, "2", "8", "images", "in", "out")).isZero();

    assertThat(folder.resolve("words"))
        .hasContent("grade images --from in --shard 2/8 --out out/share-2 --resume");
  }

  private int run(int code, String... words) throws IOException, InterruptedException {
    Path ropewalk = folder.resolve("ropewalk");
    Files.writeString(ropewalk, "#!/bin/bash\necho \"$@\" > words\nexit " + code + "\n");
    var modes = Files.getPosixFilePermissions(ropewalk);
    modes.add(PosixFilePermission.OWNER_EXECUTE);
    Files.setPosixFilePermissions(ropewalk, modes);
    List<String> command = new java.util.ArrayList<>();
    command.add(DEPLOY.resolve("grade-share").toString());
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).inheritIO();
    builder.environment().putAll(Map.of("ROPEWALK", ropewalk.toString()));
    return builder.start().waitFor();
  }

  private static JsonNode yaml(String path) throws IOException {
    Object read =
        new Load(LoadSettings.builder().build())
            .loadFromString(Files.readString(DEPLOY.resolve(path)));
    return new ObjectMapper().valueToTree(read);
  }
}
