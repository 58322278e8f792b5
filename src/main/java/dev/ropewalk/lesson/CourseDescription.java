package dev.ropewalk.lesson;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a course says about itself. A text is empty where it says nothing.
 *
 * @param language a BCP 47 tag: what its texts are written in, but for translations
 */
public record CourseDescription(
    String title,
    String author,
    String licence,
    String language,
    Requires requires,
    List<Module> modules,
    List<Download> images) {
  private static final long MEGABYTE = 1_000_000;

  /** A course without a {@code course.yaml}. */
  public static final CourseDescription NONE =
      new CourseDescription("", "", "", "", new Requires("", ""), List.of(), List.of());

  public CourseDescription {
    modules = List.copyOf(modules);
    images = List.copyOf(images);
  }

  /**
   * What the whole course needs, as version numbers such as {@code 0.2}.
   *
   * @param ropewalk the oldest version of ropewalk
   * @param engineApi the oldest version of the engine's API
   */
  public record Requires(String ropewalk, String engineApi) {}

  /**
   * An image that lessons use.
   *
   * @param megabytes that come from the registry, about
   */
  public record Download(String image, int megabytes) {}

  /** How much comes with images that are fetched, in bytes; 0 where nobody says it of each. */
  public long bytes(List<String> fetched) {
    List<Download> known = images.stream().filter(it -> fetched.contains(it.image())).toList();
    return known.size() < fetched.size()
        ? 0
        : known.stream().mapToLong(it -> it.megabytes() * MEGABYTE).sum();
  }

  /** Some lessons with a title. */
  public record Module(String title, List<Item> lessons) {
    public Module {
      lessons = List.copyOf(lessons);
    }
  }

  /**
   * A lesson of a module.
   *
   * @param time how long a beginner works on it; zero where nobody says
   * @param requires the lessons on which it builds
   */
  public record Item(LessonId id, Duration time, List<LessonId> requires) {
    public Item {
      requires = List.copyOf(requires);
    }
  }

  /** What is said of a lesson; empty where no module names it. */
  public Optional<Item> item(LessonId id) {
    return modules.stream()
        .flatMap(module -> module.lessons().stream())
        .filter(item -> item.id().equals(id))
        .findFirst();
  }

  /**
   * The order of the lessons: that of the modules. One that none of them names follows the one
   * before it by number.
   *
   * @param byNumber all lessons of the course
   */
  List<LessonId> order(List<LessonId> byNumber) {
    List<LessonId> order = new ArrayList<>();
    modules.forEach(module -> module.lessons().forEach(item -> order.add(item.id())));
    int place = 0;
    for (LessonId id : byNumber) {
      int named = order.indexOf(id);
      if (named < 0) {
        order.add(place, id);
        place++;
      } else {
        place = named + 1;
      }
    }
    return order;
  }

  /**
   * The titles of the modules of lessons in their order; empty texts where there are no modules. A
   * lesson that no module names counts to that of the lesson before it.
   */
  List<String> modulesOf(List<LessonId> order) {
    List<String> titles = new ArrayList<>();
    String title = modules.isEmpty() ? "" : modules.getFirst().title();
    for (LessonId id : order) {
      title =
          modules.stream()
              .filter(module -> module.lessons().stream().anyMatch(item -> item.id().equals(id)))
              .map(Module::title)
              .findFirst()
              .orElse(title);
      titles.add(title);
    }
    return titles;
  }
}
