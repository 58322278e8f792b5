package dev.ropewalk.library;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a course comes from.
 *
 * @param from an absolute path, or the URL of a repository
 * @param folder where in it the course is; empty where it is found by itself
 */
public record Origin(Kind kind, String from, String folder) {
  private static final String HOW =
      "name a folder, an archive (`.zip`, `.tar.gz`), or the URL of a git repository";

  /** Nothing but these: others of git's own, such as {@code ext::}, run what stands in them. */
  private static final Pattern URL = Pattern.compile("(?:https?|ssh|git|file)://[^\\s\\p{Cntrl}]+");

  /** {@code user@host:path}, as ssh has it. */
  private static final Pattern SSH =
      Pattern.compile("[\\w.]+@[\\w.-]+:[^\\s\\p{Cntrl}-][^\\s\\p{Cntrl}]*");

  private static final Pattern WEB_ARCHIVE =
      Pattern.compile("https?://.*\\.(?:zip|tgz|tar\\.gz)(?:[?#].*)?");

  /** In which form it is there. */
  public enum Kind {
    FOLDER,
    ARCHIVE,
    GIT;

    /** The word for it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * What a person names.
   *
   * @param folder where in it the course is; empty where it is to be found
   * @throws LibraryProblem when it is none of the three
   */
  public static Origin of(String text, String folder) {
    if (WEB_ARCHIVE.matcher(text).matches()) {
      throw new LibraryProblem(
          "`" + text + "` is an archive on the web, which ropewalk does not fetch",
          "fetch it yourself, for instance with `curl -LO`, and name the file");
    }
    if (URL.matcher(text).matches() || SSH.matcher(text).matches()) {
      return new Origin(Kind.GIT, text, folder);
    }
    if (text.isEmpty() || text.indexOf('\0') >= 0) {
      throw new LibraryProblem("this names no course", HOW);
    }
    Path path = Path.of(text).toAbsolutePath().normalize();
    if (Files.isDirectory(path)) {
      return new Origin(Kind.FOLDER, path.toString(), folder);
    }
    if (Files.isRegularFile(path)) {
      return new Origin(Kind.ARCHIVE, path.toString(), folder);
    }
    throw new LibraryProblem("there is no folder and no file `" + text + "`", HOW);
  }

  /** What a course of it is called, unless somebody calls it otherwise. */
  public CourseName name() {
    String path = (folder.isEmpty() ? from : folder).replaceFirst("/+$", "");
    String last = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf(':')) + 1);
    return CourseName.like(last.replaceFirst("\\.(?:git|zip|tgz|tar\\.gz)$", ""));
  }

  /** The folder in it, if it is named. */
  Optional<String> inside() {
    return Optional.of(folder).filter(it -> !it.isEmpty());
  }

  @Override
  public String toString() {
    return from + (folder.isEmpty() ? "" : ", its folder `" + folder + "`");
  }
}
