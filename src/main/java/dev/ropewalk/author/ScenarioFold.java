package dev.ropewalk.author;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A part of a page that is being read: the page itself, or what is folded in it. */
final class ScenarioFold {
  private static final Pattern OR = Pattern.compile("(?i)[^\\p{L}]*(?:or|alternatively)\\b.{0,60}");

  final List<String> lines = new ArrayList<>();
  final List<ScenarioCommands.Block> commands = new ArrayList<>();

  /** What has been read since the last button. */
  final StringBuilder between = new StringBuilder();

  String summary = "";

  /** Its lines as Markdown. */
  String words() {
    return String.join("\n", lines).replaceAll("\n{3,}", "\n\n").strip();
  }

  /** Notes what a button runs; after an "or" it stands in the place of what the last one runs. */
  void command(String text) {
    if (!commands.isEmpty() && OR.matcher(between.toString().strip()).matches()) {
      commands.add(commands.removeLast().or(text));
    } else {
      commands.add(new ScenarioCommands.Block(text, List.of()));
    }
    between.setLength(0);
  }
}
