package dev.ropewalk.proof;

import dev.ropewalk.command.SimpleCommand;
import dev.ropewalk.command.Word;
import java.util.ArrayList;
import java.util.List;

/** What can go wrong with the words of a program that is not docker, and that a check asks for. */
final class ProgramSlips {
  private final String line;
  private final List<Word> words;

  ProgramSlips(String line, SimpleCommand command) {
    this.line = line;
    this.words = command.program();
  }

  /** The name of the program, without its folder; empty where nothing is run. */
  static String name(SimpleCommand command) {
    List<Word> words = command.program();
    return words.isEmpty() ? "" : words.getFirst().text().replaceAll(".*/", "");
  }

  /** Each word after the program's name is another one, or left out where it is a flag. */
  List<LineSlip> all() {
    List<LineSlip> slips = new ArrayList<>();
    for (Word word : words.subList(1, words.size())) {
      String text = word.text();
      String raw = line.substring(word.start(), word.end());
      if (text.startsWith("-") && text.length() > 1) {
        slips.add(
            new LineSlip(
                Mutant.Kind.FLAG_LEFT_OUT,
                LineEdit.without(line, word.start(), word.end()),
                List.of(text)));
      } else if (!text.isBlank() && !OtherValues.isOpaque(text) && raw.contains(text)) {
        int start = word.start() + raw.indexOf(text);
        String other = OtherValues.other(text);
        slips.add(
            new LineSlip(
                Mutant.Kind.VALUE_CHANGED,
                new LineEdit(start, start + text.length(), other),
                List.of(text, other)));
      }
    }
    return slips;
  }
}
