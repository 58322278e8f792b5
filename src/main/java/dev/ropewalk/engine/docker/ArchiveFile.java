package dev.ropewalk.engine.docker;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** Takes one file out of the archive that an engine makes of a path. */
final class ArchiveFile {
  private static final int LIMIT = 1 << 20;

  private ArchiveFile() {}

  /** The first MiB of the file; empty where the path is no file. */
  static Optional<String> read(InputStream archive) {
    try (TarArchiveInputStream tar = new TarArchiveInputStream(archive)) {
      TarArchiveEntry entry = tar.getNextEntry();
      return entry != null && entry.isFile()
          ? Optional.of(new String(tar.readNBytes(LIMIT), StandardCharsets.UTF_8))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
