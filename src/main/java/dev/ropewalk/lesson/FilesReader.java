package dev.ropewalk.lesson;

import dev.ropewalk.check.syntax.NodeReader;
import dev.ropewalk.check.value.Variables;
import dev.ropewalk.text.Place;
import dev.ropewalk.text.Suggestion;
import dev.ropewalk.text.YamlNode;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads which files of the course a lesson brings along. */
final class FilesReader {
  /** What a lesson brings is laid while the learner waits. */
  static final int MOST_FILES = 1000;

  static final long MOST_BYTES = 100L << 20;

  /** Where the files lie from which images are built, until they are. */
  private static final String IMAGES = ".images/";

  private static final Pattern IMAGE =
      Pattern.compile("[a-z0-9]+(?:[._/-]+[a-z0-9]+)*(?::[\\w][\\w.-]{0,127})?");

  private final NodeReader reading;
  private final Path course;
  private final Variables values;

  FilesReader(NodeReader reading, Path course, Variables values) {
    this.reading = reading;
    this.course = course;
    this.values = values;
  }

  /**
   * The lesson's working folder, if it has one of its own.
   *
   * @param setUp whether lines are run in it before the learner's
   */
  Optional<WorkingFolder> folder(LessonId id, YamlNode.Mapping root, boolean setUp) {
    List<LessonFile> files = new ArrayList<>();
    root.entry("files").ifPresent(e -> files.addAll(files(e.value())));
    builds(root).forEach((image, folder) -> files.addAll(image(image, folder)));
    boolean own = root.entry("folder").filter(e -> isOwn(e.value())).isPresent();
    return own || setUp || root.entry("files").isPresent()
        ? Optional.of(new WorkingFolder(id.slug(), files))
        : Optional.empty();
  }

  private boolean isOwn(YamlNode node) {
    Optional<String> text = reading.text(node, "`folder`");
    if (text.isPresent() && !text.get().equals("own")) {
      reading
          .problems()
          .add(
              node.place(),
              "`" + text.get() + "` is no kind of folder",
              "write `folder: own`, or leave it out");
    }
    return text.isPresent();
  }

  /** The command lines that build images from files of the course. */
  Script buildLines(YamlNode.Mapping root) {
    return new Script(
        builds(root).keySet().stream()
            .map(image -> "docker build -q -t %s %s".formatted(image, buildFolder(image)))
            .collect(Collectors.joining("\n")));
  }

  /** The images to build, with their folders. */
  private static Map<String, YamlNode> builds(YamlNode.Mapping root) {
    Map<String, YamlNode> builds = new LinkedHashMap<>();
    root.entry("needs")
        .filter(e -> e.value() instanceof YamlNode.Mapping)
        .flatMap(e -> ((YamlNode.Mapping) e.value()).entry("images"))
        .filter(e -> e.value() instanceof YamlNode.Sequence)
        .map(e -> ((YamlNode.Sequence) e.value()).items())
        .orElse(List.of())
        .forEach(
            item -> {
              if (item instanceof YamlNode.Mapping mapping) {
                mapping.entries().forEach(e -> builds.put(e.key().text(), e.value()));
              }
            });
    return builds;
  }

  /** The files of {@code files}: the name of a folder, or a mapping. */
  List<LessonFile> files(YamlNode node) {
    if (node instanceof YamlNode.Mapping mapping) {
      reading.allow(mapping, "`files`", CheckFile.FILES.names());
      if (mapping.entry("folder").isEmpty()) {
        reading
            .problems()
            .add(
                mapping.place(), "`files` has no `folder`", "add `folder:` with one of the course");
      }
      Map<String, LessonFile> files =
          mapping.entry("folder").map(e -> folder(e.value(), "")).orElse(Map.of());
      Map<String, LessonFile> filled = new LinkedHashMap<>(files);
      mapping
          .entry("fill")
          .flatMap(e -> reading.sequence(e.value(), "`fill`"))
          .map(YamlNode.Sequence::items)
          .orElse(List.of())
          .forEach(item -> fill(item, files).ifPresent(file -> filled.put(file.path(), file)));
      return List.copyOf(filled.values());
    }
    return List.copyOf(folder(node, "").values());
  }

  /** The files from which an image is built. */
  List<LessonFile> image(String image, YamlNode folder) {
    if (!IMAGE.matcher(image).matches()) {
      reading
          .problems()
          .add(
              folder.place(),
              "`" + image + "` cannot be the name of an image",
              "use small letters, digits and single `.`, `_`, `-`, `/`, as in `shop` or `shop:1.2`");
      return List.of();
    }
    Map<String, LessonFile> files = folder(folder, buildFolder(image) + "/");
    if (!files.isEmpty() && !files.containsKey(buildFolder(image) + "/Dockerfile")) {
      reading
          .problems()
          .add(
              folder.place(),
              "there is no `Dockerfile` in the folder `" + said(folder) + "`",
              "add one: the image `" + image + "` is built from it");
    }
    return List.copyOf(files.values());
  }

