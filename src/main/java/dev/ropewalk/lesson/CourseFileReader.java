package dev.ropewalk.lesson;

import dev.ropewalk.check.syntax.NodeReader;
import dev.ropewalk.check.syntax.Shape;
import dev.ropewalk.check.value.Literal;
import dev.ropewalk.check.value.Type;
import dev.ropewalk.text.BrokenSource;
import dev.ropewalk.text.Place;
import dev.ropewalk.text.Problems;
import dev.ropewalk.text.Source;
import dev.ropewalk.text.Yaml;
import dev.ropewalk.text.YamlNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what a course says about itself. */
final class CourseFileReader {
  private static final int LONGEST = 600;
  private static final String TITLE_FIX = "add for instance `title: Containers from scratch`";

  private final Problems problems;
  private final NodeReader reading;
  private final List<LessonId> known;
  private final Set<LessonId> named = new HashSet<>();
  private final List<Requirement> requirements = new ArrayList<>();

  /** That a lesson builds on another one. */
  private record Requirement(LessonId by, LessonId required, Place place) {}

  private CourseFileReader(Source source, List<LessonId> known) {
    this.problems = new Problems(source);
    this.reading = new NodeReader(problems, List.of());
    this.known = known;
  }

  /**
   * Reads it.
   *
   * @param known the lessons of the course, by number
   * @throws BrokenSource with all that is wrong in it
   */
  static CourseDescription read(Source source, List<LessonId> known) {
    CourseFileReader reader = new CourseFileReader(source, known);
    CourseDescription description = reader.description();
    reader.problems.throwIfAny();
    return description;
  }

  private CourseDescription description() {
    Optional<YamlNode> node = Yaml.read(problems);
    if (node.isEmpty() && problems.none()) {
      problems.add(Place.START, "this description of the course is empty", TITLE_FIX);
    }
    Optional<YamlNode.Mapping> root = node.flatMap(n -> reading.mapping(n, "a course"));
    if (root.isEmpty()) {
      return CourseDescription.NONE;
    }
    allow(root.get(), "a course", CourseFile.FILE);
    title(root.get(), "this course has no `title`", TITLE_FIX);
    Optional<YamlNode.Mapping> requires = mapping(root.get(), "requires");
    requires.ifPresent(mapping -> allow(mapping, "`requires`", CourseFile.REQUIRES));
    String language = language(root.get());
    List<CourseDescription.Module> modules =
        list(root.get(), "modules").stream().flatMap(item -> module(item).stream()).toList();
    CourseDescription description =
        new CourseDescription(
            text(root.get(), "title"),
            text(root.get(), "author"),
            text(root.get(), "licence"),
            language,
            new CourseDescription.Requires(
                version(requires, "ropewalk"), version(requires, "engine_api")),
            modules,
            list(root.get(), "images").stream().flatMap(item -> image(item).stream()).toList());
    order(description.order(known));
    return description;
  }

  private void title(YamlNode.Mapping mapping, String missing, String fix) {
    boolean blank =
        mapping
            .entry("title")
            .map(YamlNode.Entry::value)
            .filter(it -> it instanceof YamlNode.Scalar title && title.text().isBlank())
            .isPresent();
    if (mapping.entry("title").isEmpty() || blank) {
      problems.add(mapping.place(), missing, fix);
    }
  }

  private String language(YamlNode.Mapping root) {
    String tag = text(root, "language");
    if (!tag.isEmpty() && !Languages.isTag(tag)) {
      problems.add(
          root.entry("language").orElseThrow().value().place(),
          "`" + tag + "` is no language",
          "write a tag such as `en`, `de` or `pt-BR`");
    }
    return tag;
  }

  private String version(Optional<YamlNode.Mapping> requires, String key) {
    String text = requires.map(mapping -> text(mapping, key)).orElse("");
    if (!text.isEmpty() && !text.matches("\\d{1,6}(\\.\\d{1,6}){0,3}")) {
      problems.add(
          requires.orElseThrow().entry(key).orElseThrow().value().place(),
          "`" + text + "` is not the number of a version",
          "write digits with dots between them, such as `1.41`");
      return "";
    }
    return text;
  }

  private Optional<CourseDescription.Module> module(YamlNode node) {
    Optional<YamlNode.Mapping> mapping = reading.mapping(node, "a module");
    if (mapping.isEmpty()) {
      return Optional.empty();
    }
    allow(mapping.get(), "a module", CourseFile.MODULE);
    title(mapping.get(), "this module has no `title`", "add `title:` to it");
    List<YamlNode> lessons = list(mapping.get(), "lessons");
    if (mapping.get().entry("lessons").isEmpty() || empty(mapping.get(), "lessons")) {
      problems.add(
          node.place(),
          "this module has no lessons",
          "add `lessons:` with the slugs of its lessons");
    }
    List<CourseDescription.Item> items = new ArrayList<>();
    lessons.forEach(lesson -> item(lesson).ifPresent(items::add));
    return Optional.of(new CourseDescription.Module(text(mapping.get(), "title"), items));
  }

