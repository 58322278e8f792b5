package dev.ropewalk.check.inside;

import dev.ropewalk.engine.Container;
import java.util.List;
import java.util.Optional;

/** What is said to somebody who wants to look into a container. */
final class InsideSentences {
  static final String NONE_RUNS =
      "No container runs, so there is none to look into. `docker ps -a` shows those that have stopped, `docker start NAME` starts one.";

  private static final String FROM_HERE =
      ": this engine's machine cannot be read from here (it is another or a virtual machine, or its files are for root)";

  static final String NO_NAMESPACES =
      "The numbers of its namespaces are missing"
          + FROM_HERE
          + ", and the image has no `readlink` that tells them. Whose they are is told by what the engine was asked for.";

  static final String NO_HOST_NAMESPACES =
      "The host's numbers are missing: the engine runs on another or a virtual machine, whose `/proc` cannot be read from here. Whose a namespace is, is told by what the engine was asked for.";

  static final String NO_PROCESSES = "Its processes are missing: the engine does not list them.";

  static final String NO_INNER_PIDS =
      "`?` stands for a pid that is missing"
          + FROM_HERE
          + ", and the image has no `ps` that tells it.";

  static final String NO_LIMITS =
      "The kernel's limits are missing"
          + FROM_HERE
          + ", and the image has no `cat` to read them. Shown is what the engine was asked for.";

  static final String NO_RIGHTS =
      "Its user, capabilities and filter are missing"
          + FROM_HERE
          + ", and the image has no `cat` to read them.";

  private InsideSentences() {}

  static String noSuch(String name, Optional<String> nearest, List<String> names) {
    String remedy =
        nearest
            .map(it -> "Did you mean `%s`?".formatted(it))
            .orElseGet(
                () ->
                    names.isEmpty()
                        ? "There is no container at all: `docker run` makes one."
                        : "`docker ps -a` shows the names of all of them.");
    return "There is no container `%s`. %s".formatted(name, remedy);
  }

  static String doesNotRun(Container container) {
    String name = container.name();
    return switch (container.status().state()) {
      case PAUSED ->
          "`%s` is paused: its processes stand still, and cannot be looked at. `docker unpause %s` lets them go on."
              .formatted(name, name);
      case RESTARTING ->
          "`%s` ends again and again, and is started anew each time. `docker logs %s` shows why."
              .formatted(name, name);
      case CREATED, EXITED ->
          "`%s` does not run (%s): only a running container has processes and namespaces. `docker start %s` starts it."
              .formatted(name, container.status().state().word(), name);
      case DEAD, REMOVING, RUNNING ->
          "`%s` is just being removed (%s).".formatted(name, container.status().state().word());
    };
  }
}
