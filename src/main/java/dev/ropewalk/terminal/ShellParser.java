package dev.ropewalk.terminal;

import dev.ropewalk.command.ShellWords;
import dev.ropewalk.play.Workplace;
import dev.ropewalk.session.Word;
import java.util.List;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/**
 * Lets the line editor ask for more where a shell would, and find the word that is being completed.
 */
final class ShellParser implements Parser {
  private final Workplace workplace;

  /**
   * @param workplace whose shell decides what is finished
   */
  ShellParser(Workplace workplace) {
    this.workplace = workplace;
  }

  @Override
  public ParsedLine parse(String line, int cursor, ParseContext context) {
    if (context == ParseContext.ACCEPT_LINE && isUnfinished(line)) {
      throw new EOFError(-1, -1, "unfinished");
    }
    int start = ShellWords.typedAt(line, cursor).start();
    return new Line(line, cursor, line.substring(start, cursor), start);
  }

  private boolean isUnfinished(String line) {
    try {
      return !Word.isMeant(line) && workplace.isUnfinished(line);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public boolean isEscapeChar(char ch) {
    return false;
  }

  /**
   * What the editor asks of a line; candidates come with their quotes, so nothing is escaped again.
   */
  private record Line(String line, int cursor, String word, int start)
      implements CompletingParsedLine {
    @Override
    public int wordCursor() {
      return word.length();
    }

    @Override
    public int wordIndex() {
      return words().size() - 1;
    }

    @Override
    public List<String> words() {
      return start == 0 ? List.of(word) : List.of(line.substring(0, start), word);
    }

    @Override
    public CharSequence escape(CharSequence candidate, boolean complete) {
      return candidate;
    }

    @Override
    public int rawWordCursor() {
      return word.length();
    }

    @Override
    public int rawWordLength() {
      return word.length();
    }
  }
}
