package dev.ropewalk.compose;

import static dev.ropewalk.compose.ServiceReader.field;
import static dev.ropewalk.compose.ServiceReader.text;
import static dev.ropewalk.compose.ServiceReader.texts;

import dev.ropewalk.text.YamlNode;
import dev.ropewalk.text.YamlNode.Entry;
import dev.ropewalk.text.YamlNode.Mapping;
import dev.ropewalk.text.YamlNode.Sequence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a service says of its health check and its log. */
final class ServiceSettings {
  private final Mapping body;

  /**
   * @param body what stands below the name of the service, variables put in
   */
  ServiceSettings(Mapping body) {
    this.body = body;
  }

  /** What stands below a key; empty where nothing does, or no mapping. */
  private Optional<Mapping> body(String key) {
    return body.entry(key)
        .map(Entry::value)
        .filter(Mapping.class::isInstance)
        .map(Mapping.class::cast);
  }

  /** Its test as docker has it; none where it is disabled. */
  List<String> healthcheck() {
    Optional<Mapping> how = body("healthcheck");
    Optional<YamlNode> test = how.flatMap(it -> it.entry("test")).map(Entry::value);
    if (test.isEmpty() || field(how.orElseThrow(), "disable").filter("true"::equals).isPresent()) {
      return List.of();
    }
    List<String> words =
        test.get() instanceof Sequence(_, var items)
            ? texts(items)
            : List.of("CMD-SHELL", text(test.get()));
    return words.equals(List.of("NONE")) ? List.of() : words;
  }

  Optional<String> logDriver() {
    return body("logging").flatMap(logging -> field(logging, "driver"));
  }

  Map<String, String> logOptions() {
    Map<String, String> options = new LinkedHashMap<>();
    body("logging")
        .flatMap(logging -> logging.entry("options"))
        .map(Entry::value)
        .filter(Mapping.class::isInstance)
        .map(node -> ((Mapping) node).entries())
        .orElse(List.of())
        .forEach(entry -> options.put(entry.key().text(), text(entry.value())));
    return options;
  }
}
