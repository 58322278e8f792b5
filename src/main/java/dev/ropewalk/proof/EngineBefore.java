package dev.ropewalk.proof;

import dev.ropewalk.engine.World;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What was on an engine at a moment, to be put back later, whoever it is thought to belong to.
 * Pure: it only tells the commands.
 *
 * @param world as it was
 */
record EngineBefore(World world) {
  /**
   * The commands that remove what is new and give names of images back. What is gone for good, and
   * what has changed in containers that were there, no command brings back.
   */
  List<String> puttingBack(World now) {
    List<String> lines = new ArrayList<>();
    added(now, World::containers, World.ContainerSummary::id)
        .forEach(id -> lines.add("docker rm -fv " + id));
    added(now, World::networks, World.NetworkSummary::id)
        .forEach(id -> lines.add("docker network rm " + id));
    added(now, World::volumes, World.VolumeSummary::name)
        .forEach(name -> lines.add("docker volume rm -f " + name));
    names(lines, now);
    return lines;
  }

  /** Names that have come or moved, then images that have come. */
  private void names(List<String> lines, World now) {
    Map<String, String> old = tags(world);
    Map<String, String> present = tags(now);
    Set<String> images = ids(now);
    old.forEach(
        (tag, id) -> {
          if (images.contains(id) && !id.equals(present.get(tag))) {
            lines.add("docker tag " + id + " " + tag);
          }
        });
    present.keySet().stream()
        .filter(tag -> !old.containsKey(tag))
        .sorted()
        .forEach(tag -> lines.add("docker rmi " + tag));
    Set<String> known = ids(world);
    now.images().stream()
        .filter(image -> !known.contains(image.id()))
        .filter(image -> image.tags().stream().allMatch(old::containsKey))
        .forEach(image -> lines.add("docker rmi -f " + image.id()));
  }

  /** Whether all is as it was, but for the images that have no name. */
  boolean isAgain(World now) {
    return containers(world).equals(containers(now))
        && Set.copyOf(world.networks()).equals(Set.copyOf(now.networks()))
        && Set.copyOf(world.volumes()).equals(Set.copyOf(now.volumes()))
        && tags(world).equals(tags(now));
  }

  /**
   * Of what was there, and was still there at a later moment, what has gone or has another state
   * since; as people know it.
   */
  List<String> lost(World later, World since) {
    List<String> lost = new ArrayList<>();
    Set<Object> own = things(world).keySet();
    Set<Object> left = things(since).keySet();
    things(later)
        .forEach(
            (thing, name) -> {
              if (own.contains(thing) && !left.contains(thing)) {
                lost.add(name);
              }
            });
    return lost;
  }

  /** All that is there, in the state that it has, with its name. */
  private static Map<Object, String> things(World of) {
    Map<Object, String> things = new HashMap<>();
    of.containers()
        .forEach(
            c -> things.put(List.of(c.id(), c.name(), c.state()), "the container " + c.name()));
    of.networks().forEach(network -> things.put(network, "the network " + network.name()));
    of.volumes().forEach(volume -> things.put(volume, "the volume " + volume.name()));
    tags(of).forEach((tag, id) -> things.put(List.of(tag, id), "the image " + tag));
    return things;
  }

  private <T> List<String> added(
      World now, Function<World, List<T>> list, Function<T, String> key) {
    Set<String> known = list.apply(world).stream().map(key).collect(Collectors.toSet());
    return list.apply(now).stream().map(key).filter(id -> !known.contains(id)).toList();
  }

  private static Set<Object> containers(World of) {
    return of.containers().stream()
        .map(c -> List.of(c.id(), c.name(), c.state(), Set.copyOf(c.networks())))
        .collect(Collectors.toSet());
  }

  private static Map<String, String> tags(World of) {
    Map<String, String> tags = new HashMap<>();
    of.images().forEach(image -> image.tags().forEach(tag -> tags.put(tag, image.id())));
    return tags;
  }

  private static Set<String> ids(World of) {
    return new HashSet<>(of.images().stream().map(World.ImageSummary::id).toList());
  }
}
