package dev.ropewalk.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Remembers help texts in a file, so that the next start asks nobody. The file only grows; each
 * entry carries its length, so one that was cut short is passed over. A folder that cannot be
 * written only costs the memory.
 *
 * <p>May be used by several threads, and the file by several programs.
 */
public final class HelpFile implements HelpSource {
  private static final char MARK = '\f';
  private static final Pattern HEAD = Pattern.compile(MARK + "([0-9]{1,7}):(.*)\n");

  private final Path file;
  private final HelpSource source;
  private @Nullable Map<String, String> texts;

  /** Keeps what the source says in this file. */
  public HelpFile(Path file, HelpSource source) {
    this.file = file;
    this.source = source;
  }

  @Override
  public synchronized String help(List<String> path) {
    if (texts == null) {
      texts = load();
    }
    String key = String.join(" ", path);
    String known = texts.get(key);
    if (known != null) {
      return known;
    }
    String text = source.help(path);
    if (HelpText.read(text).filter(help -> CommandTable.answers(help, path)).isPresent()) {
      texts.put(key, text);
      append(key, text);
    }
    return text;
  }

  private Map<String, String> load() {
    Map<String, String> loaded = new HashMap<>();
    try {
      String all = Files.readString(file, UTF_8);
      Matcher head = HEAD.matcher(all);
      for (int at = 0; head.find(at); ) {
        int end = head.end() + Integer.parseInt(head.group(1));
        boolean whole = end == all.length() || (end < all.length() && all.charAt(end) == MARK);
        if (whole) {
          loaded.put(head.group(2), all.substring(head.end(), end));
        }
        at = whole ? end : head.end();
      }
    } catch (IOException _) {
      // No file yet, or none that can be read: the source is asked.
    }
    return loaded;
  }

  private void append(String key, String text) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(
          file,
          MARK + "" + text.length() + ":" + key + "\n" + text,
          UTF_8,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException _) {
      // The file is a convenience.
    }
  }
}
