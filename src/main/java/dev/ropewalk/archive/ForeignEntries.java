package dev.ropewalk.archive;

import dev.ropewalk.archive.RefusedArchive.Fault;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/**
 * Goes through the files of a folder, a zip or a tar.gz of people that we do not know, within
 * bounds. Files beside the folder and files that are there twice are refused, links are not
 * followed, and what version control keeps in a folder is passed over. For one thread.
 */
public final class ForeignEntries {
  private static final int LONGEST_PATH = 300;
  private static final int PIECE = 64 * 1024;
  private static final int RUN_BY_OWNER = 0100;
  private static final byte[] ZIP = {'P', 'K'};
  private static final byte[] GZIP = {0x1F, (byte) 0x8B};
  private static final Pattern ODD =
      Pattern.compile("[\\p{Cntrl}\\\\]|^/|//|/$|(^|/)\\.{1,2}(/|$)|^$|^[A-Za-z]:");
  private static final Set<String> OF_VERSION_CONTROL = Set.of(".git", ".hg", ".svn");

  private final Bounds bounds;
  private final Target target;
  private final Set<String> files = new HashSet<>();
  private final Set<String> folders = new HashSet<>();
  private int entries;
  private long bytes;

  private ForeignEntries(Bounds bounds, Target target) {
    this.bounds = bounds;
    this.target = target;
  }

  /** Whether a file is a program. */
  public enum Use {
    READ,
    RUN
  }

  /** Where the files go. */
  public interface Target {
    /**
     * Opens the place for a file; closed once all of it is there, or refused.
     *
     * @param path plain, from the top, with {@code /}; comes once
     * @throws IOException when it cannot be written
     */
    OutputStream file(String path, Use use) throws IOException;

    /** There is a link or a device; it has no content, and its path may be odd. */
    default void link(String path) throws RefusedArchive {
      throw new RefusedArchive(
          Fault.LINK, "`" + path + "` in it is no file, but a link or a device.");
    }
  }

  /**
   * Reads all.
   *
   * @param source a folder or an archive; which, is seen in its first bytes
   * @throws RefusedArchive when there is something in it that may not be, or too much
   * @throws IOException when the disk refuses
   */
  public static void read(Path source, Bounds bounds, Target target)
      throws IOException, RefusedArchive {
    ForeignEntries reader = new ForeignEntries(bounds, target);
    if (Files.isDirectory(source)) {
      reader.folder(source);
    } else {
      reader.archive(source);
    }
  }

