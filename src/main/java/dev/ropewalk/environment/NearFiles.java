package dev.ropewalk.environment;

import dev.ropewalk.text.RegularFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/**
 * Files of this machine.
 *
 * @param home the learner's home folder
 */
record NearFiles(Path home) implements HomeFiles {
  @Override
  public void makeFolder(Path folder) throws IOException {
    Files.createDirectories(folder);
  }

  @Override
  public Optional<String> digest(Path file) throws IOException {
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    if (!Files.isRegularFile(file)) {
      throw new IOException("`" + file + "` is there, and is no file");
    }
    try (var in = new DigestInputStream(Files.newInputStream(file), sha256())) {
      in.transferTo(OutputStream.nullOutputStream());
      return Optional.of(HexFormat.of().formatHex(in.getMessageDigest().digest()));
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public Optional<String> text(Path file, int most) throws IOException {
    return Files.isRegularFile(file)
        ? TextBytes.of(RegularFile.read(file, most + 1), most)
        : Optional.empty();
  }

  @Override
  public void write(Path file, InputStream content, boolean executable) throws IOException {
    // Made as any program makes one, so that it has the permissions that the learner's umask gives.
    Path fresh = file.resolveSibling(".ropewalk-" + UUID.randomUUID());
    try {
      try (OutputStream out = Files.newOutputStream(fresh, StandardOpenOption.CREATE_NEW)) {
        content.transferTo(out);
      }
      if (executable && !fresh.toFile().setExecutable(true, false)) {
        throw new IOException("`" + file + "` cannot be made executable");
      }
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  @Override
  public void rename(Path from, Path to) throws IOException {
    Files.move(from, to);
  }
}
