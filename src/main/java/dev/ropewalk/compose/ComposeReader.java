package dev.ropewalk.compose;

import dev.ropewalk.text.YamlNode;
import dev.ropewalk.text.YamlNode.Entry;
import dev.ropewalk.text.YamlNode.Mapping;
import dev.ropewalk.text.YamlNode.Scalar;
import dev.ropewalk.text.YamlNode.Sequence;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Reads compose files where Compose is not there to do it. */
public final class ComposeReader {
  private static final Set<String> STANDARD_NAMES =
      Set.of("compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml");
  private static final List<String> OVERRIDES =
      List.of(
          "compose.override.yml",
          "compose.override.yaml",
          "docker-compose.override.yml",
          "docker-compose.override.yaml");

  private final Function<Path, Optional<String>> files;
  private final Predicate<Path> folders;
  private final Path folder;
  private final Map<String, String> variables;
  private final Set<Path> open = new HashSet<>();
  private int loaded;

  /**
   * For files beside which no folder is known.
   *
   * @param folder that of the file, from which relative paths begin
   * @param files the text of a file by its absolute path; empty where there is none
   * @param environment wins over the file {@code .env} in the folder
   */
  public ComposeReader(
      Path folder, Function<Path, Optional<String>> files, Map<String, String> environment) {
    this(folder, files, _ -> false, environment);
  }

  /**
   * @param folder that of the file, from which relative paths begin
   * @param files the text of a file by its absolute path; empty where there is none
   * @param folders whether an absolute path is that of a folder
   * @param environment wins over the file {@code .env} in the folder
   */
  public ComposeReader(
      Path folder,
      Function<Path, Optional<String>> files,
      Predicate<Path> folders,
      Map<String, String> environment) {
    this.folder = folder;
    this.files = files;
    this.folders = folders;
    Map<String, String> all = new LinkedHashMap<>();
    files
        .apply(folder.resolve(".env"))
        .ifPresent(text -> all.putAll(EnvironmentFile.read(text, environment)));
    all.putAll(environment);
    this.variables = Map.copyOf(all);
  }

  /**
   * The files that Compose puts together when it is asked for this one: what it finds by itself has
   * the override file beside it put over it.
   *
   * @param name of the file in its folder
   * @param isThere whether there is a file of that name in the folder
   */
  public static List<String> together(String name, Predicate<String> isThere) {
    List<String> all = new ArrayList<>(List.of(name));
    if (STANDARD_NAMES.contains(name)) {
      OVERRIDES.stream().filter(isThere).findFirst().ifPresent(all::add);
    }
    return all;
  }

  /**
   * Reads these files, each put over those before it.
   *
   * @throws Unreadable when Compose would refuse them
   */
  public ComposeFile read(List<String> names) throws Unreadable {
    Mapping root = load(names.getFirst());
    for (String name : names.subList(1, names.size())) {
      root = Merging.over(root, load(name));
    }
    return project(names.getFirst(), root);
  }

  /**
   * Reads what Compose itself prints of a file, in which all is put in.
   *
   * @param folder that of the file, as Compose knows it
   * @throws Unreadable when it is no compose file
   */
  public static ComposeFile told(Path folder, String config) throws Unreadable {
    ComposeReader reader = new ComposeReader(folder, _ -> Optional.empty(), Map.of());
    Document document = Document.read("what Compose prints", config, new Interpolation(Map.of()));
    return new ComposeFile(reader.services(document.name(), document.root()));
  }

  private ComposeFile project(String file, Mapping root) throws Unreadable {
    Map<String, Service> services = services(file, root);
    if (services.isEmpty()) {
      throw new Unreadable(file, 0, "The file has no service.", "Write one under `services:`.");
    }
    Optional<Places> places = loaded == 1 ? Optional.of(new Places(root)) : Optional.empty();
    new References(file, root, places, services, name -> folders.test(folder.resolve(name)))
        .check();
    return new ComposeFile(services);
  }

