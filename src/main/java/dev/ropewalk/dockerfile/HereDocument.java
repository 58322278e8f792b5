package dev.ropewalk.dockerfile;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A here-document: lines below an instruction that belong to it.
 *
 * @param name what stands after {@code <<}, and alone on the line that ends it
 * @param stripsTabs whether it was opened with {@code <<-}: leading tabs are taken off
 * @param expands whether variables are put in by docker: its name has no quotes
 * @param text its lines, without the last line feed
 */
public record HereDocument(String name, boolean stripsTabs, boolean expands, String text) {
  private static final Pattern OPENING = Pattern.compile("\\d*<<(-?+)[\\t\\n\\f\\r ]*+([^<]+)");

  /**
   * Those that a line opens, in order and with empty text. A line whose quotes do not close opens
   * none; {@code <<} inside quotes is text, and so is a shift ({@code <<} before a blank and more
   * than one word is read as docker reads it: the word after it is the name).
   */
  static List<HereDocument> openedBy(String line, int number) throws Unreadable {
    List<String> words;
    try {
      words =
          new WordReader(
                  number,
                  '\\',
                  Map.of(),
                  EnumSet.of(
                      WordOption.KEEP_QUOTES, WordOption.KEEP_ESCAPES, WordOption.KEEP_UNSET))
              .words(line);
    } catch (Unreadable e) {
      return List.of();
    }
    List<HereDocument> opened = new ArrayList<>();
    for (String word : words) {
      opening(word, number).ifPresent(opened::add);
    }
    return opened;
  }

  /** The one that a word opens, its text empty; empty for another word. */
  static Optional<HereDocument> opening(String word, int number) throws Unreadable {
    Matcher opening = OPENING.matcher(word);
    if (!opening.matches()) {
      return Optional.empty();
    }
    String delimiter = opening.group(2);
    List<String> plain = delimiterWords(delimiter, number, EnumSet.noneOf(WordOption.class));
    if (plain.size() != 1) {
      return Optional.empty();
    }
    String raw = delimiterWords(delimiter, number, EnumSet.of(WordOption.KEEP_QUOTES)).getFirst();
    String name = plain.getFirst();
    return Optional.of(
        new HereDocument(name, !opening.group(1).isEmpty(), quotes(name) == quotes(raw), ""));
  }

  HereDocument with(String content) {
    return new HereDocument(name, stripsTabs, expands, content);
  }

  private static List<String> delimiterWords(
      String delimiter, int number, EnumSet<WordOption> options) throws Unreadable {
    options.add(WordOption.KEEP_UNSET);
    return new WordReader(number, '\\', Map.of(), options).words(delimiter);
  }

  private static long quotes(String text) {
    return text.chars().filter(sign -> sign == '\'' || sign == '"').count();
  }
}
