package dev.ropewalk.archive;

import java.util.Locale;
import java.util.Set;

/**
 * What systems and version control leave beside somebody's files without being asked: it is no part
 * of anything that is handed in.
 */
public final class Litter {
  private static final Set<String> NAMES =
      Set.of(
          // Of version control.
          ".git",
          ".hg",
          ".svn",
          // Of macOS.
          "__macosx",
          ".ds_store",
          ".appledouble",
          ".spotlight-v100",
          ".trashes",
          ".fseventsd",
          // Of Windows.
          "thumbs.db",
          "ehthumbs.db",
          "desktop.ini",
          "$recycle.bin",
          "system volume information");

  /**
   * In front of the name of a file: what macOS knows of it, where the file system cannot keep it.
   */
  private static final String OF_MAC = "._";

  private Litter() {}

  /** Whether a file or folder of this name is litter, with all that is in it. */
  public static boolean isNamedSo(String name) {
    return name.startsWith(OF_MAC) || NAMES.contains(name.toLowerCase(Locale.ROOT));
  }

  /** Whether there is such a name in a path with {@code /}. */
  static boolean isIn(String path) {
    for (String name : path.split("/")) {
      if (isNamedSo(name)) {
        return true;
      }
    }
    return false;
  }
}
