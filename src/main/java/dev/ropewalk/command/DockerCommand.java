package dev.ropewalk.command;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A docker command line as docker understands it. Two lines that ask for the same are equal,
 * whatever their order of flags, their short or long forms, or the name under which they call the
 * command.
 *
 * @param name the command's canonical name: {@code ps} also for {@code container list}; {@code
 *     network ls}; empty for docker alone
 * @param options the global options, which stand before the command, by long name
 * @param flags the values of the flags by long name. A switch has {@code true} or {@code false},
 *     and is left out where it says what holds anyway; of other single values the last one counts;
 *     the values of a list are sorted where their order means nothing to docker
 * @param args the words that are no flags, in their order; for {@code run} the image and then the
 *     container's command
 * @param problems what docker would refuse; empty for a good line
 */
public record DockerCommand(
    String name,
    Map<String, List<String>> options,
    Map<String, List<String>> flags,
    List<String> args,
    List<NotUnderstood> problems) {
  private static final Pattern LOOKS =
      Pattern.compile(
          "ps|images|inspect|logs|top|port|stats|diff|history|version|info|events|search|help"
              + "|(\\w+ )+(ls|inspect|ps|df|show|logs)");

  public DockerCommand {
    options = copy(options);
    flags = copy(flags);
    args = List.copyOf(args);
    problems = List.copyOf(problems);
  }

  /**
   * Reads docker's arguments.
   *
   * @param argv the words after {@code docker}
   */
  public static DockerCommand of(List<String> argv, CommandTable table) {
    return table.read(argv);
  }

  /** Tells whether docker would accept the line's commands and flags. */
  public boolean isUnderstood() {
    return problems.isEmpty();
  }

  /** Tells whether it only shows something: a list, a report, its own help. */
  public boolean onlyLooks() {
    return flags.containsKey("help") || name.isEmpty() || LOOKS.matcher(name).matches();
  }

  /** The value of a flag by its long name, the last one if it has several. */
  public Optional<String> flag(String longName) {
    return Optional.ofNullable(flags.get(longName)).map(List::getLast);
  }

  private static Map<String, List<String>> copy(Map<String, List<String>> values) {
    return values.entrySet().stream()
        .collect(
            Collectors.toUnmodifiableMap(
                Map.Entry::getKey, entry -> List.copyOf(entry.getValue())));
  }
}
