package dev.ropewalk.check.plan;

import dev.ropewalk.command.CommandTable;
import dev.ropewalk.command.GivenFlag;
import dev.ropewalk.command.PlacedCommand;
import dev.ropewalk.command.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The flags of a {@code docker run} line, which can be changed one by one. Not for threads. */
final class TypedFlags {
  /**
   * A flag.
   *
   * @param text as it is typed by itself
   * @param word all of the word that it was typed in, with the value behind it
   * @param place of that word; of one that was not typed, a number that no other has
   * @param together how many flags that word holds
   */
  private record Typed(GivenFlag flag, String text, String word, int place, int together) {}

  private final CommandTable table;
  private final List<Typed> all = new ArrayList<>();
  private int next = -1;

  TypedFlags(CommandTable table) {
    this.table = table;
  }

  /** Those of a command as they are written in a text. */
  void addAll(PlacedCommand command, String source) {
    int offset = all.stream().mapToInt(it -> it.place() + 1).max().orElse(0);
    for (GivenFlag flag : command.flags()) {
      long together = command.flags().stream().filter(it -> it.word().equals(flag.word())).count();
      String word =
          raw(flag.word(), source) + flag.apart().map(it -> " " + raw(it, source)).orElse("");
      boolean alone = together == 1;
      all.add(
          new Typed(
              flag,
              alone ? word : alone(flag, source),
              word,
              offset + flag.word().start(),
              (int) together));
    }
  }

  private static String alone(GivenFlag flag, String source) {
    String letter = "-" + flag.flag().shorthand();
    return flag.flag().isSwitch()
        ? letter
        : letter + " " + flag.apart().map(it -> raw(it, source)).orElse(flag.value());
  }

  static String raw(Word word, String source) {
    return source.substring(word.start(), word.end());
  }

  /** A flag with its value as it would be read; more than one where the text has more. */
  List<GivenFlag> read(String text) {
    return table.placed("docker run %s image".formatted(text)).stream()
        .flatMap(command -> command.flags().stream())
        .toList();
  }

  Optional<String> value(String name) {
    return all.stream()
        .map(Typed::flag)
        .filter(flag -> flag.name().equals(name))
        .map(GivenFlag::value)
        .reduce((_, last) -> last);
  }

  boolean has(String name) {
    return value(name).filter(it -> !it.equals("false")).isPresent();
  }

  void remove(Predicate<GivenFlag> which) {
    all.removeIf(typed -> which.test(typed.flag()));
  }

  /** Takes away what must not stand there: {@code -d}, or {@code -e KEY} for this key alone. */
  void removeUnwanted(String text) {
    // Of one that needs a value and has none here, any value is too much.
    read(text + " ''").forEach(it -> remove(flag -> FlagSlot.isUnwanted(flag, it)));
  }

  /** Puts it in the place of what it takes the place of, or at the end. */
  void put(String text) {
    for (GivenFlag wanted : read(text)) {
      put(wanted, read(text).size() == 1 ? text : typed(wanted));
    }
  }

  private static String typed(GivenFlag flag) {
    return flag.flag().isSwitch()
        ? "--" + flag.name()
        : "--%s %s".formatted(flag.name(), flag.value());
  }

  private void put(GivenFlag wanted, String text) {
    boolean there = all.stream().anyMatch(it -> FlagSlot.isSame(it.flag(), wanted));
    int at = 0;
    while (at < all.size() && !FlagSlot.isOne(all.get(at).flag(), wanted)) {
      at++;
    }
    if (!there) {
      remove(flag -> FlagSlot.isOne(flag, wanted));
      all.add(Math.min(at, all.size()), new Typed(wanted, text, text, next--, 1));
    }
  }

  /** As they are typed; a word that holds several stays one where all of them stay. */
  List<String> words() {
    List<String> words = new ArrayList<>();
    for (int at = 0; at < all.size(); at++) {
      Typed flag = all.get(at);
      long left = all.stream().filter(it -> it.place() == flag.place()).count();
      boolean first = at == 0 || all.get(at - 1).place() != flag.place();
      if (left < flag.together()) {
        words.add(flag.text());
      } else if (first) {
        // The last one of it may have a value behind it.
        words.add(all.get(at + flag.together() - 1).word());
      }
    }
    return words;
  }
}
