package dev.ropewalk.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ropewalk.journal.JournalLock;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept of a learner is theirs alone, and goes when they say so. */
final class ForgetCommandTest {
  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... args) {
    Places places = new Places(folder, folder.resolve("state"), folder, folder);
    return Main.run(
        new Context(
            Map.of(), places, new PrintWriter(out), new PrintWriter(err), Clock.systemUTC()),
        args);
  }

  private Path kept(String name) throws IOException {
    return Files.writeString(Files.createDirectories(folder.resolve("state")).resolve(name), "x");
  }

  @Test
  void everything_that_is_kept_is_shown_and_removed() throws IOException {
    List<Path> files = List.of(kept("history"), kept("journal.jsonl"), kept("ropewalk.log"));

    assertThat(run("forget", "--yes")).isEqualTo(ExitCode.PASSED);

    files.forEach(file -> assertThat(out.toString()).contains(file + " (1 bytes)"));
    assertThat(folder.resolve("state")).doesNotExist();
  }

  @Test
  void nothing_kept_is_said_to_be_so() {
    assertThat(run("forget", "--yes")).isEqualTo(ExitCode.PASSED);

    assertThat(out.toString()).startsWith("Nothing is kept in ");
  }

  @Test
  void while_somebody_works_with_it_nothing_is_removed() throws IOException {
    Path journal = kept("journal.jsonl");
    try (JournalLock unused =
        JournalLock.take(folder.resolve("state/journal.lock"), "process 42")) {
      assertThat(run("forget", "--yes")).isEqualTo(ExitCode.WRONG_USE);
    }

    assertThat(journal).exists();
    assertThat(err.toString()).startsWith("error: ropewalk is open already: process 42");
  }

  @Test
  void what_was_wider_becomes_the_learners_alone() throws IOException {
    assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
    Path journal = kept("journal.jsonl");
    Path state = folder.resolve("state");
    Files.setPosixFilePermissions(journal, PosixFilePermissions.fromString("rw-r--r--"));
    Files.setPosixFilePermissions(state, PosixFilePermissions.fromString("rwxr-xr-x"));

    new StateFolder(state).protect();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(journal)))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(state)))
        .isEqualTo("rwx------");
  }
}
