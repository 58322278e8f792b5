package dev.ropewalk.author;

import dev.ropewalk.text.Place;
import dev.ropewalk.text.Problems;
import dev.ropewalk.text.Source;
import dev.ropewalk.text.Yaml;
import dev.ropewalk.text.YamlNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads a Labspace: a {@code labspace.yaml} with the list of its sections, and a Markdown file for
 * each. The first section that runs nothing is the introduction; the last one, the end.
 */
final class LabspaceReader {
  private static final int MOST_STEPS = 200;

  private final ScenarioFolder files;
  private final Path yaml;
  private final Problems problems;
  private final List<Scenario.Lost> lost = new ArrayList<>();

  private LabspaceReader(ScenarioFolder files, Path yaml) {
    this.files = files;
    this.yaml = yaml;
    this.problems = new Problems(ScenarioFolder.text(files.name(yaml), yaml));
  }

  /** The {@code labspace.yaml} of a folder, where it has one. */
  static Optional<Path> find(Path folder) {
    return Stream.of(
            "labspace.yaml", "labspace/labspace.yaml", ".labspace/labspace.yaml", "labspace.yml")
        .map(folder::resolve)
        .filter(Files::isRegularFile)
        .findFirst();
  }

  /**
   * Reads one.
   *
   * @throws dev.ropewalk.text.BrokenSource with all that is wrong in it
   */
  static Scenario read(ScenarioFolder files, Path folder, Path yaml) {
    LabspaceReader reader = new LabspaceReader(files, yaml);
    files.use(yaml);
    Optional<YamlNode> root = Yaml.read(reader.problems);
    Optional<Scenario> scenario = root.map(node -> reader.scenario(node, folder));
    if (root.isEmpty() && reader.problems.none()) {
      reader.problems.add(Place.START, "this file is empty", "add `title:` and `sections:`");
    }
    reader.problems.throwIfAny();
    return scenario.orElseThrow();
  }

  private Scenario scenario(YamlNode root, Path folder) {
    List<Scenario.Page> pages = new ArrayList<>();
    for (YamlNode section : Lint.child(root, "sections").map(Lint::items).orElse(List.of())) {
      page(section, pages.size() + 1).ifPresent(pages::add);
    }
    if (pages.size() > MOST_STEPS) {
      problems.add(
          Place.START, "this Labspace has more than " + MOST_STEPS + " sections", "make several");
    }
    boolean introduced = pages.size() > 1 && readOnly(pages.getFirst());
    Scenario.Page intro = introduced ? pages.removeFirst() : Scenario.Page.NONE;
    boolean ended = pages.size() > 1 && readOnly(pages.getLast());
    Scenario.Page finish = ended ? pages.removeLast() : Scenario.Page.NONE;
    if (pages.isEmpty()) {
      problems.add(
          root.place(),
          "this Labspace has no sections",
          "add `sections:` with a `contentPath:` each");
    }
    if (root instanceof YamlNode.Mapping(_, var entries)) {
      entries.stream()
          .map(entry -> entry.key().text())
          .filter(key -> !List.of("title", "description", "sections").contains(key))
          .forEach(key -> lost("`" + key + "`: a lesson has no such thing"));
    }
    return new Scenario(
        Scenario.Form.LABSPACE,
        files.name(folder),
        word(root, "title").orElse(folder.getFileName().toString()),
        word(root, "description").orElse(""),
        "",
        intro,
        pages.stream()
            .map(
                page ->
                    new Scenario.Step(page, Optional.empty(), Optional.empty(), Optional.empty()))
            .toList(),
        finish,
        assets(folder),
        lost);
  }

  /** The learner's project: the folder of that name, else what lies beside the Labspace's own. */
  private List<Scenario.Asset> assets(Path folder) {
    ScenarioAssets assets = new ScenarioAssets(files, folder, problems, lost);
    Path project = folder.resolve("project");
    return Files.isDirectory(project)
        ? assets.all(project, List.of())
        : assets.all(
            folder,
            Stream.of(
                    ".git",
                    ".github",
                    ".labspace",
                    "labspace",
                    "labspace.yaml",
                    "LICENSE",
                    "README.md",
                    ".gitignore",
                    "compose.override.yaml")
                .map(folder::resolve)
                .toList());
  }

  private static boolean readOnly(Scenario.Page page) {
    return page.text().map(Source::text).map(LabspaceText::of).stream()
        .allMatch(text -> text.commands().isEmpty());
  }

  private Optional<Scenario.Page> page(YamlNode section, int number) {
    Optional<YamlNode> path = Lint.child(section, "contentPath");
    if (path.isEmpty()) {
      problems.add(
          section.place(), "this section has no `contentPath`", "name its Markdown file there");
      return Optional.empty();
    }
    String name = Lint.text(path.get());
    Optional<Source> text = files.read(yaml.resolveSibling(""), name, problems, path.get().place());
    return Optional.of(
        new Scenario.Page(word(section, "title").orElse("Section " + number), text, List.of()));
  }

  private static Optional<String> word(YamlNode node, String key) {
    return Lint.child(node, key).map(Lint::text).filter(text -> !text.isBlank());
  }

  private void lost(String what) {
    lost.add(new Scenario.Lost(problems.source().name(), what));
  }
}
