package dev.ropewalk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.e2e.EngineLock;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A course as `author new` begins it needs no mending: lint is silent, and its proof holds. */
@ExtendWith(EngineLock.class)
final class NewCourseIT {
  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String line) {
    Places places =
        new Places(
            Path.of(""), folder.resolve("state"), folder.resolve("cache"), folder.resolve("home"));
    Context context =
        new Context(
            System.getenv(), places, new PrintWriter(out), new PrintWriter(err), Clock.systemUTC());
    out.getBuffer().setLength(0);
    return Main.run(context, line.split(" "));
  }

  @Test
  void it_lints_clean_and_proves() {
    Path course = folder.resolve("my-boxes");

    assertThat(run("author new --course " + course)).isZero();
    assertThat(out.toString())
        .isEqualTo(
            """
            %1$s/course.yaml
            %1$s/lessons/10-first-container.md
            %1$s/checks/10-first-container.yaml
            Open it with `ropewalk learn --course %1$s`.
            """
                .formatted(course));

    assertThat(run("author lint --strict --course " + course)).isZero();
    assertThat(out.toString()).isEqualTo("0 errors, 0 warnings\n");

    assertThat(run("list --course " + course)).isZero();
    assertThat(out.toString()).contains("My boxes", "First steps", "First container");

    assertThat(run("author prove --here --yes --course " + course))
        .as(out + err.toString())
        .isZero();
  }
}
