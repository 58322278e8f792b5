package dev.ropewalk.library;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/** Unpacks a zip or tar.gz archive. */
final class Unpacker {
  private static final int RUN_BY_OWNER = 0100;
  private static final byte[] ZIP = {'P', 'K'};
  private static final byte[] GZIP = {0x1F, (byte) 0x8B};

  private final Bounds bounds;
  private final List<String> links = new ArrayList<>();

  private Unpacker(Bounds bounds) {
    this.bounds = bounds;
  }

  /**
   * Unpacks an archive into a folder. What it is, is seen in its first bytes.
   *
   * @return the links and devices in it, which are not made
   * @throws LibraryProblem when it is none, is broken, or has what a course may not have
   */
  static List<String> unpack(Path archive, Path folder) throws IOException {
    byte[] start;
    try (InputStream in = Files.newInputStream(archive)) {
      start = in.readNBytes(2);
    }
    Unpacker unpacker = new Unpacker(new Bounds(folder));
    try {
      if (Arrays.equals(start, ZIP)) {
        unpacker.zip(archive);
      } else if (Arrays.equals(start, GZIP)) {
        unpacker.tar(archive);
      } else {
        throw new LibraryProblem(
            "`" + archive + "` is no zip archive and no tar archive packed with gzip",
            "pack the folder of the course with `tar -czf course.tar.gz DIR` or `zip -r course.zip DIR`");
      }
    } catch (ZipException | EOFException e) {
      throw broken(archive, e);
    }
    return unpacker.links;
  }

  private static LibraryProblem broken(Path archive, IOException e) {
    return new LibraryProblem(
        "the archive `%s` is broken: %s".formatted(archive, e.getMessage()),
        "fetch or pack it again",
        e);
  }

  private void zip(Path archive) throws IOException {
    try (ZipFile file = ZipFile.builder().setPath(archive).get()) {
      for (ZipArchiveEntry entry : Collections.list(file.getEntries())) {
        if (entry.isUnixSymlink()) {
          links.add(entry.getName());
        } else if (!file.canReadEntryData(entry)) {
          throw new LibraryProblem(
              "`%s` in `%s` is encrypted, or packed in a way that cannot be read"
                  .formatted(entry.getName(), archive),
              "pack it without a password, in the usual way (deflate)");
        } else if (!entry.isDirectory()) {
          try (InputStream in = file.getInputStream(entry)) {
            bounds.lay(path(entry.getName()), use(entry.getUnixMode()), in);
          }
        }
      }
    }
  }

  private void tar(Path archive) throws IOException {
    try (var packed = new BufferedInputStream(Files.newInputStream(archive));
        var plain =
            GzipCompressorInputStream.builder()
                .setInputStream(packed)
                .setDecompressConcatenated(true)
                .get();
        var tar = new TarArchiveInputStream(plain)) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        if (entry.isDirectory() || entry.isGlobalPaxHeader() || entry.isPaxHeader()) {
          continue;
        }
        if (entry.isSymbolicLink() || entry.isLink() || !entry.isFile()) {
          links.add(entry.getName());
        } else {
          bounds.lay(path(entry.getName()), use(entry.getMode()), tar);
        }
      }
    }
  }

  /** `tar -C DIR .` begins each name so. */
  private static String path(String name) {
    return name.startsWith("./") ? name.substring(2) : name;
  }

  private static Bounds.Use use(int mode) {
    return (mode & RUN_BY_OWNER) == 0 ? Bounds.Use.READ : Bounds.Use.RUN;
  }
}
