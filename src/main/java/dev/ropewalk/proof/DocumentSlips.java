package dev.ropewalk.proof;

import dev.ropewalk.command.SimpleCommand;
import dev.ropewalk.command.Word;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What can go wrong with a file that is written by a here-document, and that a check asks for: each
 * of its lines may be missing, with all that is indented below it.
 */
final class DocumentSlips {
  private final String line;
  private final SimpleCommand command;

  /**
   * @param line the whole input, documents included
   */
  DocumentSlips(String line, SimpleCommand command) {
    this.line = line;
    this.command = command;
  }

  /** The files that the command writes. */
  List<String> files() {
    return command.redirects().stream().map(Word::text).toList();
  }

  /** One slip for each line that says something. */
  List<LineSlip> all() {
    List<LineSlip> slips = new ArrayList<>();
    for (Word document : command.documents()) {
      int start = document.start();
      // The last line ends the document, and is none of it.
      for (int end = next(start); end < document.end(); end = next(start)) {
        List<String> names = names(line.substring(start, end));
        if (!names.isEmpty()) {
          slips.add(
              new LineSlip(
                  Mutant.Kind.LINE_LEFT_OUT,
                  new LineEdit(start, below(start, document.end()), ""),
                  names));
        }
        start = end;
      }
    }
    return slips;
  }

  /** Where a line ends that is not below another one, which would hang in the air without it. */
  private int below(int start, int last) {
    int indent = indent(start);
    int end = next(start);
    while (next(end) < last && indent(end) > indent) {
      end = next(end);
    }
    return end;
  }

  private int indent(int start) {
    int at = start;
    while (at < line.length() && line.charAt(at) == ' ') {
      at++;
    }
    return at - start;
  }

  /** Where the next line begins. */
  private int next(int start) {
    int feed = line.indexOf('\n', start);
    return feed < 0 ? line.length() : feed + 1;
  }

  /** The words of a line; none of one that is blank or a remark. */
  private static List<String> names(String text) {
    return text.strip().startsWith("#")
        ? List.of()
        : Arrays.stream(text.split("[\\s\"'{}\\[\\],]+"))
            .map(word -> word.replaceFirst("[:=]$", ""))
            .filter(word -> word.matches(".*[\\p{L}\\p{N}].*"))
            .toList();
  }
}
