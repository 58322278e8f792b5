package dev.ropewalk.grade.submission;

import dev.ropewalk.text.RegularFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Packs a submission that {@link Submission} reads. The same files make the same archive. */
public final class Packer {
  private static final int MOST_BYTES = 8 << 20;

  private final Map<String, byte[]> files = new TreeMap<>();

  /**
   * Adds what was done in a lesson.
   *
   * @param slug of the lesson
   * @param commands the file of its command lines
   * @param folder that it was worked on in; its files come along, links do not
   */
  public void add(String slug, String commands, Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        List<Path> found =
            all.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)).toList();
        for (Path file : found) {
          files.put(slug + "/" + folder.relativize(file), RegularFile.read(file, MOST_BYTES));
        }
      }
    }
    files.put(slug + "/" + Submission.COMMANDS, commands.getBytes(StandardCharsets.UTF_8));
  }

  /** Writes the archive in the place of one that may be there. */
  public void write(Path archive) throws IOException {
    Path target = archive.toAbsolutePath();
    Path draft = Files.createTempFile(target.resolveSibling(""), "submission", ".part");
    try {
      try (var tar =
          new TarArchiveOutputStream(new GZIPOutputStream(Files.newOutputStream(draft)))) {
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        for (var file : files.entrySet()) {
          TarArchiveEntry entry = new TarArchiveEntry(file.getKey());
          entry.setSize(file.getValue().length);
          entry.setModTime(0);
          tar.putArchiveEntry(entry);
          tar.write(file.getValue());
          tar.closeArchiveEntry();
        }
      }
      Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
  }
}