  private static boolean empty(YamlNode.Mapping mapping, String key) {
    return mapping
        .entry(key)
        .filter(e -> e.value() instanceof YamlNode.Sequence(_, var items) && items.isEmpty())
        .isPresent();
  }

  private Optional<CourseDescription.Item> item(YamlNode node) {
    if (!(node instanceof YamlNode.Mapping mapping)) {
      return lesson(node).map(id -> named(id, node.place(), Duration.ZERO, List.of()));
    }
    allow(mapping, "a lesson of a module", CourseFile.LESSON);
    Optional<YamlNode.Entry> entry = mapping.entry("lesson");
    if (entry.isEmpty()) {
      problems.add(node.place(), "this does not say which lesson it is", "add `lesson:` to it");
      return Optional.empty();
    }
    Duration time = minutes(mapping);
    Optional<LessonId> id = lesson(entry.get().value());
    List<LessonId> requires = new ArrayList<>();
    for (YamlNode each : list(mapping, "requires")) {
      Optional<LessonId> required = lesson(each);
      required.ifPresent(requires::add);
      id.ifPresent(
          by -> required.ifPresent(it -> requirements.add(new Requirement(by, it, each.place()))));
    }
    return id.map(it -> named(it, entry.get().value().place(), time, requires));
  }

  private CourseDescription.Item named(
      LessonId id, Place place, Duration time, List<LessonId> requires) {
    if (!named.add(id)) {
      problems.add(place, "the lesson `" + id + "` stands here twice", "remove one of them");
    }
    return new CourseDescription.Item(id, time, requires);
  }

  private Optional<CourseDescription.Download> image(YamlNode node) {
    Optional<YamlNode.Mapping> mapping = reading.mapping(node, "an image");
    if (mapping.isEmpty()) {
      return Optional.empty();
    }
    allow(mapping.get(), "an image", CourseFile.IMAGE);
    String name = text(mapping.get(), "image");
    String size = text(mapping.get(), "megabytes");
    if (name.isEmpty() || !size.matches("[1-9]\\d{0,4}")) {
      problems.add(
          node.place(),
          "this does not say how large which image is",
          "write for instance `{image: redis, megabytes: 50}`");
      return Optional.empty();
    }
    return Optional.of(new CourseDescription.Download(name, Integer.parseInt(size)));
  }

  private Duration minutes(YamlNode.Mapping mapping) {
    Optional<YamlNode.Entry> entry = mapping.entry("minutes");
    if (entry.isEmpty()) {
      return Duration.ZERO;
    }
    Optional<String> text =
        reading.constant(entry.get().value(), Type.Single.NUMBER).map(Literal::text);
    if (text.isPresent()
        && !(text.get().matches("[1-9]\\d{0,2}") && Integer.parseInt(text.get()) <= LONGEST)) {
      problems.add(
          entry.get().value().place(),
          "a lesson of `" + text.get() + "` minutes cannot be",
          "write a number from 1 to " + LONGEST);
      return Duration.ZERO;
    }
    return text.map(Long::valueOf).map(Duration::ofMinutes).orElse(Duration.ZERO);
  }

  private Optional<LessonId> lesson(YamlNode node) {
    Optional<String> name = reading.constant(node, Type.Single.TEXT).map(Literal::text);
    Optional<LessonId> id =
        name.flatMap(slug -> known.stream().filter(it -> it.slug().equals(slug)).findFirst());
    if (name.isPresent() && id.isEmpty()) {
      reading.unknown(
          node.place(),
          "the course has no lesson",
          name.get(),
          known.stream().map(LessonId::slug).toList());
    }
    return id;
  }

  /** What a lesson builds on must have been done when it is reached. */
  private void order(List<LessonId> order) {
    requirements.stream()
        .filter(it -> order.indexOf(it.required()) >= order.indexOf(it.by()))
        .forEach(
            it ->
                problems.add(
                    it.place(),
                    "`%s` requires `%s`, which does not come before it"
                        .formatted(it.by(), it.required()),
                    "name it in an earlier place, or leave it out here"));
  }

  private void allow(YamlNode.Mapping mapping, String what, Shape.Keys keys) {
    reading.allow(mapping, what, keys.names());
  }

  private String text(YamlNode.Mapping mapping, String key) {
    return mapping
        .entry(key)
        .flatMap(e -> reading.constant(e.value(), Type.Single.TEXT))
        .map(Literal::text)
        .map(String::strip)
        .orElse("");
  }

  private Optional<YamlNode.Mapping> mapping(YamlNode.Mapping mapping, String key) {
    return mapping.entry(key).flatMap(e -> reading.mapping(e.value(), "`" + key + "`"));
  }

  private List<YamlNode> list(YamlNode.Mapping mapping, String key) {
    return mapping
        .entry(key)
        .flatMap(e -> reading.sequence(e.value(), "`" + key + "`"))
        .map(YamlNode.Sequence::items)
        .orElse(List.of());
  }
}
