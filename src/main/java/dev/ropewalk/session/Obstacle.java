package dev.ropewalk.session;

import dev.ropewalk.engine.ContainerState;
import dev.ropewalk.engine.ImageRef;
import dev.ropewalk.engine.World;
import dev.ropewalk.engine.World.ContainerSummary;
import dev.ropewalk.lesson.Needs;
import java.util.ArrayList;
import java.util.List;

/**
 * Something that keeps a lesson from opening.
 *
 * @param says what is the case
 * @param remedy what the learner can do about it
 */
public record Obstacle(String says, String remedy) {
  /** The images of a lesson that are not on the engine. */
  static List<String> missingImages(Needs needs, World world) {
    return needs.images().stream().filter(image -> !isThere(image, world)).toList();
  }

  /** An image that the engine could not fetch, for a reason of its own. */
  static Obstacle notFetched(String image, String reason) {
    return new Obstacle(
        "The image `%s` could not be fetched: %s".formatted(image, reason.strip()),
        ("Where no registry can be reached, load it from a file: `docker load -i FILE`. Enter tries"
            + " again."));
  }

  /** What stands in the way of a lesson, images apart. Nothing of it is ours to remove. */
  static List<Obstacle> of(Needs needs, World world, MachineFacts machine) {
    List<Obstacle> obstacles = new ArrayList<>();
    for (ContainerSummary container : world.containers()) {
      if (needs.free().names().contains(container.name())) {
        obstacles.add(
            new Obstacle(
                "The name `%s` is taken by a container that was there before (%s)."
                    .formatted(container.name(), container.state().word()),
                "Keep it under another name: `docker rename %s %s-kept`"
                    .formatted(container.name(), container.name())));
      }
    }
    for (int port : needs.free().ports()) {
      if (machine.takenPorts().contains(port)) {
        obstacles.add(
            new Obstacle(
                "Somebody already listens on port %s of this machine%s."
                    .formatted(port, holder(port, world)),
                "End that program, or stop that container, while you do this lesson."));
      }
    }
    world.volumes().stream()
        .map(World.VolumeSummary::name)
        .filter(needs.free().volumes()::contains)
        .map(Obstacle::volume)
        .forEach(obstacles::add);
    world.networks().stream()
        .map(World.NetworkSummary::name)
        .filter(needs.free().networks()::contains)
        .map(Obstacle::network)
        .forEach(obstacles::add);
    needs.free().images().stream()
        .filter(image -> isThere(image, world))
        .map(Obstacle::image)
        .forEach(obstacles::add);
    for (List<String> commands : needs.commands()) {
      if (machine.missingCommands().containsAll(commands)) {
        obstacles.add(
            new Obstacle(
                "This machine has no `%s`.".formatted(String.join("` and no `", commands)),
                "%s and type `:check`, or leave this lesson: `:next` opens the next one."
                    .formatted(installation(commands))));
      }
    }
    if (needs.privateEngine() && !machine.privateEngine()) {
      obstacles.add(
          new Obstacle(
              "What this lesson shows could harm your other containers, so it is only shown on an"
                  + " engine of its own.",
              "Leave and open it there: `ropewalk learn --private LESSON`, on Linux as root. Or go"
                  + " on with `:next`."));
    }
    return obstacles;
  }

  /** What keeps a lesson's files from being laid. */
  static List<Obstacle> ofFiles(Input.Laid laid) {
    List<Obstacle> obstacles = new ArrayList<>();
    String folder = laid.files().folder();
    laid.problem()
        .ifPresent(
            problem ->
                obstacles.add(
                    new Obstacle(
                        "The lesson's files cannot be laid into `%s`: %s"
                            .formatted(folder, problem),
                        "Mend that, and press Enter. Or leave this lesson: `:next` opens the next one.")));
    if (!laid.inTheWay().isEmpty()) {
      obstacles.add(
          new Obstacle(
              "This lesson brings files along, and in `%s` are others of the same name: `%s`."
                  .formatted(folder, String.join("`, `", laid.inTheWay())),
              "Keep that folder under another name: `mv %1$s %1$s-kept`".formatted(folder)));
    }
    return obstacles;
  }

  /** Where the name of the package is not that of the command, it is told. */
  private static String installation(List<String> commands) {
    String which = commands.size() == 1 ? "Install it" : "One of them is enough: install it";
    return commands.contains("docker compose")
        ? which
            + " (the package is `docker-compose-plugin` where docker comes from Docker's own packages,"
            + " `docker-compose-v2` in Ubuntu, and `docker-compose` in Debian, in Fedora and in Homebrew)"
        : which;
  }

  private static boolean isThere(String image, World world) {
    return world.images().stream()
        .flatMap(i -> i.tags().stream())
        .anyMatch(tag -> ImageRef.parse(tag).equals(ImageRef.parse(image)));
  }

  private static Obstacle volume(String name) {
    return new Obstacle(
        "The name `%s` is taken by a volume that was there before.".formatted(name),
        "If nobody needs its data: `docker volume rm %s`. Or leave this lesson: `:next` opens the next one."
            .formatted(name));
  }

  private static Obstacle network(String name) {
    return new Obstacle(
        "The name `%s` is taken by a network that was there before.".formatted(name),
        "If nobody needs it: `docker network rm %s`. Or leave this lesson: `:next` opens the next one."
            .formatted(name));
  }

  private static Obstacle image(String name) {
    return new Obstacle(
        "The name `%s` is taken by an image that was there before.".formatted(name),
        "Keep it under another name: `docker tag %1$s %2$s-kept` and `docker rmi %1$s`"
            .formatted(name, name.replace(':', '-')));
  }

  private static String holder(int port, World world) {
    return world.containers().stream()
        .filter(
            c ->
                c.state() == ContainerState.RUNNING
                    && c.ports().stream().anyMatch(p -> p.host() == port))
        .findFirst()
        .map(c -> ": the container `" + c.name() + "`")
        .orElse("");
  }
}
