package dev.ropewalk.compose;

import dev.ropewalk.text.YamlNode;
import dev.ropewalk.text.YamlNode.Entry;
import dev.ropewalk.text.YamlNode.Mapping;
import dev.ropewalk.text.YamlNode.Scalar;
import dev.ropewalk.text.YamlNode.Sequence;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/**
 * The relative paths of a file in another folder begin there: written so that they begin at the
 * folder of the main one.
 */
final class Rebase {
  private final Path from;

  private Rebase(Path from) {
    this.from = from;
  }

  /**
   * The keys of a file, with the paths of its services written anew.
   *
   * @param folder that of the file, from the folder of the main one
   */
  static Mapping from(Path folder, Mapping root) {
    Rebase rebase = new Rebase(folder);
    return each(
        root,
        "services",
        services ->
            services instanceof Mapping(var place, var entries)
                ? new Mapping(
                    place,
                    entries.stream()
                        .map(e -> new Entry(e.key(), rebase.service(e.value())))
                        .toList())
                : services);
  }

  private YamlNode service(YamlNode node) {
    if (!(node instanceof Mapping body)) {
      return node;
    }
    Mapping built =
        each(
            body,
            "build",
            build -> build instanceof Mapping how ? each(how, "context", this::path) : path(build));
    Mapping read = each(built, "env_file", this::paths);
    return each(read, "volumes", this::mounts);
  }

  private YamlNode paths(YamlNode node) {
    return switch (node) {
      case Scalar scalar -> path(scalar);
      case Mapping how -> each(how, "path", this::path);
      case Sequence(var place, var items) ->
          new Sequence(place, items.stream().map(this::paths).toList());
    };
  }

  private YamlNode mounts(YamlNode node) {
    return switch (node) {
      case Scalar scalar when scalar.text().startsWith(".") ->
          new Scalar(scalar.place(), moved(scalar.text()), scalar.plain());
      case Scalar scalar -> scalar;
      case Mapping how ->
          each(
              how,
              "source",
              source ->
                  source instanceof Scalar scalar && scalar.text().startsWith(".")
                      ? path(source)
                      : source);
      case Sequence(var place, var items) ->
          new Sequence(place, items.stream().map(this::mounts).toList());
    };
  }

  /** Only what stands before the first colon is a path of this machine. */
  private String moved(String mount) {
    int colon = mount.indexOf(':');
    return colon < 0 ? mount : dotted(mount.substring(0, colon)) + mount.substring(colon);
  }

  private YamlNode path(YamlNode node) {
    return node instanceof Scalar scalar && !scalar.text().contains("://")
        ? new Scalar(scalar.place(), dotted(scalar.text()), scalar.plain())
        : node;
  }

  /** It keeps a dot before it: without one it would be the name of a volume. */
  private String dotted(String path) {
    Path whole = from.resolve(path).normalize();
    return whole.isAbsolute() ? whole.toString() : "./" + whole;
  }

  private static Mapping each(Mapping mapping, String key, UnaryOperator<YamlNode> change) {
    return new Mapping(
        mapping.place(),
        mapping.entries().stream()
            .map(e -> e.key().text().equals(key) ? new Entry(e.key(), change.apply(e.value())) : e)
            .toList());
  }
}
