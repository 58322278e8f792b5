package dev.ropewalk.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ropewalk.lesson.Course;
import dev.ropewalk.lesson.LessonId;
import dev.ropewalk.sandbox.InPrivateEngines;
import dev.ropewalk.sandbox.NamespaceSandboxes;
import dev.ropewalk.scorecard.Results;
import dev.ropewalk.scorecard.ResultsForm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code deploy/slurm} on a Slurm of three nodes. */
@InPrivateEngines
@Timeout(1200)
final class SlurmIT {
  private static final String LESSON = "images-and-containers";
  private static final Path HERE = Path.of("").toAbsolutePath();

  @TempDir private Path folder;

  @BeforeEach
  void require_slurm_and_private_engines() {
    assumeTrue(SlurmCluster.missing().isEmpty(), () -> "missing: " + SlurmCluster.missing());
    List<String> missing = new NamespaceSandboxes().missing();
    assumeTrue(missing.isEmpty(), () -> String.join(" ", missing));
  }

  @Test
  void a_class_is_graded_by_an_array_of_jobs_and_a_share_that_is_missing_is_made_up_for()
      throws Exception {
    // The first share is ada's, the second bob's and cid's, the third fay's.
    handIn("ada", solution());
    handIn("bob", List.of("docker pull radis"));
    handIn("cid", List.of());
    handIn("fay", solution());
    Map<String, String> variables =
        Map.of("ROPEWALK", ropewalk().toString(), "DEPLOY", HERE.resolve("deploy").toString());
    try (SlurmCluster slurm =
        SlurmCluster.start(Files.createDirectories(folder.resolve("slurm")))) {
      String first = grade(slurm, variables, "1-2", "");
      String early = merge(slurm, variables, first);
      String last = grade(slurm, variables, "3", early);
      String merged = merge(slurm, variables, last);

      assertThat(slurm.ends(merged)).as(this::written).containsExactly("COMPLETED");
      assertThat(slurm.ends(first)).as(this::written).containsExactly("COMPLETED");
      assertThat(slurm.ends(early)).as(this::written).containsExactly("FAILED");
      assertThat(slurm.ends(last)).as(this::written).containsExactly("COMPLETED");
      assertThat(written()).contains("error: missing: 3/3");
    }

    Results results = ResultsForm.results(Files.readString(folder.resolve("class/results.json")));
    assertThat(results.submissions())
        .extracting(card -> card.submission() + " " + card.status().word())
        .containsExactly("ada passed", "bob failed", "cid failed", "fay passed");
    assertThat(nodes()).hasSizeGreaterThan(1);
    assertThat(folder.resolve("class/class.html")).exists();
  }

  /**
   * Grades shares, and returns the number of the job.
   *
   * @param after the job that must have ended before; empty for none
   */
  private String grade(
      SlurmCluster slurm, Map<String, String> variables, String shares, String after)
      throws Exception {
    return batch(
        slurm,
        variables,
        after,
        "--array=" + shares,
        "--cpus-per-task=1",
        "--mem=1500",
        "--output=grade-%a.out",
        HERE.resolve("deploy/slurm/grade.sbatch").toString(),
        "3",
        LESSON,
        "submissions",
        "results");
  }

  private String merge(SlurmCluster slurm, Map<String, String> variables, String after)
      throws Exception {
    return batch(
        slurm,
        variables,
        after,
        "--output=merge-%j.out",
        HERE.resolve("deploy/slurm/merge.sbatch").toString(),
        "results",
        "class");
  }

  private String batch(
      SlurmCluster slurm, Map<String, String> variables, String after, String... words)
      throws Exception {
    List<String> command = new ArrayList<>(List.of("sbatch", "--parsable"));
    if (!after.isEmpty()) {
      command.add("--dependency=afterany:" + after);
    }
    command.addAll(List.of(words));
    SlurmCluster.Ended ended = slurm.run(folder, variables, command.toArray(String[]::new));
    assertThat(ended.code()).as(ended.text()).isZero();
    return ended.text();
  }

  /** What the jobs have written. */
  private String written() {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> file.getFileName().toString().endsWith(".out"))
          .map(SlurmIT::text)
          .collect(Collectors.joining("\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Those that have graded. */
  private Set<String> nodes() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> file.getFileName().toString().startsWith("grade-"))
          .flatMap(file -> text(file).lines())
          .filter(line -> line.startsWith("Share "))
          .map(line -> line.replaceAll(".* on |\\.", ""))
          .collect(Collectors.toSet());
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void handIn(String student, List<String> lines) throws IOException {
    Path file = folder.resolve("submissions").resolve(student).resolve("commands.sh");
    Files.createDirectories(file.getParent());
    Files.write(file, lines);
  }

  private static List<String> solution() {
    return Course.open(HERE).lesson(new LessonId(LESSON)).steps().stream()
        .map(step -> step.solution().text())
        .toList();
  }

  /** The command as it is in this build, with a home of its own. */
  private Path ropewalk() throws IOException {
    Path script = folder.resolve("ropewalk");
    Files.writeString(
        script,
        """
        #!/bin/bash
        export ROPEWALK_COURSE='%s' HOME='%s' XDG_CACHE_HOME='%s'
        exec '%s' -XX:+UseSerialGC -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED -cp '%s' dev.ropewalk.cli.Main "$@"
        """
            .formatted(
                HERE,
                folder,
                folder.resolve("cache"),
                Path.of(System.getProperty("java.home"), "bin", "java"),
                System.getProperty("java.class.path")));
    return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
  }
}
