package dev.ropewalk.proof;

import dev.ropewalk.command.CommandHelp;
import dev.ropewalk.command.CommandTable;
import dev.ropewalk.command.DockerCommand;
import dev.ropewalk.command.Flag;
import dev.ropewalk.command.SimpleCommand;
import dev.ropewalk.command.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A docker command of a line with the places of its flags and arguments.
 *
 * @param name its canonical name, such as {@code run}
 * @param docker the word {@code docker}
 * @param verb the last word of the command's name
 */
record ParsedDockerLine(
    String name,
    CommandHelp help,
    Word docker,
    Word verb,
    List<Given> flags,
    List<Word> arguments) {
  ParsedDockerLine {
    flags = List.copyOf(flags);
    arguments = List.copyOf(arguments);
  }

  /**
   * A flag that is given.
   *
   * @param word the word that it stands in
   * @param letter its place in a word such as {@code -it}; 0 for a long flag
   * @param value empty for a switch
   * @param apart the next word, where that is the value
   */
  record Given(Flag flag, Word word, int letter, String value, Optional<Word> apart) {
    /** Takes the flag and its value out; of {@code -it} the other letter stays. */
    LineEdit without(String line) {
      int end = apart.map(Word::end).orElse(word.end());
      String text = word.text();
      String before = letter == 0 ? "-" : text.substring(0, letter);
      String after = letter > 0 && flag.isSwitch() ? text.substring(letter + 1) : "";
      String left = before + after;
      return left.equals("-")
          ? LineEdit.without(line, word.start(), end)
          : new LineEdit(word.start(), end, left);
    }
  }

  /** Reads a command; nothing if it is none of docker's, or one that docker does not know. */
  static Optional<ParsedDockerLine> of(SimpleCommand command, CommandTable table) {
    List<Word> program = command.program();
    if (!command.isDocker()) {
      return Optional.empty();
    }
    List<String> argv = program.stream().skip(1).map(Word::text).toList();
    DockerCommand understood = DockerCommand.of(argv, table);
    return understood.isUnderstood() && !understood.name().isEmpty()
        ? Optional.of(new Reader(table).read(program, understood.name()))
        : Optional.empty();
  }

  /** Reads a command that docker understands. */
  private static final class Reader {
    private final CommandTable table;
    private final List<String> path = new ArrayList<>();
    private final List<Given> flags = new ArrayList<>();
    private final List<Word> arguments = new ArrayList<>();
    private CommandHelp help;
    private @Nullable Word verb;
    private boolean flagsEnded;

    Reader(CommandTable table) {
      this.table = table;
      this.help = table.root();
    }

    ParsedDockerLine read(List<Word> program, String name) {
      int at = 1;
      while (at < program.size()) {
        Word word = program.get(at++);
        Optional<Word> next = at < program.size() ? Optional.of(program.get(at)) : Optional.empty();
        if (flagsEnded || !word.text().startsWith("-") || word.text().equals("-")) {
          plain(word);
        } else if (word.text().equals("--")) {
          flagsEnded = true;
        } else if (word.text().startsWith("--") ? longFlag(word, next) : letters(word, next)) {
          at++;
        }
      }
      Word docker = program.getFirst();
      return new ParsedDockerLine(
          name, help, docker, verb == null ? docker : verb, flags, arguments);
    }

    private void plain(Word word) {
      if (help.isGroup()) {
        path.add(word.text());
        help = table.help(path).orElseThrow();
        verb = word;
      } else {
        arguments.add(word);
        flagsEnded = flagsEnded || endsFlags();
      }
    }

    /** Asked of the one who knows: does a flag after an argument still count? */
    private boolean endsFlags() {
      List<String> argv = new ArrayList<>(path);
      argv.addAll(List.of("argument", "--help"));
      return DockerCommand.of(argv, table).args().contains("--help");
    }

    /** Tells whether the next word is taken as well. */
    private boolean longFlag(Word word, Optional<Word> next) {
      String[] parts = word.text().substring(2).split("=", 2);
      Flag flag = help.flag(parts[0]).orElseThrow();
      boolean apart = parts.length == 1 && !flag.isSwitch();
      String value = apart ? next.map(Word::text).orElse("") : parts.length == 2 ? parts[1] : "";
      flags.add(new Given(flag, word, 0, value, apart ? next : Optional.empty()));
      return apart;
    }

    private boolean letters(Word word, Optional<Word> next) {
      String text = word.text();
      for (int at = 1; at < text.length(); at++) {
        Flag flag = help.shorthand(text.substring(at, at + 1)).orElseThrow();
        String rest = text.substring(at + 1);
        if (!flag.isSwitch() || rest.startsWith("=")) {
          boolean apart = rest.isEmpty();
          String value = apart ? next.map(Word::text).orElse("") : rest.replaceFirst("^=", "");
          flags.add(new Given(flag, word, at, value, apart ? next : Optional.empty()));
          return apart;
        }
        flags.add(new Given(flag, word, at, "", Optional.empty()));
      }
      return false;
    }
  }
}
