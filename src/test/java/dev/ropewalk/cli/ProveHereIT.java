package dev.ropewalk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.e2e.EngineLock;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** `author prove --here` leaves what was on the engine as it was, and asks before it begins. */
@ExtendWith(EngineLock.class)
final class ProveHereIT {
  private static final String CHECKS =
      """
      steps:
        make-it:
          checks: [{check: it is there, container: rwt-box, expect: {image: busybox}}]
          solution: |-
            docker volume create rwt-data; docker network create rwt-net; docker tag redis rwt-tag:1
            docker volume create rwt-mine; docker network create rwt-own; docker tag redis rwt-new:1
            docker create --name rwt-box -v rwt-data:/d -v rwt-mine:/m --network rwt-net busybox true
      """;

  private final StringWriter out = new StringWriter();
  @TempDir private Path folder;

  @BeforeEach
  void others() throws IOException {
    sweep();
    docker("pull", "-q", "busybox");
    docker("pull", "-q", "redis");
    docker("run", "--rm", "-v", "rwt-data:/d", "busybox", "sh", "-c", "echo precious >/d/file");
    docker("network", "create", "rwt-net");
    docker("tag", "busybox", "rwt-tag:1");
    docker("create", "--name", "rwt-theirs", "-v", "/d", "busybox", "true");
    Files.createDirectories(folder.resolve("course/lessons"));
    Files.createDirectories(folder.resolve("course/checks"));
    Files.writeString(folder.resolve("course/lessons/10-box.md"), "# A box\n\n## Make it\n\nGo.\n");
    Files.writeString(folder.resolve("course/checks/10-box.yaml"), CHECKS);
  }

  @AfterEach
  void sweep() throws IOException {
    docker("rm", "-f", "-v", "rwt-box", "rwt-theirs");
    docker("volume", "rm", "rwt-data", "rwt-mine");
    docker("network", "rm", "rwt-net", "rwt-own");
    docker("rmi", "rwt-tag:1", "rwt-new:1");
  }

  @Test
  void only_what_the_lessons_made_is_removed() throws IOException {
    List<String> before = everything();
    StringWriter err = new StringWriter();

    run(err, "--here", "--yes");

    assertThat(err.toString())
        .contains(
            "  containers: rwt-box\n",
            "  volumes: rwt-data (there already), rwt-mine\n",
            "  networks: rwt-net (there already), rwt-own\n",
            "  image names: rwt-new:1, rwt-tag:1 (there already)\n");
    assertThat(everything()).isEqualTo(before);
    assertThat(docker("run", "--rm", "-v", "rwt-data:/d", "busybox", "cat", "/d/file"))
        .isEqualTo("precious");
  }

  @Test
  void what_others_answer_is_shown_too_and_a_lesson_for_a_private_engine_is_one_line()
      throws IOException {
    Files.createDirectories(folder.resolve("course/answers"));
    Files.writeString(
        folder.resolve("course/answers/10-box.yaml"),
        "make-it: {right: [docker volume prune -f; docker create --name rwt-box busybox]}");
    Files.writeString(
        folder.resolve("course/lessons/20-power.md"), "# Power\n\n## Make it\n\nGo.\n");
    Files.writeString(
        folder.resolve("course/checks/20-power.yaml"), "needs: {engine: private}\n" + CHECKS);
    StringWriter err = new StringWriter();

    run(err, "--here");

    assertThat(out.toString()).isEqualTo("power: needs a private engine, not proved here\n");
    assertThat(err.toString())
        .contains("They also run this on what they have not made:\n  docker volume prune -f\n");
  }

  @Test
  void where_nobody_can_be_asked_nothing_is_done() throws IOException {
    List<String> before = everything();
    StringWriter err = new StringWriter();

    int code = run(err, "--here");

    assertThat(code).isEqualTo(ExitCode.WRONG_USE);
    assertThat(err.toString())
        .endsWith(
            """
            error: `--here` asks before it touches anything, and nobody is there to answer
              fix: read the list above, and add `--yes`
            """);
    assertThat(everything()).isEqualTo(before);
  }

  private int run(StringWriter err, String... options) {
    Path home = folder.resolve("home");
    Places places = new Places(Path.of(""), folder.resolve("state"), folder.resolve("cache"), home);
    Context context =
        new Context(
            System.getenv(), places, new PrintWriter(out), new PrintWriter(err), Clock.systemUTC());
    List<String> args = new ArrayList<>(List.of("author", "prove"));
    args.addAll(List.of(options));
    args.addAll(List.of("--course", folder.resolve("course").toString()));
    return Main.run(context, args.toArray(String[]::new));
  }

  /** What is on the engine, by name where it has one. */
  private static List<String> everything() throws IOException {
    List<String> all = new ArrayList<>();
    all.addAll(docker("ps", "-a", "--format", "{{.ID}} {{.Names}}").lines().toList());
    all.addAll(docker("volume", "ls", "-q").lines().toList());
    all.addAll(docker("network", "ls", "--format", "{{.ID}} {{.Name}}").lines().toList());
    all.addAll(docker("images", "--format", "{{.Repository}}:{{.Tag}}").lines().sorted().toList());
    return all;
  }

  private static String docker(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("docker"));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
  }
}
