package dev.ropewalk.command;

import dev.ropewalk.patience.Patience;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Docker's commands and their flags, as the client's own help tells them. A command's help is read
 * when it is first asked for. Safe for use by several threads.
 */
public final class CommandTable {
  private final HelpSource source;
  private final Remembered<List<String>, Optional<CommandHelp>> helps = new Remembered<>();
  private final Map<List<String>, String> names = new ConcurrentHashMap<>();
  private final Remembered<List<String>, DockerCommand> read = new Remembered<>();
  private final Remembered<String, List<PlacedCommand>> placed = new Remembered<>();

  /** A table over these texts. */
  public CommandTable(HelpSource source) {
    this.source = source;
  }

  /** The table of an installed client, remembered in files of this folder. */
  public static CommandTable of(Path docker, Path cacheFolder) {
    var client = new InstalledDocker(docker, Patience.BUSY_MACHINE);
    Path file = cacheFolder.resolve("docker-help-" + client.fingerprint() + ".txt");
    return new CommandTable(new HelpFile(file, client));
  }

  /** The help of docker itself; one without any command where the client does not answer. */
  public CommandHelp root() {
    return help(List.of()).orElseGet(CommandHelp::unknown);
  }

  /**
   * The help of a command by any of its paths, such as {@code [container, list]}; nothing if docker
   * has none. That it has none is remembered too, unless it did not answer at all: the client may
   * have been busy.
   */
  public Optional<CommandHelp> help(List<String> path) {
    return helps
        .get(path)
        .orElseGet(
            () -> {
              Optional<CommandHelp> answer = HelpText.read(source.help(path));
              Optional<CommandHelp> help = answer.filter(it -> answers(it, path));
              if (answer.isPresent()) {
                helps.put(List.copyOf(path), help);
              }
              return help;
            });
  }

  /**
   * The one name of a command that has several: the short one where docker has it ({@code ps},
   * {@code images}), else the full one ({@code network ls}).
   */
  public String canonicalName(CommandHelp help) {
    String known = names.get(help.path());
    if (known == null) {
      known = name(help);
      names.put(help.path(), known);
    }
    return known;
  }

  private String name(CommandHelp help) {
    return help.aliases().stream()
        .filter(alias -> alias.size() == 1)
        .findFirst()
        .or(() -> help.path().size() == 2 ? topLevelTwin(help) : Optional.empty())
        .map(List::getFirst)
        .orElseGet(() -> String.join(" ", help.path()));
  }

  /**
   * Clients before 23 do not say that {@code image ls} is {@code images}; their helps are the same,
   * though.
   */
  private Optional<List<String>> topLevelTwin(CommandHelp help) {
    String summary = help.description().lines().findFirst().orElse("");
    List<List<String>> twins = new ArrayList<>();
    for (Subcommand top : root().subcommands()) {
      List<String> path = List.of(top.name());
      if (top.description().equals(summary)
          && help(path).filter(twin -> isTwin(twin, help)).isPresent()) {
        twins.add(path);
      }
    }
    return twins.stream().findFirst();
  }

  private static boolean isTwin(CommandHelp one, CommandHelp other) {
    return one.description().equals(other.description())
        && one.usages().equals(other.usages())
        && one.flags().equals(other.flags());
  }

  /** Docker's arguments. Only what docker takes is remembered: the client may have been busy. */
  DockerCommand read(List<String> argv) {
    return read.get(argv)
        .orElseGet(
            () -> {
              DockerCommand command =
                  new ArgvReader(this).read(argv.stream().map(Word::alone).toList()).command();
              if (command.isUnderstood()) {
                read.put(List.copyOf(argv), command);
              }
              return command;
            });
  }

  /** The docker commands of a script in their order, with the places of their words. */
  public List<PlacedCommand> placed(String script) {
    return placed
        .get(script)
        .orElseGet(
            () -> {
              List<SimpleCommand> commands =
                  ShellWords.of(script).commands().stream()
                      .filter(SimpleCommand::isDocker)
                      .toList();
              List<PlacedCommand> found =
                  commands.stream().flatMap(it -> PlacedCommand.of(it, this).stream()).toList();
              // One that docker refuses today may be one that the client did not tell of.
              if (commands.stream().allMatch(this::isUnderstood)) {
                placed.put(script, found);
              }
              return found;
            });
  }

  private boolean isUnderstood(SimpleCommand docker) {
    return read(docker.program().stream().skip(1).map(Word::text).toList()).isUnderstood();
  }

  /**
   * Tells whether this help is about the command of this path. Asked for a command that it does not
   * have, docker prints the help of the group instead.
   */
  static boolean answers(CommandHelp help, List<String> path) {
    return help.path().size() == path.size()
        || help.aliases().contains(path)
        || (help.path().size() > path.size() && help.path().getLast().equals(path.getLast()));
  }
}
