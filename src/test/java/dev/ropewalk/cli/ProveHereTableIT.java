package dev.ropewalk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.e2e.EngineLock;
import dev.ropewalk.e2e.OwnershipRow;
import dev.ropewalk.e2e.OwnershipRows;
import dev.ropewalk.e2e.SharedEngine;
import dev.ropewalk.proof.Turns;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The table of what is ours, with a proof on this engine in the learner's place: what others have
 * is left as it was, and what the lesson's lines made is gone.
 */
@ExtendWith(EngineLock.class)
final class ProveHereTableIT {
  /** All rows take ten minutes; in so many days all of them have had their turn. */
  private static final int DAYS = 8;

  @TempDir private Path folder;

  static List<OwnershipRow> rows() {
    return Turns.ofToday(OwnershipRows.all().toList(), DAYS);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void only_what_is_ours_is_removed(OwnershipRow row) throws IOException {
    try (SharedEngine shared = new SharedEngine(folder)) {
      row.before().forEach(shared::foreign);
      row.prompt().forEach(shared::foreign);
      write(shared.filled(row.line()));

      var meanwhile = CompletableFuture.runAsync(() -> shared.meanwhile(row));
      String told = proves();
      shared.foreign("touch up"); // Should no trial have come to the line, nobody waits for it.
      meanwhile.join();
      row.after().forEach(shared::foreign);

      // A row may be proved in several trials: without a name, things are told apart by no name.
      assertThat(new TreeSet<>(shared.left())).as(told).isEqualTo(new TreeSet<>(row.left()));
    }
  }

  private void write(String line) throws IOException {
    Files.createDirectories(folder.resolve("course/lessons"));
    Files.createDirectories(folder.resolve("course/checks"));
    Files.writeString(folder.resolve("course/lessons/10-ours.md"), "# Ours\n\n## Ask\n\nGo.\n");
    Files.writeString(
        folder.resolve("course/checks/10-ours.yaml"),
        """
        steps:
          ask:
            checks: [{check: the version was asked for, typed: {docker: version}}]
            solution: |-
              %s
              docker version
        """
            .formatted(line));
  }

  /** Proves the course on this engine, and returns all that was said. */
  private String proves() {
    StringWriter said = new StringWriter();
    Context context =
        new Context(
            System.getenv(),
            new Places(
                Path.of(""),
                folder.resolve("state"),
                folder.resolve("cache"),
                folder.resolve("home")),
            new PrintWriter(said),
            new PrintWriter(said),
            Clock.systemUTC());
    Main.run(
        context,
        "author",
        "prove",
        "--here",
        "--yes",
        "--course",
        folder.resolve("course").toString());
    return said.toString();
  }
}
