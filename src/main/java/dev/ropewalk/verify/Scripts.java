package dev.ropewalk.verify;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;

/** Whether the scripts of checks are run. They are anybody's code, with all that this user may. */
public sealed interface Scripts {
  /** They are not: a check that is one cannot be judged. */
  record Refused() implements Scripts {}

  /**
   * They are, on this machine.
   *
   * @param folder where the learner is now
   * @param environment added to that of this process, such as {@code DOCKER_HOST}
   */
  record Run(Supplier<Path> folder, Map<String, String> environment) implements Scripts {
    public Run {
      environment = Map.copyOf(environment);
    }
  }
}
