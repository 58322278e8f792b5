package dev.ropewalk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Compares what a person reads with a file, whole. With {@code -Dgolden.update=true} the file is
 * written anew and the test still fails, so that nobody updates by accident.
 */
public final class Golden {
  private static final Path FOLDER = Path.of("src", "test", "resources", "golden");

  private Golden() {}

  /**
   * Fails unless the file holds exactly this text.
   *
   * @param name of the file below {@code src/test/resources/golden}
   */
  public static void assertSame(String name, String actual) {
    Path file = FOLDER.resolve(name);
    try {
      if (Boolean.getBoolean("golden.update")) {
        Files.createDirectories(file.getParent());
        Files.writeString(file, actual);
        fail("%s is written anew; read the difference, then run without golden.update", file);
      }
      assertThat(file).as("to be made with -Dgolden.update=true").exists();
      assertThat(actual).as(file.toString()).isEqualTo(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
