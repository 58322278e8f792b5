package dev.ropewalk.lesson;

import dev.ropewalk.text.BrokenSource;
import dev.ropewalk.text.Diagnostic;
import dev.ropewalk.text.Place;
import dev.ropewalk.text.Source;
import dev.ropewalk.text.Suggestion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A folder of answers, {@code NN-slug.yaml} for a lesson. The slug tells which lesson; answers
 * outlive a new order of the lessons, so that the number is for the eye alone.
 *
 * @param name how people know it: it begins the names of its files in messages
 */
public record AnswerFolder(String name, Path path) {
  private static final Pattern FILE = Pattern.compile("(?:\\d+-)?([a-z].*)\\.ya?ml");

  /**
   * The answers to a lesson; none where there is no file.
   *
   * @throws BrokenSource with all that is wrong in the file
   */
  public Answers of(Lesson lesson) {
    return source(lesson.id()).map(source -> Answers.read(source, lesson)).orElse(Answers.NONE);
  }

  /**
   * The file of a lesson, as it is on the disk now.
   *
   * @throws BrokenSource when it cannot be read, or there are two
   */
  public Optional<Source> source(LessonId lesson) {
    List<String> files =
        files().stream().filter(file -> slug(file).equals(Optional.of(lesson.slug()))).toList();
    if (files.size() > 1) {
      throw new BrokenSource(
          List.of(
              problem(
                  files.get(1),
                  "there are two files of answers to `" + lesson + "`",
                  "make one of them and `" + files.get(0) + "`")));
    }
    return files.stream()
        .findFirst()
        .map(file -> Course.source(path, shown(file), path.resolve(file)));
  }

  /** What is wrong with each file that belongs to no lesson of a course. */
  public List<Diagnostic> strays(Course course) {
    List<String> known = course.lessons().stream().map(LessonId::slug).toList();
    return files().stream()
        .filter(file -> slug(file).filter(known::contains).isEmpty())
        .map(
            file ->
                problem(
                    file,
                    "no lesson has these answers",
                    slug(file)
                        .flatMap(slug -> Suggestion.nearest(slug, known))
                        .map(near -> "name it after `" + near + "`, or remove it")
                        .orElse("name it after its lesson, `NN-slug.yaml`, or remove it")))
        .toList();
  }

  private List<String> files() {
    if (!Files.isDirectory(path)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(path)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.matches("(?s).*\\.ya?ml"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<String> slug(String file) {
    Matcher matcher = FILE.matcher(file);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private String shown(String file) {
    return name + "/" + file;
  }

  private Diagnostic problem(String file, String message, String fix) {
    return new Diagnostic(new Source(shown(file), ""), Place.START, message, fix);
  }
}
