package dev.ropewalk.author;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ropewalk.text.BrokenSource;
import dev.ropewalk.text.Diagnostic;
import dev.ropewalk.text.Place;
import dev.ropewalk.text.Problems;
import dev.ropewalk.text.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds the scenarios and Labspaces of a folder in their order: the folder itself, those that its
 * {@code structure.json} or Katacoda's {@code NAME-pathway.json} files list, or all that lie below
 * it; and after them those that no list names.
 */
final class ScenarioFinder {
  private static final int DEEPEST = 6;
  private static final int DEEPEST_OF_ALL = 12;
  private static final int MOST = 500;

  private final ScenarioFolder files;
  private final List<Diagnostic> found;
  private final Set<Path> scenarios = new LinkedHashSet<>();

  /** Folders that were looked at, and the files of Labspaces that were found. */
  private final Set<Path> seen = new HashSet<>();

  /**
   * @param found takes what is wrong in the lists
   */
  ScenarioFinder(ScenarioFolder files, List<Diagnostic> found) {
    this.files = files;
    this.found = found;
  }

  /**
   * The folders of scenarios.
   *
   * @param listed in the order of the lists
   * @param others that no list names, in the order of their paths
   */
  record Found(List<Path> listed, List<Path> others) {
    Found {
      listed = List.copyOf(listed);
      others = List.copyOf(others);
    }
  }

  Found find() throws IOException {
    look(files.root(), 0);
    List<Path> listed = List.copyOf(scenarios);
    for (Path each : listed) {
      LabspaceReader.find(each).ifPresent(seen::add);
    }
    List<Path> others = new ArrayList<>();
    others(files.root(), 0, others);
    if (scenarios.size() + others.size() > MOST) {
      throw new BrokenSource(
          List.of(
              new Diagnostic(
                  new Source(files.root().toString(), ""),
                  Place.START,
                  "there are more than " + MOST + " scenarios in this folder",
                  "import one course of it at a time")));
    }
    return new Found(listed, others);
  }

  /** What looks like a scenario and is none of those that are found already. */
  private void others(Path folder, int depth, List<Path> others) throws IOException {
    if (depth > DEEPEST_OF_ALL || others.size() > MOST) {
      return;
    }
    // The file of a Labspace may lie in a folder of it, which then looks like another one.
    boolean isLabspace = LabspaceReader.find(folder).filter(seen::add).isPresent();
    if (!scenarios.contains(folder) && (isLabspace || ScenarioReader.isIndex(folder))) {
      others.add(folder);
    }
    for (Path each : folders(folder)) {
      others(each, depth + 1, others);
    }
  }

  private void look(Path folder, int depth) throws IOException {
    if (depth > DEEPEST || scenarios.size() > MOST || !seen.add(folder)) {
      return;
    }
    if (isFile(folder.resolve("index.json")) || LabspaceReader.find(folder).isPresent()) {
      scenarios.add(folder);
    } else if (isFile(folder.resolve("structure.json"))) {
      listed(folder.resolve("structure.json"), folder, depth, "items", "path");
    } else if (!pathways(folder).isEmpty()) {
      for (Path pathway : pathways(folder)) {
        String name = pathway.getFileName().toString().replace("-pathway.json", "");
        Path below = folder.resolve(name);
        listed(pathway, Files.isDirectory(below) ? below : folder, depth, "courses", "course_id");
      }
    } else {
      for (Path each : folders(folder)) {
        look(each, depth + 1);
      }
    }
  }

  private void listed(Path list, Path folder, int depth, String items, String key)
      throws IOException {
    Problems problems;
    try {
      problems = new Problems(ScenarioFolder.text(files.name(list), list));
    } catch (BrokenSource broken) {
      found.addAll(broken.diagnostics());
      return;
    }
    Optional<JsonNode> root = ScenarioReader.json(problems);
    if (root.isPresent() && !root.get().path(items).isArray()) {
      problems.add(Place.START, "there is no list `" + items + "`", "add it, or remove the file");
    }
    if (root.isPresent()) {
      for (JsonNode item : root.get().path(items)) {
        String name = item.path(key).asText("");
        Place place = ScenarioReader.place(problems.source(), name);
        Optional<Path> path =
            name.isBlank() ? Optional.empty() : files.find(folder, name, problems, place);
        if (path.isPresent() && !scenarios.contains(path.get())) {
          int before = scenarios.size();
          look(path.get(), depth + 1);
          if (scenarios.size() == before) {
            problems.add(place, "there is no new scenario in `" + name + "`", "remove it");
          }
        }
      }
    }
    found.addAll(problems.all());
  }

  private static List<Path> pathways(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> file.getFileName().toString().endsWith("-pathway.json"))
          .filter(ScenarioFinder::isFile)
          .sorted()
          .toList();
    }
  }

  private static List<Path> folders(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(each -> Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS))
          .filter(each -> !each.getFileName().toString().startsWith("."))
          .sorted()
          .toList();
    }
  }

  private static boolean isFile(Path file) {
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
  }
}
