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
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/**
 * Goes through the files of a folder, a zip, a tar or a tar.gz of people that we do not know,
 * within bounds. Files beside the folder and files that are there twice are refused, links are not
 * followed, and {@link Litter} is passed over. For one thread.
 */
public final class ForeignEntries {
  private static final int LONGEST_PATH = 300;
  private static final int PIECE = 64 * 1024;
  private static final int RUN_BY_OWNER = 0100;

  /** Litter is as many entries as that for each file that may be there. */
  private static final int LITTER_PER_FILE = 20;

  private static final Set<Byte> OF_FILES =
      Set.of(TarConstants.LF_NORMAL, TarConstants.LF_OLDNORM, TarConstants.LF_CONTIG);
  private static final Pattern ODD =
      Pattern.compile("[\\p{Cntrl}\\\\]|^/|//|/$|(^|/)\\.{1,2}(/|$)|^$|^[A-Za-z]:");

  private final Bounds bounds;
  private final Target target;
  private final Set<String> files = new HashSet<>();
  private final Set<String> folders = new HashSet<>();
  private int entries;
  private int litter;
  private long bytes;
  private long litterBytes;

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
            return !folder.equals(root) && isLitter(folder)
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            // In a work tree of git or a submodule `.git` is a file.
            if (!isLitter(file)) {
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

  private static boolean isLitter(Path file) {
    return file.getFileName() != null && Litter.isNamedSo(file.getFileName().toString());
  }

  private void archive(Path archive) throws IOException, RefusedArchive {
    if (Files.size(archive) > bounds.bytes()) {
      throw tooMuch("The archive has more than " + mebibytes(bounds.bytes()) + ".");
    }
    byte[] start;
    try (InputStream in = Files.newInputStream(archive)) {
      start = in.readNBytes(TarConstants.DEFAULT_RCDSIZE);
    }
    switch (Packing.of(start)) {
      case ZIP -> zip(archive);
      case TAR_GZ -> packedTar(archive);
      case TAR -> tar(archive);
      default -> throw new RefusedArchive(Fault.NO_ARCHIVE, Packing.of(start).refusal());
    }
  }

  private void zip(Path archive) throws IOException, RefusedArchive {
    try (ZipFile file = ForeignReading.of(() -> ZipFile.builder().setPath(archive).get())) {
      for (ZipArchiveEntry entry : Collections.list(file.getEntries())) {
        if (isPassedOver(entry.getName(), 0)) {
          continue;
        }
        count();
        if (entry.isUnixSymlink()) {
          target.link(entry.getName());
        } else if (!file.canReadEntryData(entry)) {
          throw new RefusedArchive(
              Fault.ENCRYPTED, "`" + entry.getName() + "` in it is encrypted or packed oddly.");
        } else if (!entry.isDirectory()) {
          try (InputStream in = ForeignReading.of(() -> file.getInputStream(entry))) {
            take(entry.getName(), use(entry.getUnixMode()), in);
          }
        }
      }
    }
  }

  private void packedTar(Path archive) throws IOException, RefusedArchive {
    try (var packed = new BufferedInputStream(Files.newInputStream(archive));
        var plain =
            ForeignReading.of(
                () ->
                    GzipCompressorInputStream.builder()
                        .setInputStream(packed)
                        .setDecompressConcatenated(true)
                        .get())) {
      tar(plain);
    }
  }

  private void tar(Path archive) throws IOException, RefusedArchive {
    try (var plain = new BufferedInputStream(Files.newInputStream(archive))) {
      tar(plain);
    }
  }

  private void tar(InputStream plain) throws IOException, RefusedArchive {
    try (var tar = new TarArchiveInputStream(plain)) {
      while (true) {
        TarArchiveEntry entry = ForeignReading.of(tar::getNextEntry);
        if (entry == null) {
          return;
        }
        if (isPassedOver(entry.getName(), entry.getSize())) {
          continue;
        }
        count();
        if (entry.isDirectory() || entry.isGlobalPaxHeader() || entry.isPaxHeader()) {
          continue;
        }
        // What the library calls a file may be a device, or a pipe.
        if (!OF_FILES.contains(entry.getLinkFlag()) || entry.isSparse()) {
          target.link(entry.getName());
        } else {
          take(entry.getName(), use(entry.getMode()), tar);
        }
      }
    }
  }

  /**
   * Whether an entry of an archive is litter. It counts for nothing, but to pass it over is work,
   * too.
   *
   * @param size of what has to be unpacked for that
   */
  private boolean isPassedOver(String path, long size) throws RefusedArchive {
    if (!Litter.isIn(path)) {
      return false;
    }
    litterBytes += size;
    if (++litter > LITTER_PER_FILE * bounds.files() || litterBytes > bounds.bytes()) {
      throw tooMuch("There is more in it than its files, such as `" + path + "`.");
    }
    return true;
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
    return ForeignReading.of(() -> from.read(piece));
  }

  private static RefusedArchive tooMuch(String sentence) {
    return new RefusedArchive(Fault.TOO_MUCH, sentence);
  }

  private static String mebibytes(long bytes) {
    return (bytes >> 20) + " MiB";
  }
}
