package dev.ropewalk.text;

import java.util.List;

/**
 * What the YAML parser says of a broken line, in words for people who do not know how it works.
 *
 * @param says what is the case
 * @param fix what to do about it
 */
record YamlTrouble(String says, String fix) {
  /**
   * A thing that authors do.
   *
   * @param sign what the parser then says
   * @param trace what the line then has in it; empty for anything
   */
  private record Habit(String sign, String trace, YamlTrouble trouble) {}

  private static final List<Habit> HABITS =
      List.of(
          new Habit(
              "TAB",
              "",
              new YamlTrouble("a tab indents this line", "indent with spaces, not with tabs")),
          new Habit(
              "",
              "${",
              new YamlTrouble(
                  "a brace stands where none can", "quote a text that contains `${...}`")),
          new Habit(
              "mapping values are not allowed",
              "",
              new YamlTrouble(
                  "a colon stands where none can",
                  "quote a text that contains `: `, or check the indentation")),
          new Habit(
              "block end",
              "",
              new YamlTrouble(
                  "this line is not indented like those above it",
                  "begin it in the same column as its neighbours")),
          new Habit(
              "character '`'",
              "",
              new YamlTrouble("a text begins with a backtick", "put the whole text in quotes")),
          new Habit(
              "unknown escape",
              "",
              new YamlTrouble(
                  "a backslash stands in double quotes",
                  "use single quotes, or write the backslash twice")));

  /** Of the parser's own words and the line that they are about. */
  static YamlTrouble of(String problem, String line) {
    return HABITS.stream()
        .filter(habit -> problem.contains(habit.sign()) && line.contains(habit.trace()))
        .findFirst()
        .map(Habit::trouble)
        .orElseGet(
            () ->
                new YamlTrouble(
                    problem, "check quotes, brackets and indentation around this place"));
  }
}
