package dev.ropewalk.check.why;

import dev.ropewalk.check.Scene;
import dev.ropewalk.command.DockerCommand;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the learner's newest command has left, or has taken along, where it is one that removes all
 * of a kind ({@code docker image prune}) or a container with or without its volumes. All answers
 * are sentences with a blank before, and empty where it is not such a command.
 */
public final class Sweep {
  /** What a prune takes without further words, by the kind of object. */
  private static final Map<String, String> TAKES =
      Map.of(
          "container", "containers that have ended",
          "image", "images without a name",
          "network", "networks that no container is in",
          "volume",
              "volumes that no container has, and from Docker 23 on only those without a name");

  private final Optional<DockerCommand> newest;

  public Sweep(Scene scene) {
    newest = new TypedCommands(scene).latestFirst().findFirst().map(TypedCommands.Typed::command);
  }

  /**
   * Why something is still there.
   *
   * @param kind docker's word for what it is
   */
  public String left(String kind) {
    return prune(kind)
        .map(
            prune -> {
              String words = "docker " + prune.name();
              List<String> filters = prune.flags().getOrDefault("filter", List.of());
              if (!prune.flags().containsKey("force")) {
                return " `%s` asks first, and without a yes it removes nothing; `-f` (`--force`) is that yes."
                    .formatted(words);
              }
              return filters.isEmpty()
                  ? " `%s` takes only %s.".formatted(words, TAKES.get(kind))
                  : " `%s` took only what fits `--filter %s`."
                      .formatted(words, String.join(" --filter ", filters));
            })
        .orElse("");
  }

  /** Why something went that was to stay. */
  public String took(String kind) {
    return prune(kind)
        .filter(prune -> !prune.flags().containsKey("filter"))
        .map(
            prune ->
                " `docker %s` without `--filter` takes all %s."
                    .formatted(prune.name(), TAKES.get(kind)))
        .orElse("");
  }

  /** Why a volume without a name is still there whose container is gone. */
  public String leftVolume() {
    return newest
        .filter(command -> command.name().equals("rm") && !command.flags().containsKey("volumes"))
        .map(_ -> " `docker rm` leaves it; with `-v` (`--volumes`) it would have gone along.")
        .orElse("");
  }

  private Optional<DockerCommand> prune(String kind) {
    return newest.filter(
        command -> List.of(kind + " prune", "system prune").contains(command.name()));
  }
}
