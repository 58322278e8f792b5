package dev.ropewalk.terminal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Names of files that complete a word of a command line. */
final class FileNames {
  private static final String SPECIAL = " \t'\"\\$`&|;<>()*?[]#~!{}";
  private static final int MOST = 500;

  private FileNames() {}

  /**
   * One of them.
   *
   * @param quoted as it is typed: special characters have a backslash
   * @param whole false for a folder, after which a name follows
   */
  record Name(String quoted, boolean whole) {}

  /**
   * The files below a folder that begin with what was typed; hidden ones only when a dot was typed.
   */
  static List<Name> of(Path directory, String typed) {
    String plain = typed.replaceAll("\\\\(.)", "$1").replaceAll("^['\"]", "");
    int slash = plain.lastIndexOf('/');
    String begun = plain.substring(slash + 1);
    String above = plain.substring(0, slash + 1);
    try (Stream<Path> files = Files.list(directory.resolve(expand(above)))) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(begun))
          .filter(file -> begun.startsWith(".") || !file.getFileName().toString().startsWith("."))
          .sorted()
          .limit(MOST)
          .map(file -> name(above, file))
          .toList();
    } catch (IOException | UncheckedIOException | InvalidPathException e) {
      return List.of();
    }
  }

  private static Name name(String above, Path file) {
    boolean folder = Files.isDirectory(file);
    return new Name(quote(above + file.getFileName()) + (folder ? "/" : ""), !folder);
  }

  private static String expand(String above) {
    return above.startsWith("~/") ? System.getProperty("user.home") + above.substring(1) : above;
  }

  private static String quote(String name) {
    StringBuilder quoted = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean home = i == 0 && c == '~';
      quoted.append(!home && SPECIAL.indexOf(c) >= 0 ? "\\" : "").append(c);
    }
    return quoted.toString();
  }
}
