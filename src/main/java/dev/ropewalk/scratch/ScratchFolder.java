package dev.ropewalk.scratch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A folder for this process and this user alone, in the machine's folder for temporary files. It is
 * removed with all that is in it when it is closed or when the process ends, also by HUP or TERM;
 * after a KILL, by {@link #sweep} at the next start. Its name says whose it is, so that there is no
 * moment at which it belongs to nobody.
 *
 * <p>Every temporary file and socket of ours is in one of these.
 */
public final class ScratchFolder implements AutoCloseable {
  private static final String PREFIX = "ropewalk-";
  private static final String END_OF_OWNER = "_";

  private final Path path;
  private final ExitHook hook;

  /** Whoever writes there ends with the process, but perhaps a little later. */
  private static final int TRIES = 20;

  private static final long BETWEEN_NANOS = 50_000_000;

  private ScratchFolder(Path path) {
    this.path = path;
    this.hook = ExitHook.of(() -> removeAtLast(path));
    if (!hook.isSet()) {
      removeQuietly(path);
      throw new ScratchProblem(path, new IOException("ropewalk is ending"));
    }
  }

  private static void removeAtLast(Path path) {
    for (int i = 0; i < TRIES; i++) {
      removeQuietly(path);
      if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
        return;
      }
      LockSupport.parkNanos(BETWEEN_NANOS);
    }
  }

  /**
   * Makes a new one, empty.
   *
   * @throws ScratchProblem when none can be made
   */
  public static ScratchFolder create() {
    return in(Path.of(System.getProperty("java.io.tmpdir")));
  }

  static ScratchFolder in(Path place) {
    try {
      return new ScratchFolder(
          Files.createTempDirectory(place, PREFIX + ProcessIdentity.own().text() + END_OF_OWNER));
    } catch (IOException e) {
      throw new ScratchProblem(place, e);
    }
  }

  public Path path() {
    return path;
  }

  /** Removes it. Does nothing the second time. */
  @Override
  public void close() {
    try {
      remove(path);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove " + path, e);
    } finally {
      hook.close();
    }
  }

  /** Removes the folders of processes that have ended; those that cannot be removed stay. */
  public static void sweep() {
    sweep(Path.of(System.getProperty("java.io.tmpdir")));
  }

  static void sweep(Path place) {
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(place, PREFIX + "*")) {
      for (Path folder : folders) {
        if (owner(folder).filter(ProcessIdentity::hasEnded).isPresent()
            && Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
          removeQuietly(folder);
        }
      }
    } catch (IOException e) {
      // There is nothing to be read there, and so nothing to be removed.
    }
  }

  private static Optional<ProcessIdentity> owner(Path folder) {
    String name = folder.getFileName().toString().substring(PREFIX.length());
    int end = name.indexOf(END_OF_OWNER);
    return end < 0 ? Optional.empty() : ProcessIdentity.read(name.substring(0, end));
  }

  private static void removeQuietly(Path folder) {
    try {
      remove(folder);
    } catch (IOException e) {
      // Somebody else's, or in use: the next sweep tries again.
    }
  }

  /** Removes a folder with all that is in it, also while somebody else does. Follows no link. */
  public static void remove(Path folder) throws IOException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException problem)
              throws IOException {
            if (problem instanceof NoSuchFileException) {
              return FileVisitResult.CONTINUE;
            }
            throw problem;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path inner, @Nullable IOException problem)
              throws IOException {
            if (problem != null) {
              throw problem;
            }
            Files.deleteIfExists(inner);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
