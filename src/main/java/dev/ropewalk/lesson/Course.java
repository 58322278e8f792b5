package dev.ropewalk.lesson;

import static java.util.stream.Collectors.toSet;

import dev.ropewalk.text.BrokenSource;
import dev.ropewalk.text.Diagnostic;
import dev.ropewalk.text.Place;
import dev.ropewalk.text.Problems;
import dev.ropewalk.text.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A folder with {@code lessons/NN-slug.md} and {@code checks/NN-slug.yaml}, and perhaps a {@code
 * course.yaml}. That, or else the numbers, give the order. A lesson is read when it is first asked
 * for. Safe for use by several threads.
 */
public final class Course {
  private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,2}");

  private final Path folder;
  private final Map<LessonId, LessonFiles> files;
  private final CourseDescription description;
  private final Languages wanted;
  private final List<String> introduction;
  private final Map<Key, Lesson> read = new ConcurrentHashMap<>();
  private final Map<LessonId, Outline> outlines = new ConcurrentHashMap<>();

  private Course(
      Path folder,
      Map<LessonId, LessonFiles> files,
      CourseDescription description,
      Languages wanted,
      List<String> introduction) {
    this.folder = folder;
    this.files = files;
    this.description = description;
    this.wanted = wanted;
    this.introduction = List.copyOf(introduction);
  }

  /**
   * Opens a course without reading its lessons, as its authors wrote it.
   *
   * @throws BrokenSource when the folder holds no lessons, or two of the same name, or what it says
   *     of itself is broken
   */
  public static Course open(Path folder) {
    List<LessonFiles> found = LessonFiles.find(folder);
    List<LessonId> byNumber = found.stream().map(LessonFiles::id).toList();
    CourseDescription description =
        Files.exists(folder.resolve(CourseFile.NAME), LinkOption.NOFOLLOW_LINKS)
            ? CourseFileReader.read(
                source(folder, CourseFile.NAME, folder.resolve(CourseFile.NAME)), byNumber)
            : CourseDescription.NONE;
    Map<LessonId, LessonFiles> files = new LinkedHashMap<>();
    for (LessonId id : description.order(byNumber)) {
      files.put(id, found.get(byNumber.indexOf(id)));
    }
    return new Course(folder, files, description, Languages.ANY, List.of());
  }

  /** The same course for somebody who wants to read it in one of these languages. */
  public Course in(Languages languages) {
    return new Course(folder, files, description, languages, introduction);
  }

  /** The same course, of which this is said when somebody sits down at it. */
  public Course introducedBy(List<String> sentences) {
    return new Course(folder, files, description, wanted, sentences);
  }

  /** What is said when somebody sits down at it: sentences. */
  public List<String> introduction() {
    return introduction;
  }

  private static BrokenSource broken(String name, String message, String fix) {
    return new BrokenSource(
        List.of(new Diagnostic(new Source(name, ""), Place.START, message, fix)));
  }

  /** What it says of itself. */
  public CourseDescription description() {
    return description;
  }

  /**
   * What it says of itself, as it is on the disk now; empty without such a file.
   *
   * @throws BrokenSource when it cannot be read
   */
  public Optional<Source> descriptionSource() {
    return Files.exists(folder.resolve(CourseFile.NAME))
        ? Optional.of(source(CourseFile.NAME))
        : Optional.empty();
  }

  /** The languages of its texts, the original's first if it is known. */
  public List<String> languages() {
    return Stream.concat(
            Stream.of(description.language()).filter(tag -> !tag.isEmpty()),
            files.values().stream()
                .flatMap(lesson -> lesson.translations().keySet().stream())
                .sorted())
        .distinct()
        .toList();
  }

  /** The languages into which a lesson is translated. */
  public List<String> translations(LessonId id) {
    return List.copyOf(files(id).translations().keySet());
  }

  /** The title of the module of each lesson, in their order; empty texts without modules. */
  public List<String> modules() {
    return description.modulesOf(lessons());
  }

  /** All lessons in their order. */
  public List<LessonId> lessons() {
    return List.copyOf(files.keySet());
  }

  /** The lesson of a name, a number or the beginning of a name, where that means one alone. */
  public Optional<LessonId> find(String name) {
    List<LessonId> all = candidates(name);
    return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
  }

  /**
   * All lessons that a name, a number or the beginning of a name can mean. A number is that of a
   * lesson in the list, counted from 1, or the one that its file begins with.
   */
  public List<LessonId> candidates(String name) {
    List<LessonId> exact =
        lessons().stream().filter(id -> id.slug().equals(name) || stem(id).equals(name)).toList();
    if (!exact.isEmpty()) {
      return exact;
    }
    Optional<LessonId> listed = numbered(lessons(), name);
    return lessons().stream()
        .filter(
            id ->
                listed.equals(Optional.of(id))
                    || id.slug().startsWith(name)
                    || stem(id).startsWith(name + "-"))
        .toList();
  }

  private static <T> Optional<T> numbered(List<T> all, String number) {
    return NUMBER.matcher(number).matches()
        ? all.stream().skip(Integer.parseInt(number) - 1).findFirst()
        : Optional.empty();
  }

  /** The lesson after this one. */
  public Optional<LessonId> after(LessonId id) {
    int next = lessons().indexOf(id) + 1;
    return next < lessons().size() ? Optional.of(lessons().get(next)) : Optional.empty();
  }

  /**
   * A lesson, read, as nobody in particular gets it.
   *
   * @throws BrokenSource with all that is wrong in its files
   */
  public Lesson lesson(LessonId id) {
    return lesson(id, Seed.NONE);
  }

  /**
   * A lesson, read, with the values of its variables that a seed chooses.
   *
   * @throws BrokenSource with all that is wrong in its files
   */
  public Lesson lesson(LessonId id, Seed seed) {
    return read.computeIfAbsent(new Key(id, seed), _ -> read(id, seed));
  }

  private Lesson read(LessonId id, Seed seed) {
    Source prose = prose(id);
    if (!prose.name().equals(files(id).prose())) {
      Translation.requireSameSteps(source(files(id).prose()), prose);
    }
    return LessonReader.read(id, seed, folder.toAbsolutePath().normalize(), prose, checks(id));
  }

  private record Key(LessonId id, Seed seed) {}

  /** The headings of a lesson, without its checks: what a list of lessons shows. */
  public Outline outline(LessonId id) {
    return outlines.computeIfAbsent(
        id,
        _ -> {
          LessonText text = LessonText.read(new Problems(prose(id)));
          return new Outline(id, text.title(), List.copyOf(text.steps().keySet()));
        });
  }

  /** Title and steps of a lesson. */
  public record Outline(LessonId id, String title, List<StepId> steps) {
    /** The step of a name, whatever its case, or of a number, counted from 1. */
    public Optional<StepId> find(String step) {
      return steps.stream()
          .filter(id -> id.slug().equalsIgnoreCase(step))
          .findFirst()
          .or(() -> numbered(steps, step));
    }
  }

  /**
   * The Markdown of a lesson, as it is on the disk now, in the language that is wanted most.
   *
   * @throws BrokenSource when it cannot be read
   */
  public Source prose(LessonId id) {
    LessonFiles lesson = files(id);
    return source(
        wanted
            .best(lesson.translations().keySet(), description.language())
            .map(language -> Objects.requireNonNull(lesson.translations().get(language)))
            .orElse(lesson.prose()));
  }

  /**
   * The check file of a lesson, as it is on the disk now.
   *
   * @throws BrokenSource when it cannot be read
   */
  public Source checks(LessonId id) {
    return source(files(id).checks());
  }

  /** Its answers from people who have not read its checks; they may be few, or none. */
  public AnswerFolder answers() {
    return new AnswerFolder("answers", folder.resolve("answers"));
  }

  /** A course is anybody's: a link in it must not show what is of another's on this machine. */
  private Source source(String name) {
    return source(folder, name, folder.resolve(name));
  }

  /**
   * Reads a file below a folder.
   *
   * @throws BrokenSource also when it is a link to a place that is not below the folder
   */
  static Source source(Path folder, String name, Path file) {
    if (leadsOut(folder, file)) {
      throw broken(name, "this is a link out of the course", "put a copy of the file in its place");
    }
    return Source.read(name, file);
  }

  /** Whether a file below a folder is a link to a place that is not. */
  static boolean leadsOut(Path folder, Path file) {
    try {
      return !file.toRealPath().startsWith(folder.toRealPath());
    } catch (IOException e) {
      // Nothing is there to be shown; reading it says so.
      return false;
    }
  }

  /** What is wrong with each file beside the check files that belongs to no lesson. */
  public List<Diagnostic> strays() {
    return StrayChecks.of(
        folder, files.values().stream().map(lesson -> lesson.stem() + ".yaml").collect(toSet()));
  }

  private String stem(LessonId id) {
    return files(id).stem();
  }

  private LessonFiles files(LessonId id) {
    LessonFiles lesson = files.get(id);
    if (lesson == null) {
      throw new IllegalArgumentException("no such lesson: " + id);
    }
    return lesson;
  }
}
