package dev.ropewalk.compose;

import dev.ropewalk.text.Problems;
import dev.ropewalk.text.Source;
import dev.ropewalk.text.Yaml;
import dev.ropewalk.text.YamlNode;
import dev.ropewalk.text.YamlNode.Entry;
import dev.ropewalk.text.YamlNode.Mapping;
import java.util.List;
import java.util.Optional;

/** Where in a compose file something stands. */
public final class Places {
  private final YamlNode root;

  Places(YamlNode root) {
    this.root = root;
  }

  /** Of a file, as far as it can be read; empty where it cannot. */
  public static Optional<Places> of(String text) {
    return Yaml.readWithAnchors(new Problems(new Source("", text))).map(Places::new);
  }

  /**
   * The line of a key of a service, or of the service where it has no such key; 0 where the file
   * has neither.
   *
   * @param path the service, then a key of it
   */
  public int line(List<String> path) {
    int line = 0;
    YamlNode node =
        root instanceof Mapping top ? under(top, "services").map(Entry::value).orElse(top) : root;
    for (String key : path) {
      Optional<Entry> entry =
          node instanceof Mapping mapping ? under(mapping, key) : Optional.empty();
      if (entry.isEmpty()) {
        return line;
      }
      line = entry.get().key().place().line();
      node = entry.get().value();
    }
    return line;
  }

  private static Optional<Entry> under(Mapping mapping, String key) {
    return mapping.entry(key);
  }
}
