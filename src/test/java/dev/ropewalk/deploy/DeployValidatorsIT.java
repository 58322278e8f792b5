package dev.ropewalk.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ropewalk.sandbox.WithoutEngine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * {@code deploy/} read by those who know these forms: the validator {@code action-validator} for
 * workflows, and the models of Kubernetes' own API. Both come from the npm registry; without it
 * this is skipped.
 */
@Timeout(600)
@WithoutEngine
final class DeployValidatorsIT {
  private static final Path DEPLOY = Path.of("deploy").toAbsolutePath();
  private static final Path TOOLS = Path.of("target/validators").toAbsolutePath();
  private static final String MODELS =
      """
      const { readFileSync } = require('fs');
      const { load } = require('js-yaml');
      const { Job } = require('kubernetes-models/batch/v1');
      new Job(load(readFileSync(process.argv[2], 'utf8'))).validate();
      """;

  private record Ended(int code, String text) {}

  @BeforeAll
  static void have_the_validators() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/npm")), "there is no npm");
    Files.createDirectories(TOOLS);
    Set<Path> there = Set.of(TOOLS.resolve("node_modules/.bin/action-validator"));
    if (!there.stream().allMatch(Files::exists)) {
      Ended installed =
          run(
              TOOLS,
              "npm",
              "install",
              "--prefix",
              TOOLS.toString(),
              "--silent",
              "--no-audit",
              "--no-fund",
              "@action-validator/core@0.6.0",
              "@action-validator/cli@0.6.0",
              "kubernetes-models@4",
              "js-yaml@4");
      assumeTrue(installed.code() == 0, installed.text());
    }
    Files.writeString(TOOLS.resolve("job.js"), MODELS);
  }

  @Test
  void the_workflow_is_one_for_github() throws Exception {
    Ended good = workflow(Files.readString(DEPLOY.resolve("github/grade.yml")));
    Ended bad =
        workflow(
            Files.readString(DEPLOY.resolve("github/grade.yml")).replace("runs-on", "runs-where"));

    assertThat(good.code()).as(good.text()).isZero();
    assertThat(bad.code()).isNotZero();
  }

  private static Ended workflow(String text) throws Exception {
    Path file = TOOLS.resolve(".github/workflows/grade.yml");
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return run(TOOLS, "node_modules/.bin/action-validator", file.toString());
  }

  @Test
  void the_jobs_are_jobs_for_kubernetes() throws Exception {
    for (String name : List.of("grade.yaml", "merge.yaml")) {
      String text = Files.readString(DEPLOY.resolve("kubernetes").resolve(name));
      Ended good = job(text);
      Ended bad = job(text.replace("containers:", "container:"));

      assertThat(good.code()).as(good.text()).isZero();
      assertThat(bad.code()).isNotZero();
    }
  }

  private static Ended job(String text) throws Exception {
    Path file = Files.writeString(TOOLS.resolve("job.yaml"), text);
    return run(TOOLS, "node", "job.js", file.toString());
  }

  private static Ended run(Path where, String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(new ArrayList<>(List.of(command)))
            .directory(where.toFile())
            .redirectErrorStream(true)
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .start();
    Thread guard =
        Thread.startVirtualThread(
            () -> {
              try {
                if (!process.waitFor(4, TimeUnit.MINUTES)) {
                  process.destroyForcibly();
                }
              } catch (InterruptedException e) {
                process.destroyForcibly();
              }
            });
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int code = process.waitFor();
    guard.join();
    return new Ended(code, text);
  }
}
