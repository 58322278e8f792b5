package dev.ropewalk.lesson;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A file that a lesson brings along.
 *
 * @param path where it goes, from the lesson's working folder, with slashes
 * @param source where it is in the course
 * @param text what it says, where values were put in; else it is copied as it is
 * @param executable whether it is to be run
 */
public record LessonFile(String path, Path source, Optional<String> text, boolean executable) {
  /**
   * What is in it.
   *
   * @throws IOException when the file of the course cannot be read
   */
  public InputStream open() throws IOException {
    return text.isPresent()
        ? new ByteArrayInputStream(text.get().getBytes(StandardCharsets.UTF_8))
        : Files.newInputStream(source);
  }

  /**
   * The SHA-256 of what is in it, in small hexadecimal digits.
   *
   * @throws IOException when the file of the course cannot be read
   */
  public String digest() throws IOException {
    try (var in = new DigestInputStream(open(), MessageDigest.getInstance("SHA-256"))) {
      in.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(in.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
