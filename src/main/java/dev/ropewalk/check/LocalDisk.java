package dev.ropewalk.check;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The disk of this machine. */
final class LocalDisk implements Disk {
  @Override
  public Optional<Found> find(Path path) throws IOException {
    if (!Files.exists(path)) {
      return Optional.empty();
    }
    boolean folder = Files.isDirectory(path);
    return Optional.of(new Found(folder, folder ? "" : text(path), mode(path)));
  }

  @Override
  public List<String> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).map(f -> f.getFileName().toString()).toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private static String text(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(LIMIT), StandardCharsets.UTF_8);
    }
  }

  private static String mode(Path file) throws IOException {
    Set<PosixFilePermission> all = Files.getPosixFilePermissions(file, new LinkOption[0]);
    int bits = 0;
    for (PosixFilePermission permission : all) {
      // The enum stands in the order of the bits, the owner's reading first.
      bits |= 0400 >>> permission.ordinal();
    }
    return String.format(Locale.ROOT, "%o", bits);
  }
}