  private Map<String, Service> services(String file, Mapping root) throws Unreadable {
    Map<String, Service> services = new LinkedHashMap<>();
    for (Entry service : new Document(file, root).services()) {
      services.put(
          service.key().text(), new ServiceReader(file, folder, files, variables, service).read());
    }
    return services;
  }

  /** A file with what it includes, and with each service put over the one that it extends. */
  private Mapping load(String name) throws Unreadable {
    Path path = folder.resolve(name).normalize();
    if (!open.add(path)) {
      throw new Unreadable(name, 0, "The file includes or extends itself.", "");
    }
    Document document = document(name);
    List<Entry> services = new ArrayList<>();
    for (Entry service : document.services()) {
      services.add(
          new Entry(
              service.key(),
              extended(document, service.key(), service.key().text(), new HashSet<>())));
    }
    Mapping whole = with(document.root(), "services", services);
    for (String other : included(document)) {
      whole = Merging.over(load(other), whole);
    }
    open.remove(path);
    return whole;
  }

  private Document document(String name) throws Unreadable {
    Optional<String> text = files.apply(folder.resolve(name).normalize());
    if (text.isEmpty()) {
      throw new Unreadable(name, 0, "There is no such file.", "");
    }
    loaded++;
    Document document = Document.read(name, text.get(), new Interpolation(variables));
    Path parent = Path.of(name).getParent();
    return parent == null ? document : new Document(name, Rebase.from(parent, document.root()));
  }

  private static Mapping with(Mapping root, String key, List<Entry> entries) {
    List<Entry> all =
        new ArrayList<>(root.entries().stream().filter(e -> !e.key().text().equals(key)).toList());
    all.add(new Entry(new Scalar(root.place(), key, true), new Mapping(root.place(), entries)));
    return new Mapping(root.place(), all);
  }

  /**
   * @param by what asks for the service
   */
  private YamlNode extended(Document document, YamlNode by, String service, Set<String> seen)
      throws Unreadable {
    Optional<Entry> there =
        document.services().stream().filter(e -> e.key().text().equals(service)).findFirst();
    if (there.isEmpty()) {
      throw Unreadable.at(
          document.name(),
          by,
          "There is no service `%s` to extend.".formatted(service),
          "Check its spelling, and the file that `extends` names.");
    }
    if (!seen.add(document.name() + ":" + service)) {
      throw Unreadable.at(
          document.name(),
          there.get().key(),
          "The service `%s` extends itself.".formatted(service),
          "Take one `extends` out.");
    }
    if (!(there.get().value() instanceof Mapping body) || body.entry("extends").isEmpty()) {
      return there.get().value();
    }
    YamlNode base = body.entry("extends").get().value();
    String of = base instanceof Mapping how ? text(how, "service") : scalar(base);
    String from = base instanceof Mapping how ? text(how, "file") : "";
    Document other = from.isEmpty() ? document : document(beside(document.name(), from));
    Mapping own =
        new Mapping(
            body.place(),
            body.entries().stream().filter(e -> !e.key().text().equals("extends")).toList());
    return extended(other, base, of, seen) instanceof Mapping below
        ? Merging.over(below, own)
        : own;
  }

  private static List<String> included(Document document) {
    List<String> names = new ArrayList<>();
    document
        .root()
        .entry("include")
        .map(Entry::value)
        .ifPresent(
            node -> {
              for (YamlNode item : node instanceof Sequence(_, var items) ? items : List.of(node)) {
                String path = item instanceof Mapping how ? text(how, "path") : scalar(item);
                names.add(beside(document.name(), path));
              }
            });
    return names;
  }

  /** A file that another one names, as the main one would name it. */
  private static String beside(String file, String name) {
    return Path.of(file).resolveSibling(name).normalize().toString();
  }

  private static String text(Mapping mapping, String key) {
    return mapping.entry(key).map(entry -> scalar(entry.value())).orElse("");
  }

  private static String scalar(YamlNode node) {
    return node instanceof Scalar scalar ? scalar.text() : "";
  }
}
