package dev.ropewalk.compose;

import dev.ropewalk.compose.Service.Mount;
import dev.ropewalk.compose.Service.PublishedPort;
import dev.ropewalk.text.YamlNode;
import dev.ropewalk.text.YamlNode.Entry;
import dev.ropewalk.text.YamlNode.Mapping;
import dev.ropewalk.text.YamlNode.Scalar;
import dev.ropewalk.text.YamlNode.Sequence;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads one service, whatever way each thing is written in. */
final class ServiceReader {
  private static final List<String> CONDITIONS =
      List.of("service_started", "service_healthy", "service_completed_successfully");

  private final String file;
  private final Path folder;
  private final Function<Path, Optional<String>> files;
  private final Map<String, String> variables;
  private final String name;
  private final Mapping body;

  /**
   * @param file as people know it
   * @param folder that relative paths begin at
   * @param files the text of a file, for those with variables
   */
  ServiceReader(
      String file,
      Path folder,
      Function<Path, Optional<String>> files,
      Map<String, String> variables,
      Entry service)
      throws Unreadable {
    this.file = file;
    this.folder = folder;
    this.files = files;
    this.variables = variables;
    this.name = service.key().text();
    this.body =
        service.value() instanceof Mapping mapping
            ? mapping
            : new Mapping(service.value().place(), List.of());
  }

  Service read() throws Unreadable {
    List<PublishedPort> ports = new ArrayList<>();
    for (YamlNode item : list("ports", "- \"8080:80\"")) {
      ports.addAll(ports(item));
    }
    List<Mount> mounts = new ArrayList<>();
    for (YamlNode item : list("volumes", "- data:/data")) {
      mounts.add(mount(item));
    }
    Map<String, String> dependsOn = new LinkedHashMap<>();
    for (Entry entry : table("depends_on", "- db")) {
      dependsOn.put(entry.key().text(), condition(entry));
    }
    ServiceSettings settings = new ServiceSettings(body);
    return new Service(
        name,
        field(body, "image").filter(text -> !text.isEmpty()),
        build(),
        command(),
        ports,
        dependsOn,
        mounts,
        networks(),
        texts(list("profiles", "- debug")),
        env(),
        field(body, "restart").filter(text -> !text.isEmpty()),
        settings.healthcheck(),
        settings.logDriver(),
        settings.logOptions());
  }

  private String condition(Entry dependency) throws Unreadable {
    String condition =
        dependency.value() instanceof Mapping how
            ? field(how, "condition").orElse(CONDITIONS.getFirst())
            : CONDITIONS.getFirst();
    if (!CONDITIONS.contains(condition)) {
      throw Unreadable.at(
          file,
          dependency.value(),
          "`%s` is no condition of the service `%s`.".formatted(condition, name),
          "It is `%s`.".formatted(String.join("`, `", CONDITIONS)));
    }
    return condition;
  }

  private Optional<String> build() throws Unreadable {
    Optional<Entry> build = body.entry("build");
    return build.isEmpty()
        ? Optional.empty()
        : build.get().value() instanceof Mapping how
            ? Optional.of(field(how, "context").map(this::nearby).orElse("."))
            : field(body, "build").map(this::nearby);
  }

  private List<String> command() {
    YamlNode node = value("command");
    return node instanceof Sequence(_, var items) ? texts(items) : ShortForms.words(text(node));
  }

  private List<String> networks() throws Unreadable {
    List<String> names =
        table("networks", "- back").stream().map(entry -> entry.key().text()).toList();
    return names.isEmpty() && body.entry("network_mode").isEmpty() ? List.of("default") : names;
  }

  private Map<String, String> env() throws Unreadable {
    Map<String, String> env = new LinkedHashMap<>();
    for (Entry entry : table("environment", "- NAME=value")) {
      String name = entry.key().text();
      env.put(
          name,
          entry.value() instanceof Scalar scalar && scalar.empty()
              ? variables.getOrDefault(name, "")
              : text(entry.value()));
    }
    Optional<Entry> given = body.entry("env_file");
    if (given.isPresent()) {
      Map<String, String> ofFiles = new LinkedHashMap<>();
      YamlNode node = given.get().value();
      for (YamlNode item : node instanceof Sequence(_, var items) ? items : List.of(node)) {
        ofFiles.putAll(variablesOf(item));
      }
      ofFiles.forEach(env::putIfAbsent);
    }
    return env;
  }

