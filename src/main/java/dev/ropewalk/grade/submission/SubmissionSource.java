package dev.ropewalk.grade.submission;

import dev.ropewalk.archive.Litter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a submission is, before it is read.
 *
 * @param id the name of its folder or archive, without the ending
 * @param submitted when it was handed in, as the disk or the roster knows it: what it says itself
 *     is not believed
 */
public record SubmissionSource(String id, Path place, Optional<Instant> submitted) {
  private static final Pattern ENDING =
      Pattern.compile("\\.(zip|tar\\.gz|tgz|tar)$", Pattern.CASE_INSENSITIVE);

  private static final Pattern PACKED =
      Pattern.compile(
          "\\.(rar|7z|tar\\.\\w+|t[bx]z2?|gz|bz2|xz|zst|lz|lzma|cab|arj)$",
          Pattern.CASE_INSENSITIVE);

  /**
   * The folder or archive of this path.
   *
   * @throws IOException when it is not there
   */
  public static SubmissionSource of(Path place) throws IOException {
    Path named = place.toAbsolutePath().normalize();
    String name = named.getFileName() == null ? "" : named.getFileName().toString();
    String id = Files.isDirectory(named) ? name : ENDING.matcher(name).replaceFirst("");
    return new SubmissionSource(
        id, named, Optional.of(Files.getLastModifiedTime(named).toInstant()));
  }

  /**
   * Why something in a folder of submissions is none; empty where it is one, or is nobody's work
   * and not worth a word.
   */
  public static Optional<String> notRead(Path place) {
    String name = String.valueOf(place.getFileName());
    if (Litter.isNamedSo(name) || isLike(place)) {
      return Optional.empty();
    }
    if (Files.isSymbolicLink(place)) {
      return Optional.of("a link, and links are not followed: put the folder itself there");
    }
    if (name.startsWith(".")) {
      return Optional.of("hidden, for its name begins with a point");
    }
    if (PACKED.matcher(name).find()) {
      return Optional.of("packed in a way that is not read: pack it as .zip, .tar.gz or .tar");
    }
    return Optional.of(
        "neither a folder nor an archive: put it as `%s` into a folder of the student's id"
            .formatted(Submission.COMMANDS));
  }

  /** Whether a path may be a submission: a folder or an archive, and not hidden. */
  public static boolean isLike(Path place) {
    String name = String.valueOf(place.getFileName());
    return !name.startsWith(".")
        && !Litter.isNamedSo(name)
        && (Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS)
            || Files.isRegularFile(place, LinkOption.NOFOLLOW_LINKS)
                && ENDING.matcher(name).find());
  }
}
