package dev.ropewalk.grade.submission;

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
      Pattern.compile("\\.(zip|tar\\.gz|tgz)$", Pattern.CASE_INSENSITIVE);

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

  /** Whether a path may be a submission: a folder or an archive, and not hidden. */
  public static boolean isLike(Path place) {
    String name = String.valueOf(place.getFileName());
    return !name.startsWith(".")
        && (Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS)
            || Files.isRegularFile(place, LinkOption.NOFOLLOW_LINKS)
                && ENDING.matcher(name).find());
  }
}
