package dev.ropewalk.compose;

import dev.ropewalk.text.Suggestion;
import dev.ropewalk.text.YamlNode.Entry;
import dev.ropewalk.text.YamlNode.Mapping;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Refuses services that name what the file does not have, or wait for each other. */
final class References {
  private final String file;
  private final Mapping root;
  private final Optional<Places> places;
  private final Map<String, Service> services;
  private final Predicate<String> isFolder;

  /**
   * @param places where all stands in the file; none where several were put together
   * @param isFolder whether a folder of a name is beside the file
   */
  References(
      String file,
      Mapping root,
      Optional<Places> places,
      Map<String, Service> services,
      Predicate<String> isFolder) {
    this.file = file;
    this.isFolder = isFolder;
    this.places = places;
    this.root = root;
    this.services = services;
  }

  void check() throws Unreadable {
    for (Service service : services.values()) {
      if (service.image().isEmpty() && service.build().isEmpty() && !isProvided(service)) {
        throw at(
            List.of(service.name()),
            "The service `%s` has neither an image nor a folder to build one from."
                .formatted(service.name()),
            "Write `image: NAME` below it.");
      }
      for (Service.Mount mount : service.mounts()) {
        boolean named = mount.type().equals("volume") && !mount.source().isEmpty();
        if (named && !top("volumes").contains(mount.source())) {
          throw isFolder.test(mount.source())
              ? folder(service, mount)
              : undeclared(service, "volume", "volumes", mount.source());
        }
      }
      for (String network : service.networks()) {
        if (!network.equals("default") && !top("networks").contains(network)) {
          throw undeclared(service, "network", "networks", network);
        }
      }
      for (String other : service.dependsOn().keySet()) {
        if (!services.containsKey(other)) {
          throw at(
              List.of(service.name(), "depends_on"),
              "The service `%s` depends on `%s`, and there is no such service."
                  .formatted(service.name(), other),
              near(other, services.keySet())
                  .orElse("Write it under `services:`, or leave it out."));
        }
      }
      if (waitsFor(service.name(), service.name(), new HashSet<>())) {
        throw at(
            List.of(service.name(), "depends_on"),
            "The service `%s` depends on itself, by way of others or at once."
                .formatted(service.name()),
            "Take one `depends_on` out.");
      }
    }
  }

  private boolean isProvided(Service service) {
    return body(service.name()).flatMap(body -> body.entry("provider")).isPresent();
  }

  private boolean waitsFor(String from, String aim, Set<String> seen) {
    Service service = services.get(from);
    return service != null
        && service.dependsOn().keySet().stream()
            .anyMatch(next -> next.equals(aim) || (seen.add(next) && waitsFor(next, aim, seen)));
  }

  private Unreadable folder(Service service, Service.Mount mount) {
    return at(
        List.of(service.name(), "volumes"),
        "The service `%s` mounts `%s`, which Compose takes for the name of a volume, and it is the folder beside the file."
            .formatted(service.name(), mount.source()),
        "A folder is written with `./` in front: `./%s:%s%s`."
            .formatted(mount.source(), mount.target(), mount.readOnly() ? ":ro" : ""));
  }

  private Unreadable undeclared(Service service, String kind, String key, String name) {
    return at(
        List.of(service.name(), key),
        "The service `%s` uses the %s `%s`, which the file does not declare."
            .formatted(service.name(), kind, name),
        near(name, top(key))
            .orElse(
                "Write `%s:` at the left edge of the file, and below it `%s:`, two blanks further in."
                    .formatted(key, name)));
  }

  private static Optional<String> near(String name, Collection<String> names) {
    return Suggestion.nearest(name, names).map("Did you mean `%s`?"::formatted);
  }

  private List<String> top(String key) {
    return root.entry(key)
        .map(Entry::value)
        .filter(Mapping.class::isInstance)
        .map(node -> ((Mapping) node).entries().stream().map(entry -> entry.key().text()).toList())
        .orElse(List.of());
  }

  private Optional<Mapping> body(String service) {
    return entry(root, "services").flatMap(all -> entry(all, service));
  }

  private static Optional<Mapping> entry(Mapping mapping, String key) {
    return mapping
        .entry(key)
        .map(Entry::value)
        .filter(Mapping.class::isInstance)
        .map(Mapping.class::cast);
  }

  private Unreadable at(List<String> path, String sentence, String remedy) {
    return new Unreadable(file, places.map(known -> known.line(path)).orElse(0), sentence, remedy);
  }
}
