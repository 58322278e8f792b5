package dev.ropewalk.author;

import dev.ropewalk.lesson.LessonId;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Begins a lesson: a pair of small files that can be played as they are. */
public final class NewLesson {
  private static final Pattern STEM = Pattern.compile("(\\d{1,6})-(.+)\\.(?:md|yaml)");
  static final int GAP = 10;

  private static final String PROSE =
      """
      # %1$s

      After this lesson you can run a program in a container and remove the container again.

      ## Run something

      A container is made from an image. `docker run` makes one and starts the program of the image.

      > **Do:** Run `redis` in the background in a container named `%2$s`.

      ### Why it worked

      The program is now a process in a container of its own.

      ## Clean up

      A container stays until somebody removes it, with `docker rm`.

      > **Do:** Remove the container `%2$s`.

      ### Why it worked

      The container is gone, and the image is still there for the next one.
      """;

  private static final String CHECKS =
      """
      # checks/%1$s.yaml, for lessons/%1$s.md
      needs:
        images: [redis]
        free: {names: [%2$s]}
      steps:
        run-something:
          checks:
            - check: A container named %2$s runs redis in the background
              container: %2$s
              expect: {state: running, mode: detached, image: redis}
              within: 5s
              holds: 1s
          solution: docker run -d --name %2$s redis
          accept:
            - docker container run --detach --name=%2$s redis:latest
          hints:
            - One flag of `docker run` hands your prompt back at once, and another one gives a name.
            - The flags are `-d` and `--name`, both before the image.
          mistakes:
            - try: docker create --name %2$s redis
              says: [created, docker start]
        clean-up:
          checks:
            - check: %2$s is gone
              container: %2$s
              expect: absent
          solution: docker rm -f %2$s
          accept:
            - docker stop %2$s; docker rm %2$s
          hints:
            - A running container is stopped first, or removed with a flag.
            - "`docker rm -f` and the name."
          mistakes:
            - try: docker stop %2$s
              says: [docker rm]
      """;

  private NewLesson() {}

  /**
   * Writes the two files with the next number, ten above the last one.
   *
   * @param course the folder of the course; what it lacks is made
   * @return the two files
   * @throws FileAlreadyExistsException when there is such a lesson already; nothing is written
   */
  public static List<Path> write(Path course, LessonId id) throws IOException {
    int last = lastNumber(course, List.of(id));
    String stem = String.format(Locale.ROOT, "%02d-%s", (last / GAP + 1) * GAP, id);
    Path prose = course.resolve("lessons").resolve(stem + ".md");
    Path checks = course.resolve("checks").resolve(stem + ".yaml");
    write(prose, prose(id));
    write(checks, checks(id, stem));
    return List.of(prose, checks);
  }

  /** The Markdown that a new lesson begins with. */
  static String prose(LessonId id) {
    return PROSE.formatted(title(id), container(id));
  }

  /**
   * The check file that it begins with.
   *
   * @param stem the name of both files, without their endings
   */
  static String checks(LessonId id, String stem) {
    return CHECKS.formatted(stem, container(id));
  }

  private static String container(LessonId id) {
    return "box-" + id;
  }

  /**
   * The highest number of a lesson that is there.
   *
   * @throws FileAlreadyExistsException when one of the new lessons is there already
   */
  static int lastNumber(Path course, List<LessonId> added) throws IOException {
    int last = 0;
    for (String name : names(course)) {
      Matcher matcher = STEM.matcher(name);
      if (matcher.matches()) {
        last = Math.max(last, Integer.parseInt(matcher.group(1)));
        if (added.stream().anyMatch(id -> id.slug().equals(matcher.group(2)))) {
          throw new FileAlreadyExistsException(name);
        }
      }
    }
    return last;
  }

  static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  private static List<String> names(Path course) throws IOException {
    List<String> names = new ArrayList<>();
    for (String folder : List.of("lessons", "checks")) {
      try (Stream<Path> files = Files.list(course.resolve(folder))) {
        files.map(file -> file.getFileName().toString()).forEach(names::add);
      } catch (NoSuchFileException e) {
        // A new course: the folder is made with its first lesson.
      }
    }
    return names;
  }

  private static String title(LessonId id) {
    String words = id.slug().replace('-', ' ');
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
