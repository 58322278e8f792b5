package dev.ropewalk.check.container;

import dev.ropewalk.check.value.Variables;
import java.util.Map;
import java.util.Optional;

/**
 * A service of a Compose project, known by the labels that Compose puts on its containers.
 *
 * @param project its name; may use variables
 * @param name of the service, as in the file; may use variables
 */
public record ComposeService(String project, String name) {
  private static final String LABEL = "com.docker.compose.";

  /** Reads {@code project/service}; empty where it is not so written. */
  static Optional<ComposeService> parse(String text) {
    String[] parts = text.split("/", -1);
    return parts.length == 2 && !parts[0].isBlank() && !parts[1].isBlank()
        ? Optional.of(new ComposeService(parts[0], parts[1]))
        : Optional.empty();
  }

  /** Whether a container with these labels is one of it; those of {@code compose run} are not. */
  boolean has(Map<String, String> labels, Variables variables) {
    return variables.expand(project).equals(labels.get(LABEL + "project"))
        && variables.expand(name).equals(labels.get(LABEL + "service"))
        && !"true".equalsIgnoreCase(labels.get(LABEL + "oneoff"));
  }

  /** Whether a container with these labels is one of any service. */
  static boolean isOne(Map<String, String> labels) {
    return labels.containsKey(LABEL + "service");
  }

  /** For a sentence, after {@code container}. */
  String spoken() {
    return "of the service `%s` of the project `%s`".formatted(name, project);
  }
}
