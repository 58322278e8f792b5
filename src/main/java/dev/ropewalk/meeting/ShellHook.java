package dev.ropewalk.meeting;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The code with which a shell takes part in a course: its docker goes through the recorder, and it
 * tells of its lines. It starts no program for that but, in fish, {@code kill}; it waits for
 * nobody, and undoes itself when the course has gone.
 *
 * @param course the process of the course
 * @param report the file that the shell appends its reports to; it is there as long as the course
 * @param lane the value of {@code DOCKER_HOST}; empty where the shell's docker goes its own way
 * @param outer the value that {@code DOCKER_HOST} has without us; empty text where it has none
 * @param says what the learner is told, in one line
 */
public record ShellHook(
    ShellKind kind, long course, Path report, Optional<String> lane, String outer, String says) {
  /** The whole code, for {@code eval}; what an earlier course has left is undone first. */
  public String code() {
    List<String> lines = new ArrayList<>();
    lines.add(off(kind));
    lines.add(kind.assign("__ropewalk_course", Long.toString(course)));
    lines.add(kind.assign("__ropewalk_report", report.toString()));
    lines.add(kind.assign("__ropewalk_lane", lane.orElse("")));
    lane.ifPresent(
        address -> {
          lines.add(kind.export("ROPEWALK_DOCKER_HOST", outer));
          lines.add(kind.export("DOCKER_HOST", address));
        });
    lines.add(resource("hook." + kind.word()));
    lines.add("echo " + kind.quote("ropewalk: " + says) + " >&2");
    return String.join("\n", lines) + "\n";
  }

  /** The code that undoes it; does nothing in a shell that takes no part. */
  public static String off(ShellKind kind) {
    return resource("off." + kind.word());
  }

  private static String resource(String name) {
    try (InputStream in = Objects.requireNonNull(ShellHook.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
