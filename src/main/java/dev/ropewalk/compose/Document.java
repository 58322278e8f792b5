package dev.ropewalk.compose;

import dev.ropewalk.text.Diagnostic;
import dev.ropewalk.text.Problems;
import dev.ropewalk.text.Source;
import dev.ropewalk.text.Yaml;
import dev.ropewalk.text.YamlNode;
import java.util.List;
import java.util.Optional;

/**
 * One file, with anchors, merge keys and variables put in.
 *
 * @param name as people know it
 * @param root its keys, of which there are none but those of a compose file
 */
record Document(String name, YamlNode.Mapping root) {
  static Document read(String name, String text, Interpolation variables) throws Unreadable {
    Problems problems = new Problems(new Source(name, text));
    Optional<YamlNode> node = Yaml.readWithAnchors(problems);
    Optional<Diagnostic> problem = problems.all().stream().findFirst();
    if (problem.isPresent()) {
      throw Unreadable.of(problem.get());
    }
    if (node.isEmpty()) {
      throw new Unreadable(name, 0, "The file is empty.", "Begin it with `services:`.");
    }
    YamlNode put = variables.into(node.get(), name);
    if (!(put instanceof YamlNode.Mapping root)) {
      throw Unreadable.at(
          name, put, "The file is %s.".formatted(put.kind()), "Begin it with `services:`.");
    }
    Keys.FILE.check(root, name);
    for (YamlNode.Entry service : services(name, root)) {
      refuseKey(service, name);
    }
    for (YamlNode.Entry service : services(name, root)) {
      Keys.SERVICE.check(mapping(service, name), name);
    }
    return new Document(name, root);
  }

  /** Its services. */
  List<YamlNode.Entry> services() throws Unreadable {
    return services(name, root);
  }

  private static List<YamlNode.Entry> services(String name, YamlNode.Mapping root)
      throws Unreadable {
    Optional<YamlNode.Entry> services =
        root.entry("services").filter(e -> !e.value().kind().equals("nothing"));
    if (services.isEmpty()) {
      return List.of();
    }
    if (!(services.get().value() instanceof YamlNode.Mapping(_, var entries))) {
      throw Unreadable.at(
          name,
          services.get().value(),
          "`services` is %s.".formatted(services.get().value().kind()),
          "Write each service as its name with a colon, two blanks further in.");
    }
    return entries;
  }

  private static YamlNode.Mapping mapping(YamlNode.Entry service, String file) throws Unreadable {
    if (service.value() instanceof YamlNode.Mapping mapping) {
      return mapping;
    }
    throw Unreadable.at(
        file,
        service.key(),
        "The service `%s` is %s.".formatted(service.key().text(), service.value().kind()),
        "Write what it has as `key: value` lines, two blanks further in, with a blank after each colon.");
  }

  /** A key of a service that is not indented enough leaves the service before it with nothing. */
  private static void refuseKey(YamlNode.Entry service, String file) throws Unreadable {
    String name = service.key().text();
    if (Keys.SERVICE.has(name) && !(service.value() instanceof YamlNode.Mapping)) {
      throw Unreadable.at(
          file,
          service.key(),
          "`%s` stands where the name of a service stands.".formatted(name),
          "Indent it further than the service that it belongs to.");
    }
  }
}