  private Map<String, String> variablesOf(YamlNode item) throws Unreadable {
    boolean needed =
        !(item instanceof Mapping how) || !field(how, "required").orElse("").equals("false");
    String path = item instanceof Mapping how ? field(how, "path").orElse("") : text(item);
    Optional<String> text = files.apply(folder.resolve(path));
    if (text.isEmpty() && needed) {
      throw Unreadable.at(
          file, item, "There is no file `%s`.".formatted(path), "Make it, or leave it out.");
    }
    return EnvironmentFile.read(text.orElse(""), variables);
  }

  private List<PublishedPort> ports(YamlNode item) throws Unreadable {
    if (item instanceof Mapping how) {
      String protocol = field(how, "protocol").filter(text -> !text.isEmpty()).orElse("tcp");
      return List.of(
          new PublishedPort(
              field(how, "target").orElse("") + "/" + protocol,
              field(how, "published").orElse(""),
              field(how, "host_ip").orElse("")));
    }
    String written = text(item);
    Optional<List<PublishedPort>> ports = ShortForms.ports(written);
    if (ports.isEmpty()) {
      throw Unreadable.at(
          file,
          item,
          "`%s` is no port of the service `%s`.".formatted(written, name),
          "It is `\"HOST:CONTAINER\"`, both from 1 to 65535.");
    }
    return ports.get();
  }

  private Mount mount(YamlNode item) throws Unreadable {
    Mount mount = item instanceof Mapping how ? mount(how) : mount(item, text(item));
    return ShortForms.isFolder(mount.source())
        ? new Mount(mount.type(), nearby(mount.source()), mount.target(), mount.readOnly())
        : mount;
  }

  private Mount mount(Mapping how) {
    return new Mount(
        field(how, "type").orElse("volume"),
        field(how, "source").orElse(""),
        field(how, "target").orElse(""),
        field(how, "read_only").orElse("").equals("true"));
  }

  private Mount mount(YamlNode item, String written) throws Unreadable {
    Mount mount = ShortForms.mount(written);
    if (!mount.target().startsWith("/") || written.split(":", -1).length > 3) {
      throw Unreadable.at(
          file,
          item,
          "`%s` is no mount of the service `%s`: the place in the container begins with `/`."
              .formatted(written, name),
          "It is `NAME:/place`, or `./folder:/place`.");
    }
    return mount;
  }

  /** A path below the folder of the file as one that begins there. */
  private String nearby(String path) {
    if (path.contains("://") || path.startsWith("~") || path.startsWith("git@")) {
      return path;
    }
    Path whole = folder.resolve(path).normalize();
    return whole.equals(folder.normalize())
        ? "."
        : whole.startsWith(folder.normalize())
            ? "./" + folder.normalize().relativize(whole)
            : whole.toString();
  }

  private List<YamlNode> list(String key, String example) throws Unreadable {
    YamlNode node = value(key);
    if (node instanceof Sequence(_, var items)) {
      return items;
    }
    if (node instanceof Scalar scalar && scalar.empty()) {
      return List.of();
    }
    throw other(key, node, "a list", example);
  }

  /** A mapping, or a list of names with or without a value. */
  private List<Entry> table(String key, String example) throws Unreadable {
    YamlNode node = Merging.table(value(key));
    if (node instanceof Mapping(_, var entries)) {
      return entries;
    }
    if (node instanceof Scalar scalar && scalar.empty()) {
      return List.of();
    }
    throw other(key, node, "a list or a mapping", example);
  }

  private YamlNode value(String key) {
    return body.entry(key).map(Entry::value).orElseGet(() -> new Scalar(body.place(), "", true));
  }

  private Unreadable other(String key, YamlNode node, String wanted, String example) {
    boolean list = node instanceof Sequence;
    return Unreadable.at(
        file,
        node,
        list
            ? "An item of `%s` of the service `%s` is no single word.".formatted(key, name)
            : "`%s` of the service `%s` is %s, but must be %s."
                .formatted(key, name, node.kind(), wanted),
        "Write each item on a line of its own: `%s`.".formatted(example));
  }

  static List<String> texts(List<YamlNode> nodes) {
    return nodes.stream().map(ServiceReader::text).toList();
  }

  static Optional<String> field(Mapping mapping, String key) {
    return mapping.entry(key).map(entry -> text(entry.value()));
  }

  static String text(YamlNode node) {
    return node instanceof Scalar scalar && !scalar.empty() ? scalar.text() : "";
  }
}
