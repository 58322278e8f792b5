package dev.ropewalk.lesson;

import dev.ropewalk.text.BrokenSource;
import dev.ropewalk.text.Diagnostic;
import dev.ropewalk.text.Place;
import dev.ropewalk.text.Source;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files of a lesson, as paths below the folder of the course: {@code lessons/NN-slug.md} or
 * {@code lessons/NN-slug/lesson.md}, translations beside it ({@code NN-slug.de.md} or {@code
 * lesson.de.md}), and {@code checks/NN-slug.yaml}.
 *
 * @param translations by language
 */
record LessonFiles(LessonId id, String stem, String prose, Map<String, String> translations) {
  private static final String SLUG = "(\\d+)-([a-z0-9]+(?:-[a-z0-9]+)*)";
  private static final Pattern FOLDER = Pattern.compile(SLUG);
  private static final Pattern FILE = Pattern.compile(SLUG + "(?:\\.([A-Za-z0-9-]+))?\\.md");
  private static final Pattern INSIDE = Pattern.compile("lesson(?:\\.([A-Za-z0-9-]+))?\\.md");

  LessonFiles {
    translations = java.util.Collections.unmodifiableMap(new TreeMap<>(translations));
  }

  String checks() {
    return "checks/" + stem + ".yaml";
  }

  /**
   * The lessons of a course by number, known by the names of their files alone.
   *
   * @throws BrokenSource when there are none, two of the same name, or a file that is no lesson's
   */
  static List<LessonFiles> find(Path course) {
    try {
      return new Finder(course).find();
    } catch (IOException e) {
      throw broken(
          course + "/lessons",
          "the folder cannot be read",
          "name a folder that has `lessons/` and `checks/` in it");
    }
  }

  private static BrokenSource broken(String name, String message, String fix) {
    return new BrokenSource(
        List.of(new Diagnostic(new Source(name, ""), Place.START, message, fix)));
  }

  /** Goes through the folder of lessons. */
  private static final class Finder {
    private final Path course;
    private final Map<LessonId, LessonFiles> found = new LinkedHashMap<>();
    private final List<Translation> translations = new ArrayList<>();

    private record Translation(LessonId of, String stem, String language, String file) {}

    Finder(Path course) {
      this.course = course;
    }

    List<LessonFiles> find() throws IOException {
      Path lessons = course.resolve("lessons");
      for (String name : names(lessons)) {
        Matcher folder = FOLDER.matcher(name);
        if (name.endsWith(".md")) {
          file(name);
        } else if (folder.matches() && Files.isDirectory(lessons.resolve(name))) {
          folder(name, new LessonId(folder.group(2)));
        }
      }
      translations.forEach(this::translated);
      if (found.isEmpty()) {
        throw broken(
            course + "/lessons",
            "there is no lesson in this folder",
            "add a pair of files: `lessons/10-first.md` and `checks/10-first.yaml`");
      }
      return List.copyOf(found.values());
    }

    private static List<String> names(Path folder) throws IOException {
      try (Stream<Path> files = Files.list(folder)) {
        return files
            .map(file -> file.getFileName().toString())
            .sorted(Comparator.comparing(Finder::number).thenComparing(Comparator.naturalOrder()))
            .toList();
      }
    }

    /** The number that a name begins with; without one it stands last. */
    private static BigInteger number(String name) {
      String digits = name.replaceFirst("(?s)\\D.*", "");
      return digits.isEmpty() ? BigInteger.TWO.pow(64) : new BigInteger(digits);
    }

    private void file(String name) {
      Matcher matcher = FILE.matcher(name);
      if (!matcher.matches()) {
        throw broken(
            "lessons/" + name,
            "the name of a lesson file is `NN-slug.md`",
            "rename it, for instance to `10-images.md`");
      }
      LessonId id = new LessonId(matcher.group(2));
      String stem = matcher.group(1) + "-" + id;
      if (matcher.group(3) == null) {
        add(id, stem, "lessons/" + name);
      } else {
        translations.add(new Translation(id, stem, matcher.group(3), "lessons/" + name));
      }
    }

    /** A folder beside a file of the same name holds what belongs to that, such as pictures. */
    private void folder(String name, LessonId id) throws IOException {
      Path folder = course.resolve("lessons").resolve(name);
      if (!Files.exists(folder.resolve("lesson.md"))) {
        if (!Files.exists(course.resolve("lessons").resolve(name + ".md"))) {
          throw broken(
              "lessons/" + name,
              "this folder of a lesson has no `lesson.md` in it",
              "add it, or give a folder that is no lesson a name without a number");
        }
        return;
      }
      add(id, name, "lessons/" + name + "/lesson.md");
      for (String inside : names(folder)) {
        Matcher matcher = INSIDE.matcher(inside);
        if (matcher.matches() && matcher.group(1) != null) {
          translations.add(
              new Translation(id, name, matcher.group(1), "lessons/" + name + "/" + inside));
        }
      }
    }

    private void add(LessonId id, String stem, String prose) {
      if (found.putIfAbsent(id, new LessonFiles(id, stem, prose, Map.of())) != null) {
        throw broken(prose, "there are two lessons `" + id + "`", "rename one of them");
      }
    }

    private void translated(Translation text) {
      LessonFiles lesson = found.get(text.of());
      if (lesson == null || !lesson.stem().equals(text.stem())) {
        throw broken(
            text.file(),
            "there is no lesson of which this is a translation",
            "name it after a lesson that is there: `NN-slug.%s.md` beside `NN-slug.md`"
                .formatted(text.language()));
      }
      if (!Languages.isTag(text.language())) {
        throw broken(
            text.file(),
            "`" + text.language() + "` is no language",
            "name it with a tag such as `de` or `pt-BR`");
      }
      Map<String, String> more = new TreeMap<>(lesson.translations());
      if (more.put(text.language(), text.file()) != null) {
        throw broken(text.file(), "there are two such translations", "remove one of them");
      }
      found.put(text.of(), new LessonFiles(text.of(), lesson.stem(), lesson.prose(), more));
    }
  }
}
