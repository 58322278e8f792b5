package dev.ropewalk.check.learner;

import dev.ropewalk.command.DockerCommand;
import dev.ropewalk.engine.Exchange;
import dev.ropewalk.text.Problems;
import dev.ropewalk.text.Source;
import dev.ropewalk.text.Yaml;
import dev.ropewalk.text.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/**
 * What makes a list shorter than it could be.
 *
 * @param filters such as {@code name=web}, in the order in which they were given
 * @param last how many of the newest containers are listed at most; empty for no bound
 * @param stopped whether containers that do not run are listed too
 */
record Narrowing(List<String> filters, String last, Stopped stopped) {
  /** Whether a list of containers has those that do not run. */
  enum Stopped {
    SHOWN,
    LEFT_OUT
  }

  Narrowing {
    filters = List.copyOf(filters);
  }

  /** Of a request for a list. */
  static Narrowing of(Exchange exchange) {
    List<String> filters = filters(exchange.parameter("filters").orElse(""));
    String limit = exchange.parameter("limit").filter(it -> it.matches("[1-9]\\d*")).orElse("");
    boolean all = exchange.parameter("all").filter(it -> !it.matches("0|false|")).isPresent();
    return of(filters, limit, all);
  }

  /** Of a command, by its words. */
  static Narrowing of(DockerCommand command) {
    List<String> filters = new ArrayList<>(command.flags().getOrDefault("filter", List.of()));
    if (command.name().equals("images")) {
      command.args().stream().limit(1).map(it -> "reference=" + it).forEach(filters::add);
    }
    String last =
        command.flag("latest").filter("true"::equals).isPresent()
            ? "1"
            : command.flag("last").filter(it -> it.matches("[1-9]\\d*")).orElse("");
    return of(filters, last, command.flag("all").filter("true"::equals).isPresent());
  }

  private static Narrowing of(List<String> filters, String last, boolean all) {
    boolean states = filters.stream().anyMatch(it -> it.startsWith("status="));
    boolean shown = all || states || !last.isEmpty();
    return new Narrowing(filters, last, shown ? Stopped.SHOWN : Stopped.LEFT_OUT);
  }

  /** Both of its forms: {@code {"name": {"web": true}}} and {@code {"name": ["web"]}}. */
  private static List<String> filters(String json) {
    Optional<YamlNode> root = Yaml.read(new Problems(new Source("filters", json)));
    return root.filter(YamlNode.Mapping.class::isInstance)
        .map(YamlNode.Mapping.class::cast)
        .map(mapping -> mapping.entries().stream().flatMap(Narrowing::filter).toList())
        .orElse(List.of());
  }

  private static Stream<String> filter(YamlNode.Entry entry) {
    Stream<String> values =
        switch (entry.value()) {
          case YamlNode.Mapping(_, var entries) -> entries.stream().map(it -> it.key().text());
          case YamlNode.Sequence(_, var items) ->
              items.stream()
                  .filter(YamlNode.Scalar.class::isInstance)
                  .map(it -> ((YamlNode.Scalar) it).text());
          case YamlNode.Scalar scalar -> Stream.of(scalar.text());
        };
    return values.map(value -> entry.key().text() + "=" + value);
  }

  /**
   * Whether an object passes the filters, as far as the words tell: of one that is not known here
   * it is believed.
   *
   * @param facts how each known filter is tried: its key, and what its value must fit
   */
  boolean passes(Map<String, Predicate<String>> facts) {
    return filters.stream()
        .map(filter -> filter.split("=", 2))
        .allMatch(it -> it.length < 2 || facts.getOrDefault(it[0], _ -> true).test(it[1]));
  }

  /** Whether a filter by name, a regular expression, lets a name through. */
  static boolean found(String pattern, String name) {
    try {
      return Pattern.compile(pattern).matcher(name).find();
    } catch (PatternSyntaxException e) {
      return name.contains(pattern);
    }
  }

  /** Whether a filter by reference ({@code redis}, {@code red*:7}) lets an image's name through. */
  static boolean refers(String glob, String name, String tag) {
    String tagged = glob.indexOf(':', glob.lastIndexOf('/') + 1) < 0 ? name : name + ":" + tag;
    StringBuilder pattern = new StringBuilder();
    for (char letter : glob.toCharArray()) {
      pattern.append(
          switch (letter) {
            case '*' -> "[^/]*";
            case '?' -> "[^/]";
            default -> Pattern.quote(String.valueOf(letter));
          });
    }
    return tagged.matches(pattern.toString());
  }
}
