package dev.ropewalk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.patience.Patience;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Runs commands in a sandbox, as a learner would. */
record Inside(Sandbox sandbox) {
  record Answer(int exitCode, String output) {}

  /** Runs a line of bash, its error output with its output. */
  Answer run(String line) throws InterruptedException {
    try {
      var process =
          new ProcessBuilder(sandbox.enter("bash", "-c", line))
              .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
              .redirectErrorStream(true)
              .start();
      String output =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      assertThat(process.waitFor(Patience.BUSY_MACHINE)).as(line).isTrue();
      return new Answer(process.exitValue(), output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs a line that must succeed. */
  String output(String line) throws InterruptedException {
    Answer answer = run(line);
    assertThat(answer.exitCode()).as(line + "\n" + answer.output()).isZero();
    return answer.output();
  }
}
