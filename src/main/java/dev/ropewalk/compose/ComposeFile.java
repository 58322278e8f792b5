package dev.ropewalk.compose;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What a compose file says when all is put together: anchors and merge keys, {@code extends},
 * {@code include}, the override file beside it, variables.
 *
 * @param services by their names, in order; those of a profile too
 */
public record ComposeFile(Map<String, Service> services) {
  public ComposeFile {
    services = Collections.unmodifiableMap(new LinkedHashMap<>(services));
  }

  /** The networks that its services are attached to, by their names in the file, sorted. */
  public List<String> networks() {
    return named(service -> service.networks());
  }

  /** The volumes with a name that its services mount, by their names in the file, sorted. */
  public List<String> volumes() {
    return named(
        service ->
            service.mounts().stream()
                .filter(mount -> mount.type().equals("volume") && !mount.source().isEmpty())
                .map(Service.Mount::source)
                .toList());
  }

  private List<String> named(Function<Service, List<String>> names) {
    TreeSet<String> all = new TreeSet<>();
    services.values().forEach(service -> all.addAll(names.apply(service)));
    return List.copyOf(all);
  }
}
