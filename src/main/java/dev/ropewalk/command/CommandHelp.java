package dev.ropewalk.command;

import java.util.List;
import java.util.Optional;

/**
 * What the help of one docker command says.
 *
 * @param path the command's words after {@code docker}; empty for docker itself
 * @param usages the words that may follow the path, one for each form of use
 * @param description docker's description, which may have several lines
 * @param aliases all paths that mean this command, itself included, as far as the help tells
 * @param subcommands the commands below it
 * @param flags its flags, in the order of the help
 * @param unread lines of the help that have an unknown shape
 */
public record CommandHelp(
    List<String> path,
    List<String> usages,
    String description,
    List<List<String>> aliases,
    List<Subcommand> subcommands,
    List<Flag> flags,
    List<String> unread) {
  public CommandHelp {
    path = List.copyOf(path);
    usages = List.copyOf(usages);
    aliases = List.copyOf(aliases);
    subcommands = List.copyOf(subcommands);
    flags = List.copyOf(flags);
    unread = List.copyOf(unread);
  }

  static CommandHelp unknown() {
    return new CommandHelp(List.of(), List.of(), "", List.of(), List.of(), List.of(), List.of());
  }

  /** Tells whether a subcommand must follow. */
  public boolean isGroup() {
    return !subcommands.isEmpty();
  }

  /**
   * The flag of this long name; {@code --help}, and the names that docker keeps for old command
   * lines, count too.
   */
  public Optional<Flag> flag(String name) {
    return named(name)
        .or(() -> named(FormerNames.today(name)))
        .or(() -> name.equals("help") ? Optional.of(Flag.HELP) : Optional.empty());
  }

  /** The flag of this letter; {@code -h} asks for help where no flag has it. */
  public Optional<Flag> shorthand(String letter) {
    return flags.stream()
        .filter(flag -> flag.shorthand().equals(letter))
        .findFirst()
        .or(() -> letter.equals("h") ? Optional.of(Flag.HELP) : Optional.empty());
  }

  /**
   * The name under which {@link DockerCommand#flags} has a flag.
   *
   * @param word the flag as a person may write it, with or without dashes: {@code all}, {@code a},
   *     {@code --all}
   */
  public Optional<String> flagName(String word) {
    String bare = word.replaceFirst("^--?", "");
    Optional<Flag> lettered = bare.length() == 1 ? shorthand(bare) : Optional.empty();
    return lettered
        .or(() -> flag(bare))
        .map(flag -> FormerNames.today(flag.name()))
        .or(
            () ->
                flags.stream()
                    .map(flag -> FormerNames.today(flag.name()))
                    .filter(bare::equals)
                    .findFirst());
  }

  private Optional<Flag> named(String name) {
    return flags.stream().filter(flag -> flag.name().equals(name)).findFirst();
  }
}
