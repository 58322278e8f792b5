package dev.ropewalk.shell;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * A folder in which the shell stands. Java cannot spell every name in every locale, but it can be
 * told one by the system, and bash is told the bytes.
 *
 * @param word the name as bash reads it
 * @param path for Java; the last one known where there is none
 */
record FolderName(String word, Path path) {
  private static final String HERE = ".";

  /** Our own folder needs no name. */
  static FolderName atStart(ShellSetting setting) {
    var own = Path.of("").toAbsolutePath();
    return setting.place() == ShellPlace.HERE && setting.directory().equals(own)
        ? new FolderName(HERE, Files.isDirectory(own) ? own : ofProcess("self", own))
        : new FolderName(
            BashScripts.quote(setting.directory().toString(), charset()), setting.directory());
  }

  /**
   * The one that bash reports; this one where it reports nonsense.
   *
   * @param name a character for each byte
   * @param pid of bash, on this machine
   */
  FolderName next(String name, long pid) {
    if (!name.startsWith("/")) {
      return this;
    }
    var word = BashScripts.quote(name, StandardCharsets.ISO_8859_1);
    try {
      var spelt = new String(name.getBytes(StandardCharsets.ISO_8859_1), charset());
      return new FolderName(word, Path.of(spelt));
    } catch (InvalidPathException _) {
      return new FolderName(word, ofProcess(Long.toString(pid), path));
    }
  }

  private static Path ofProcess(String pid, Path otherwise) {
    try {
      return Files.readSymbolicLink(Path.of("/proc", pid, "cwd"));
    } catch (IOException | UnsupportedOperationException _) {
      return otherwise;
    }
  }

  /** In which Java spells names; where that is ASCII, other names come as UTF-8 or not at all. */
  private static Charset charset() {
    var names = System.getProperty("sun.jnu.encoding", "UTF-8");
    var charset = Charset.isSupported(names) ? Charset.forName(names) : StandardCharsets.UTF_8;
    return charset.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : charset;
  }
}
