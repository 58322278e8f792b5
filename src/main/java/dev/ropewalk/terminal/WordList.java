package dev.ropewalk.terminal;

import dev.ropewalk.session.Word;
import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.jline.utils.AttributedString;

/**
 * Draws ropewalk's own words: as a table, or where its rows would be broken, as tight as they can
 * be read.
 */
final class WordList {
  private static final int GAP = 2;
  private static final int HANGING = 2;
  private static final Parser MARKDOWN =
      Parser.builder().extensions(List.of(TablesExtension.create())).build();

  private WordList() {}

  static List<AttributedString> draw(Sheet sheet, List<Word> words) {
    int spelling = words.stream().mapToInt(word -> spelled(word).length()).max().orElse(0);
    int doc = words.stream().mapToInt(word -> word.doc().length()).max().orElse(0);
    return spelling + GAP + doc <= sheet.width() ? table(sheet, words) : narrow(sheet, words);
  }

  private static List<AttributedString> table(Sheet sheet, List<Word> words) {
    StringBuilder text =
        new StringBuilder(
            "Your shell's commands run for real. These are ropewalk's; first letters do:\n\n| word | what it does |\n| --- | --- |\n");
    words.forEach(
        word ->
            text.append("| `")
                .append(spelled(word))
                .append("` | ")
                .append(word.doc())
                .append(" |\n"));
    return new MarkdownView(sheet).lines(MARKDOWN.parse(text.toString()));
  }

  private static List<AttributedString> narrow(Sheet sheet, List<Word> words) {
    TerminalWriter writer = new TerminalWriter(sheet);
    for (Word word : words) {
      Ink line = new Ink(sheet).add(Role.CODE, spelled(word)).add("  " + word.doc());
      writer.hanging(line.dry(), HANGING);
    }
    return writer.lines();
  }

  private static String spelled(Word word) {
    return (":" + word.word() + " " + word.argument()).strip();
  }
}