  private void folder(Path root) throws IOException, RefusedArchive {
    List<Path> found = new ArrayList<>();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return !folder.equals(root) && isOfVersionControl(folder)
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            // In a work tree of git or a submodule `.git` is a file.
            if (!isOfVersionControl(file)) {
              found.add(file);
            }
            return found.size() > bounds.files()
                ? FileVisitResult.TERMINATE
                : FileVisitResult.CONTINUE;
          }
        });
    for (Path file : found) {
      count();
      String path = root.relativize(file).toString();
      if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
          take(path, Files.isExecutable(file) ? Use.RUN : Use.READ, in);
        }
      } else {
        target.link(path);
      }
    }
  }

  private static boolean isOfVersionControl(Path file) {
    return file.getFileName() != null && OF_VERSION_CONTROL.contains(file.getFileName().toString());
  }

  private void archive(Path archive) throws IOException, RefusedArchive {
    if (Files.size(archive) > bounds.bytes()) {
      throw tooMuch("The archive has more than " + mebibytes(bounds.bytes()) + ".");
    }
    byte[] start;
    try (InputStream in = Files.newInputStream(archive)) {
      start = in.readNBytes(2);
    }
    if (Arrays.equals(start, ZIP)) {
      zip(archive);
    } else if (Arrays.equals(start, GZIP)) {
      tar(archive);
    } else {
      throw new RefusedArchive(
          Fault.NO_ARCHIVE, "It is neither a folder, nor a zip, nor a tar.gz.");
    }
  }

  private void zip(Path archive) throws IOException, RefusedArchive {
    try (ZipFile file = reading(() -> ZipFile.builder().setPath(archive).get())) {
      for (ZipArchiveEntry entry : Collections.list(file.getEntries())) {
        count();
        if (entry.isUnixSymlink()) {
          target.link(entry.getName());
        } else if (!file.canReadEntryData(entry)) {
          throw new RefusedArchive(
              Fault.ENCRYPTED, "`" + entry.getName() + "` in it is encrypted or packed oddly.");
        } else if (!entry.isDirectory()) {
          try (InputStream in = reading(() -> file.getInputStream(entry))) {
            take(entry.getName(), use(entry.getUnixMode()), in);
          }
        }
      }
    }
  }

  private void tar(Path archive) throws IOException, RefusedArchive {
    try (var packed = new BufferedInputStream(Files.newInputStream(archive));
        var plain =
            reading(
                () ->
                    GzipCompressorInputStream.builder()
                        .setInputStream(packed)
                        .setDecompressConcatenated(true)
                        .get());
        var tar = new TarArchiveInputStream(plain)) {
      while (true) {
        TarArchiveEntry entry = reading(tar::getNextEntry);
        if (entry == null) {
          return;
        }
        count();
        if (entry.isDirectory() || entry.isGlobalPaxHeader() || entry.isPaxHeader()) {
          continue;
        }
        if (entry.isSymbolicLink() || entry.isLink() || entry.isSparse() || !entry.isFile()) {
          target.link(entry.getName());
        } else {
          take(entry.getName(), use(entry.getMode()), tar);
        }
      }
    }
  }

  private static Use use(int mode) {
    return (mode & RUN_BY_OWNER) == 0 ? Use.READ : Use.RUN;
  }

  private void count() throws RefusedArchive {
    if (++entries > bounds.files()) {
      throw tooMuch("There are more than " + bounds.files() + " files in it.");
    }
  }

  private void take(String name, Use use, InputStream content) throws IOException, RefusedArchive {
    // `tar -C DIR .` begins each name so.
    String path = name.startsWith("./") ? name.substring(2) : name;
    if (path.length() > LONGEST_PATH || ODD.matcher(path).find()) {
      throw new RefusedArchive(Fault.PATH, "`" + path + "` in it is no plain path below its top.");
    }
    if (!isNew(path)) {
      throw new RefusedArchive(Fault.TWICE, "`" + path + "` is in it twice.");
    }
    try (OutputStream out = target.file(path, use)) {
      copy(path, content, out);
    }
  }

  /** Whether nothing has this path, and nothing above it is a file. */
  private boolean isNew(String path) {
    for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
      String above = path.substring(0, slash);
      if (files.contains(above)) {
        return false;
      }
      folders.add(above);
    }
    return !folders.contains(path) && files.add(path);
  }

  private void copy(String path, InputStream from, OutputStream to)
      throws IOException, RefusedArchive {
    byte[] piece = new byte[PIECE];
    long length = 0;
    for (int read = next(from, piece); read >= 0; read = next(from, piece)) {
      length += read;
      bytes += read;
      if (length > bounds.fileBytes()) {
        throw tooMuch("`%s` has more than %s.".formatted(path, mebibytes(bounds.fileBytes())));
      }
      if (bytes > bounds.bytes()) {
        throw tooMuch("Unpacked it has more than " + mebibytes(bounds.bytes()) + ".");
      }
      to.write(piece, 0, read);
    }
  }

  private static int next(InputStream from, byte[] piece) throws RefusedArchive {
    return reading(() -> from.read(piece));
  }

  /** Something that is read from what is foreign, and may therefore be broken. */
  private interface Reading<T> {
    T read() throws IOException;
  }

  private static <T> T reading(Reading<T> reading) throws RefusedArchive {
    try {
      return reading.read();
    } catch (IOException | IllegalArgumentException e) {
      throw new RefusedArchive(Fault.BROKEN, "It is broken: " + e.getMessage() + ".", e);
    }
  }

  private static RefusedArchive tooMuch(String sentence) {
    return new RefusedArchive(Fault.TOO_MUCH, sentence);
  }

  private static String mebibytes(long bytes) {
    return (bytes >> 20) + " MiB";
  }
}
