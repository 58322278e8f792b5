package dev.ropewalk.archive;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/**
 * The files of a folder, a zip or a tar.gz, in memory and within bounds. Links, devices, files
 * beside the folder and files that are there twice are refused. For one thread.
 */
public final class ForeignFiles {
  private static final int LONGEST_PATH = 300;
  private static final int PIECE = 64 * 1024;
  private static final int RUN_BY_OWNER = 0100;
  private static final byte[] ZIP = {'P', 'K'};
  private static final byte[] GZIP = {0x1F, (byte) 0x8B};
  private static final Pattern ODD =
      Pattern.compile("[\\p{Cntrl}\\\\]|^/|//|/$|(^|/)\\.{1,2}(/|$)|^$|^[A-Za-z]:");

  private final Bounds bounds;
  private final SortedMap<String, ForeignFile> files = new TreeMap<>();
  private int entries;
  private long bytes;

  private ForeignFiles(Bounds bounds) {
    this.bounds = bounds;
  }

  /** A file of somebody else's. */
  public record ForeignFile(boolean executable, byte[] content) {}

  /**
   * Reads all.
   *
   * @param source a folder or an archive; which, is seen in its first bytes
   * @return by the path from the top, with {@code /}
   * @throws RefusedArchive when there is something in it that may not be, or too much
   * @throws IOException when the disk refuses
   */
  public static SortedMap<String, ForeignFile> read(Path source, Bounds bounds)
      throws IOException, RefusedArchive {
    ForeignFiles reader = new ForeignFiles(bounds);
    if (Files.isDirectory(source)) {
      reader.folder(source);
    } else {
      reader.archive(source);
    }
    return reader.files;
  }

  private void folder(Path root) throws IOException, RefusedArchive {
    List<Path> found = new ArrayList<>();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return folder.getFileName() != null && folder.getFileName().toString().equals(".git")
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            found.add(file);
            return found.size() > bounds.files()
                ? FileVisitResult.TERMINATE
                : FileVisitResult.CONTINUE;
          }
        });
    for (Path file : found) {
      String path = root.relativize(file).toString();
      if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        throw link(path);
      }
      try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
        take(path, Files.isExecutable(file), in);
      }
    }
  }

  private void archive(Path archive) throws IOException, RefusedArchive {
    if (Files.size(archive) > bounds.bytes()) {
      throw new RefusedArchive("The archive has more than " + mebibytes(bounds.bytes()) + ".");
    }
    byte[] start;
    try (InputStream in = Files.newInputStream(archive)) {
      start = in.readNBytes(2);
    }
    try {
      if (Arrays.equals(start, ZIP)) {
        zip(archive);
      } else if (Arrays.equals(start, GZIP)) {
        tar(archive);
      } else {
        throw new RefusedArchive("It is neither a folder, nor a zip, nor a tar.gz.");
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new RefusedArchive("The archive is broken: " + e.getMessage() + ".", e);
    }
  }

  private void zip(Path archive) throws IOException, RefusedArchive {
    try (ZipFile file = ZipFile.builder().setPath(archive).get()) {
      for (ZipArchiveEntry entry : Collections.list(file.getEntries())) {
        count();
        if (entry.isUnixSymlink()) {
          throw link(entry.getName());
        }
        if (!file.canReadEntryData(entry)) {
          throw new RefusedArchive("`" + entry.getName() + "` in it is encrypted or packed oddly.");
        }
        if (!entry.isDirectory()) {
          try (InputStream in = file.getInputStream(entry)) {
            take(entry.getName(), (entry.getUnixMode() & RUN_BY_OWNER) != 0, in);
          }
        }
      }
    }
  }

  private void tar(Path archive) throws IOException, RefusedArchive {
    try (var packed = new BufferedInputStream(Files.newInputStream(archive));
        var plain = GzipCompressorInputStream.builder().setInputStream(packed).get();
        var tar = new TarArchiveInputStream(plain)) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        count();
        if (entry.isDirectory() || entry.isGlobalPaxHeader() || entry.isPaxHeader()) {
          continue;
        }
        if (entry.isSymbolicLink() || entry.isLink() || entry.isSparse() || !entry.isFile()) {
          throw link(entry.getName());
        }
        take(entry.getName(), (entry.getMode() & RUN_BY_OWNER) != 0, tar);
      }
    }
  }

  private void count() throws RefusedArchive {
    if (++entries > bounds.files()) {
      throw new RefusedArchive("There are more than " + bounds.files() + " files in it.");
    }
  }

  private void take(String name, boolean executable, InputStream content)
      throws IOException, RefusedArchive {
    // `tar -C DIR .` begins each name so.
    String path = name.startsWith("./") ? name.substring(2) : name;
    if (path.length() > LONGEST_PATH || ODD.matcher(path).find()) {
      throw new RefusedArchive("`" + path + "` in it is no plain path below its top.");
    }
    if (files.size() >= bounds.files()) {
      throw new RefusedArchive("There are more than " + bounds.files() + " files in it.");
    }
    var copy = new ByteArrayOutputStream();
    byte[] piece = new byte[PIECE];
    for (int read = content.read(piece); read >= 0; read = content.read(piece)) {
      bytes += read;
      if (copy.size() + read > bounds.fileBytes()) {
        throw new RefusedArchive(
            "`%s` has more than %s.".formatted(path, mebibytes(bounds.fileBytes())));
      }
      if (bytes > bounds.bytes()) {
        throw new RefusedArchive("Unpacked it has more than " + mebibytes(bounds.bytes()) + ".");
      }
      copy.write(piece, 0, read);
    }
    if (files.put(path, new ForeignFile(executable, copy.toByteArray())) != null) {
      throw new RefusedArchive("`" + path + "` is in it twice.");
    }
  }

  private static RefusedArchive link(String path) {
    return new RefusedArchive("`" + path + "` in it is no file, but a link or a device.");
  }

  private static String mebibytes(long bytes) {
    return (bytes >> 20) + " MiB";
  }
}
