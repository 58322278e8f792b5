package dev.ropewalk.check.object;

import dev.ropewalk.check.match.Attribute;
import dev.ropewalk.check.match.Attributes;
import dev.ropewalk.check.value.Type;
import dev.ropewalk.check.value.Value;
import dev.ropewalk.text.RegularFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * A file that is there, or a folder. What is asked of it is read only then, and throws {@link
 * UncheckedIOException} when it cannot be read.
 */
record SeenFile(Path path) {
  /** Of a longer file nobody looks for a text. Bytes. */
  static final int MOST_TEXT = 32 << 20;

  static final Attributes<SeenFile> TABLE =
      new Attributes<>(
          List.of(
              new Attribute<>(
                  "mode",
                  Type.Single.TEXT,
                  "its permissions, such as `644`",
                  f -> Value.of(f.mode())),
              new Attribute<>("size", Type.Single.SIZE, "how many bytes it has", SeenFile::size),
              new Attribute<>(
                  "binary",
                  Type.Single.FLAG,
                  "whether it is no text: it has a zero byte, or is no UTF-8",
                  f -> Value.of(f.binary())),
              new Attribute<>(
                  "sha256",
                  Type.Single.TEXT,
                  "its SHA-256, 64 hexadecimal digits, lower case",
                  f -> Value.of(f.sha256())),
              new Attribute<>(
                  "text",
                  Type.Single.TEXT,
                  "what is in it, without the last line break; of 32 MiB at most",
                  f -> Value.of(f.text().stripTrailing()))));

  private boolean isFolder() {
    return Files.isDirectory(path);
  }

  private Value size() {
    try {
      return isFolder() ? new Value.Nothing() : Value.of(Files.size(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte[] bytes() {
    try {
      byte[] read = isFolder() ? new byte[0] : RegularFile.read(path, MOST_TEXT + 1);
      if (read.length > MOST_TEXT) {
        throw new IOException("it has more than 32 MiB: expect its `size` or its `sha256`");
      }
      return read;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String text() {
    return new String(bytes(), StandardCharsets.UTF_8);
  }

  private boolean binary() {
    byte[] bytes = bytes();
    for (byte each : bytes) {
      if (each == 0) {
        return true;
      }
    }
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return false;
    } catch (CharacterCodingException e) {
      return true;
    }
  }

  private String sha256() {
    try (InputStream file = RegularFile.open(path);
        DigestInputStream digest =
            new DigestInputStream(file, MessageDigest.getInstance("SHA-256"))) {
      digest.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(digest.getMessageDigest().digest());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private String mode() {
    try {
      int bits = 0;
      for (PosixFilePermission permission :
          Files.getPosixFilePermissions(path, new LinkOption[0])) {
        // The enum stands in the order of the bits, the owner's reading first.
        bits |= 0400 >>> permission.ordinal();
      }
      return String.format(Locale.ROOT, "%o", bits);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
