package dev.ropewalk.check.why;

import static dev.ropewalk.check.why.MissingNames.failed;

import dev.ropewalk.check.Diagnosis;
import dev.ropewalk.check.Scene;
import dev.ropewalk.command.DockerCommand;
import dev.ropewalk.engine.World.ContainerSummary;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What the engine does not remove because something needs it, and who that is. */
record ObjectInUse(Scene scene, MissingNames names) {
  Diagnosis ofImage(String image, String container) {
    String name = names.called(container);
    return failed(
        "The image `%s` is in use: the container `%s` was made from it.".formatted(image, name),
        names.isOurs(container)
            ? "An image can be removed when no container is made from it; `docker rm %s%s` removes this one%s."
                .formatted(
                    hasEnded(container) ? "" : "-f ",
                    name,
                    hasEnded(container) ? "" : ", which still runs")
            : "An image can be removed when no container is made from it. This one was not made in this lesson: leave both.");
  }

  /** By its id an image goes only if it has one name at most. */
  Diagnosis ofNames(String id) {
    List<String> tags =
        scene.world().images().stream()
            .filter(image -> image.id().replaceFirst("^sha256:", "").startsWith(id))
            .flatMap(image -> image.tags().stream())
            .toList();
    return failed(
        "The image `%s` has several names, so that it does not go by its id.".formatted(id),
        tags.isEmpty()
            ? "It goes with the last of its names."
            : "`docker rmi %s` takes all of them away, and it with them."
                .formatted(String.join(" ", tags)));
  }

  Diagnosis ofVolume(String volume, String containers) {
    List<String> users =
        Arrays.stream(containers.split("[, ]+"))
            .filter(id -> !id.isEmpty())
            .map(names::called)
            .toList();
    return failed(
        "The volume `%s` is in use%s."
            .formatted(volume, users.isEmpty() ? "" : " by " + names.quotedContainers(users)),
        "A volume can be removed when no container has it, not even a stopped one"
            + (!users.isEmpty() && users.stream().allMatch(names::isOurs)
                ? ": `docker rm -f %s`, then `docker volume rm %s`."
                    .formatted(String.join(" ", users), volume)
                : "."));
  }

  Diagnosis ofNetwork(String network) {
    List<String> members = members(network);
    return failed(
        "The network `%s` is in use%s."
            .formatted(network, members.isEmpty() ? "" : " by " + names.quotedContainers(members)),
        members.size() == 1
            ? "`docker network disconnect %s %s` takes it off; then `docker network rm %s`."
                .formatted(network, members.getFirst(), network)
            : "Stop what is in it, or `docker network disconnect %s …` first.".formatted(network));
  }

  private List<String> members(String network) {
    return scene.world().containers().stream()
        .filter(c -> c.networks().contains(network))
        .map(ContainerSummary::name)
        .toList();
  }

  /** A network is to be made that there is. One that containers use is not led to be removed. */
  Diagnosis networkThere(String network) {
    return failed(
        "There is a network `%s` already.".formatted(network),
        members(network).isEmpty()
            ? "Use it as it is, or remove it first: `docker network rm %s`.".formatted(network)
            : "Use it as it is: `docker network connect %s CONTAINER` lets a container join it."
                .formatted(network));
  }

  /** A container is to join a network again, where only what is asked for with it can be new. */
  Diagnosis joined(String container, String network, Optional<DockerCommand> command) {
    boolean otherwise = command.filter(it -> !it.flags().isEmpty()).isPresent();
    return failed(
        "`%s` is in the network `%s` already.".formatted(container, network),
        otherwise
            ? "To connect it otherwise, first `docker network disconnect %s %s`; then type your line again."
                .formatted(network, container)
            : network.equals("bridge")
                ? "So this connects nothing anew; and on `bridge` no container is found by its name."
                : "So this connects nothing anew.");
  }

  /** Whether docker removes a container without force; also where it is not known. */
  private boolean hasEnded(String word) {
    return names
        .container(word)
        .filter(
            it ->
                switch (it.state()) {
                  case RUNNING, PAUSED, RESTARTING -> true;
                  case CREATED, EXITED, DEAD, REMOVING -> false;
                })
        .isEmpty();
  }
}
