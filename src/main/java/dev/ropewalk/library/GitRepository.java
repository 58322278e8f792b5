package dev.ropewalk.library;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A git repository, fetched by the program {@code git} with the learner's own settings. */
final class GitRepository {
  /** A course of the largest size that is allowed, by a slow line. */
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private static final int TOLD_LINES = 3;

  private GitRepository() {}

  /**
   * Fetches the newest commit of its main branch, without what was before.
   *
   * @param into a folder that is not there yet
   * @param notes a folder for what git says
   * @return the commit
   * @throws LibraryProblem when git is not there or cannot fetch it
   */
  static String fetch(String url, Path into, Path notes) throws IOException {
    run(
        notes,
        "the repository `" + url + "` cannot be fetched",
        "check the URL, and that `git clone " + url + "` works",
        "-c",
        "submodule.recurse=false",
        "-c",
        "protocol.ext.allow=never",
        "clone",
        "--quiet",
        "--depth=1",
        "--no-tags",
        "--",
        url,
        into.toString());
    return run(
            notes,
            "the repository `" + url + "` is empty",
            "commit the course to it",
            "-C",
            into.toString(),
            "rev-parse",
            "--verify",
            "--quiet",
            "HEAD")
        .strip();
  }

  private static String run(Path notes, String what, String fix, String... words)
      throws IOException {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(words));
    Path out = notes.resolve("out");
    Path err = notes.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
    // What it would ask for is asked for nowhere, and waited for by nobody.
    builder.environment().put("GIT_TERMINAL_PROMPT", "0");
    // Whoever calls us from a hook of git has set these for a repository of their own.
    builder.environment().keySet().removeAll(List.of("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"));
    Process process;
    try {
      process = builder.start();
      process.getOutputStream().close();
    } catch (IOException e) {
      throw new LibraryProblem(
          "the program `git` cannot be started", "install git, or add an archive of the course", e);
    }
    try {
      if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
        throw new LibraryProblem(what + " within %s minutes".formatted(LONGEST.toMinutes()), fix);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LibraryProblem(what + ": ropewalk is ending", fix, e);
    } finally {
      process.destroy();
    }
    if (process.exitValue() != 0) {
      String said = last(err);
      throw new LibraryProblem(what + (said.isEmpty() ? "" : ": git says: " + said), fix);
    }
    return Files.readString(out);
  }

  private static String last(Path err) throws IOException {
    List<String> lines =
        new String(Files.readAllBytes(err), StandardCharsets.UTF_8)
            .lines()
            .filter(line -> !line.isBlank())
            .map(String::strip)
            .toList();
    return String.join(" / ", lines.subList(Math.max(0, lines.size() - TOLD_LINES), lines.size()));
  }
}
