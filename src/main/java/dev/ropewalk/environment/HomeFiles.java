package dev.ropewalk.environment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/** Files of the machine that the learner's shell runs on. Paths are as that shell names them. */
public interface HomeFiles {
  /**
   * Those of this machine.
   *
   * @param home the learner's home folder
   */
  static HomeFiles near(Path home) {
    return new NearFiles(home);
  }

  /** The learner's home folder. */
  Path home();

  /** Makes a folder, and those above it, where there is none. */
  void makeFolder(Path folder) throws IOException;

  /**
   * The SHA-256 of a file, in small hexadecimal digits; empty where there is nothing.
   *
   * @throws IOException also where something is there that is no file, or cannot be read
   */
  Optional<String> digest(Path file) throws IOException;

  /**
   * The text of a file; empty where there is none, where it is longer, and where it is no text.
   *
   * @param most how long it may be, in bytes
   * @throws IOException where it cannot be read
   */
  Optional<String> text(Path file, int most) throws IOException;

  /** Makes a file of this content in a folder that is there, in the place of one that may be. */
  void write(Path file, InputStream content, boolean executable) throws IOException;

  /** Gives a file another name, which must be free. */
  void rename(Path from, Path to) throws IOException;
}
