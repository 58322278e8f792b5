package dev.ropewalk.command;

import java.util.List;
import java.util.Optional;

/**
 * A docker command of a line with the places of its words.
 *
 * @param name its canonical name, such as {@code run}
 * @param docker the word {@code docker}
 * @param verb the last word of the command's name
 * @param flags as they are given, in their order
 * @param arguments the words that are no flags
 */
public record PlacedCommand(
    String name,
    CommandHelp help,
    Word docker,
    Word verb,
    List<GivenFlag> flags,
    List<Word> arguments) {
  public PlacedCommand {
    flags = List.copyOf(flags);
    arguments = List.copyOf(arguments);
  }

  /** Reads a command; nothing if it is none of docker's, or one that docker would refuse. */
  public static Optional<PlacedCommand> of(SimpleCommand command, CommandTable table) {
    List<Word> program = command.program();
    if (!SimpleCommand.isDocker(program)) {
      return Optional.empty();
    }
    ArgvReader reader = new ArgvReader(table).read(program.subList(1, program.size()));
    return reader
        .verb()
        .filter(_ -> reader.command().isUnderstood())
        .map(
            verb ->
                new PlacedCommand(
                    reader.name(),
                    reader.help(),
                    program.getFirst(),
                    verb,
                    reader.given(),
                    reader.args()));
  }
}