  /** Where these lie, from the working folder. */
  static String buildFolder(String image) {
    return IMAGES + image.replaceAll("[^A-Za-z0-9._-]", "-");
  }

  private Optional<LessonFile> fill(YamlNode node, Map<String, LessonFile> files) {
    Optional<String> name = reading.text(node, "a file");
    if (name.isPresent() && !files.containsKey(name.get())) {
      String fix =
          Suggestion.nearest(name.get(), files.keySet())
              .map(near -> "did you mean `" + near + "`?")
              .orElse("name files of that folder, as in `fill: [conf/app.ini]`");
      reading.problems().add(node.place(), "the folder has no file `" + name.get() + "`", fix);
    }
    return name.map(files::get).flatMap(file -> filled(file, node.place()));
  }

  private Optional<LessonFile> filled(LessonFile file, Place place) {
    try {
      String text = values.fill(Files.readString(file.source()));
      return Optional.of(
          new LessonFile(file.path(), file.source(), Optional.of(text), file.executable()));
    } catch (CharacterCodingException e) {
      reading
          .problems()
          .add(
              place,
              "`" + file.path() + "` is no text in UTF-8, so that no value can be put in",
              "take it out of `fill`");
    } catch (IOException e) {
      unreadable(place, file.path());
    }
    return Optional.empty();
  }

  /** All files below a folder of the course, by where they go. */
  private Map<String, LessonFile> folder(YamlNode node, String to) {
    Optional<String> name = reading.text(node, "a folder");
    if (name.isEmpty()) {
      return Map.of();
    }
    Path folder = course.resolve(name.get()).normalize();
    if (!folder.startsWith(course.normalize()) || folder.equals(course.normalize())) {
      reading
          .problems()
          .add(
              node.place(),
              "`" + name.get() + "` is no folder inside the course",
              "name one below the course's folder, as in `files: files/10-first`");
      return Map.of();
    }
    if (!Files.isDirectory(folder)) {
      reading
          .problems()
          .add(
              node.place(),
              "there is no folder `" + name.get() + "` in the course",
              nearest(name.get())
                  .map(near -> "did you mean `" + near + "`?")
                  .orElse("make it beside `lessons/` and `checks/`, with the files in it"));
      return Map.of();
    }
    if (Course.leadsOut(course, folder)) {
      reading
          .problems()
          .add(
              node.place(),
              "`" + name.get() + "` is a link out of the course",
              "put a copy of the folder in its place");
      return Map.of();
    }
    return below(folder, to, node.place());
  }

  private Optional<String> nearest(String name) {
    try (Stream<Path> all = Files.walk(course, 2)) {
      return Suggestion.nearest(
          name,
          all.filter(Files::isDirectory)
              .map(path -> course.relativize(path).toString())
              .filter(path -> !path.startsWith("."))
              .collect(Collectors.toSet()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private Map<String, LessonFile> below(Path folder, String to, Place place) {
    Map<String, LessonFile> files = new TreeMap<>();
    long bytes = 0;
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.filter(path -> !Files.isDirectory(path)).toList()) {
        String name = to + folder.relativize(path).toString().replace('\\', '/');
        if (Files.isSymbolicLink(path) || !Files.isRegularFile(path)) {
          reading
              .problems()
              .add(place, "`" + name + "` is no plain file", "put a copy of it in its place");
          continue;
        }
        if (name.chars().anyMatch(Character::isISOControl)) {
          reading
              .problems()
              .add(place, "a file's name has a control character in it", "rename the file");
          continue;
        }
        bytes += Files.size(path);
        files.put(name, new LessonFile(name, path, Optional.empty(), Files.isExecutable(path)));
      }
    } catch (IOException e) {
      unreadable(place, folder.toString());
    }
    if (files.size() > MOST_FILES || bytes > MOST_BYTES) {
      reading
          .problems()
          .add(
              place,
              "the folder has %s files with %s MiB; at most %s with %s MiB are laid out"
                  .formatted(files.size(), bytes >> 20, MOST_FILES, MOST_BYTES >> 20),
              "bring less along, for instance by an image of your own");
    }
    return files;
  }

  private void unreadable(Place place, String what) {
    reading.problems().add(place, "`" + what + "` cannot be read", "look at its permissions");
  }

  private static String said(YamlNode node) {
    return node instanceof YamlNode.Scalar scalar ? scalar.text() : "";
  }
}
