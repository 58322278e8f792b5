package dev.ropewalk.proof;

import dev.ropewalk.command.CommandTable;
import dev.ropewalk.command.DockerCommand;
import dev.ropewalk.command.ShellWords;
import dev.ropewalk.command.SimpleCommand;
import dev.ropewalk.command.Word;
import dev.ropewalk.lesson.Script;
import java.util.List;
import java.util.stream.Stream;

/**
 * What command lines ask for. Scripts of the same commands in the same order are equal, however
 * docker's flags are written and wherever the lines end.
 *
 * @param commands a docker command for each that is one, else its words
 */
record ScriptMeaning(List<Object> commands) {
  ScriptMeaning {
    commands = List.copyOf(commands);
  }

  static ScriptMeaning of(Script script, CommandTable table) {
    return new ScriptMeaning(
        script.commands().stream()
            .flatMap(line -> outer(line).stream())
            .map(command -> meaning(command, table))
            .toList());
  }

  /** The commands of a line, without those inside {@code $(...)}. */
  static List<SimpleCommand> outer(String line) {
    List<SimpleCommand> all =
        ShellWords.of(line).commands().stream().filter(c -> !c.words().isEmpty()).toList();
    return all.stream()
        .filter(c -> all.stream().noneMatch(around -> around != c && isWord(around, c)))
        .toList();
  }

  private static boolean isWord(SimpleCommand around, SimpleCommand inside) {
    return around.words().stream()
        .anyMatch(word -> word.start() < inside.start() && inside.end() < word.end());
  }

  /** What stands before docker, such as {@code timeout 3}, is not what is asked for. */
  private static Object meaning(SimpleCommand command, CommandTable table) {
    List<Word> words = command.isDocker() ? command.program() : command.words();
    List<String> texts = words.stream().map(Word::text).toList();
    return command.isDocker()
        ? DockerCommand.of(texts.subList(1, texts.size()), table)
        : Stream.of(texts.stream(), texts(command.redirects()), texts(command.documents()))
            .flatMap(each -> each)
            .toList();
  }

  private static Stream<String> texts(List<Word> words) {
    return words.stream().map(Word::text);
  }

  /** Whether this is the other without some commands, that at a place among them. */
  boolean doesWithout(ScriptMeaning other, int place) {
    int at = 0;
    for (int i = 0; i < other.commands.size() && at < commands.size(); i++) {
      if (i != place && other.commands.get(i).equals(commands.get(at))) {
        at++;
      }
    }
    return at == commands.size();
  }
}
