package dev.ropewalk.verify;

import java.nio.file.Path;
import java.util.List;
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

  /**
   * They are, on a private machine, where they find its engine by themselves.
   *
   * @param folder where the learner is now, as it is called there
   * @param entrance to that machine
   */
  record Inside(Supplier<Path> folder, Entrance entrance) implements Scripts {}

  /** Makes of a command for a private machine the one, to be started here, that runs it there. */
  interface Entrance {
    List<String> enter(Path folder, Map<String, String> variables, List<String> command);
  }
}
