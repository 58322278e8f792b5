package dev.ropewalk.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What command lines ask an engine to create, read off their words.
 *
 * @param containers in the order of their commands
 * @param networks their names
 * @param volumes the names of those that are asked for by name
 * @param reach whether anything else can have come of the lines
 */
public record Creations(
    List<Asked> containers, List<String> networks, List<String> volumes, Reach reach) {
  /** Nothing is known of what was run. */
  public static final Creations UNKNOWN =
      new Creations(List.of(), List.of(), List.of(), Reach.OPEN);

  /** Commands of docker that make the engine create more than they name. */
  private static final Set<String> MAKERS =
      Set.of(
          "build",
          "exec",
          "service create",
          "service update",
          "stack deploy",
          "swarm init",
          "swarm join");

  /** Commands of a shell's day that have nothing to say to an engine. */
  private static final Set<String> IDLE =
      Set.of(
          ":",
          "[",
          "[[",
          "alias",
          "cat",
          "cd",
          "chmod",
          "chown",
          "clear",
          "cp",
          "curl",
          "cut",
          "date",
          "declare",
          "diff",
          "done",
          "echo",
          "exit",
          "export",
          "false",
          "fi",
          "for",
          "grep",
          "head",
          "hostname",
          "id",
          "ip",
          "jobs",
          "jq",
          "kill",
          "ln",
          "local",
          "ls",
          "lsns",
          "mkdir",
          "mv",
          "nc",
          "ping",
          "printf",
          "ps",
          "pwd",
          "read",
          "readlink",
          "redis-cli",
          "rm",
          "sed",
          "seq",
          "set",
          "sleep",
          "sort",
          "ss",
          "stat",
          "tail",
          "tee",
          "test",
          "touch",
          "tr",
          "true",
          "type",
          "uname",
          "uniq",
          "unset",
          "wc",
          "wget",
          "whoami");

  public Creations {
    containers = List.copyOf(containers);
    networks = List.copyOf(networks);
    volumes = List.copyOf(volumes);
  }

  /**
   * A container.
   *
   * @param name empty where docker chooses one
   */
  public record Asked(Optional<String> name, String image) {}

  /** How much of what was run can be read off its words. */
  public enum Reach {
    /** All of it. */
    KNOWN,
    /** A program ran that may have done anything: a script, a build, a plugin. */
    OPEN
  }

  /**
   * Reads the commands that a shell ran. Runs nothing.
   *
   * @param ran after expansion; nothing is known where there are none
   */
  public static Creations of(List<String> ran, CommandTable table) {
    if (ran.isEmpty()) {
      return UNKNOWN;
    }
    List<SimpleCommand> commands =
        ran.stream().flatMap(line -> ShellWords.of(line).commands().stream()).toList();
    List<DockerCommand> docker =
        commands.stream()
            .map(SimpleCommand::program)
            .filter(SimpleCommand::isDocker)
            .map(words -> words.stream().skip(1).map(Word::text).toList())
            .map(argv -> DockerCommand.of(argv, table))
            .toList();
    boolean known =
        commands.stream().allMatch(Creations::isForeseen)
            && docker.stream().allMatch(c -> c.isUnderstood() && !MAKERS.contains(c.name()));
    List<String> volumes = new ArrayList<>(named("volume create", docker));
    docker.forEach(command -> volumes.addAll(mounted(command)));
    return new Creations(
        docker.stream().flatMap(Creations::container).toList(),
        named("network create", docker),
        volumes,
        known ? Reach.KNOWN : Reach.OPEN);
  }

  private static boolean isForeseen(SimpleCommand command) {
    List<Word> program = command.program();
    return program.isEmpty()
        || SimpleCommand.isDocker(program)
        || IDLE.contains(program.getFirst().text());
  }

  private static Stream<Asked> container(DockerCommand command) {
    boolean makes = command.name().equals("run") || command.name().equals("create");
    return makes && !command.args().isEmpty()
        ? Stream.of(new Asked(command.flag("name"), command.args().getFirst()))
        : Stream.empty();
  }

  private static List<String> named(String maker, List<DockerCommand> commands) {
    return commands.stream()
        .filter(command -> command.name().equals(maker))
        .flatMap(command -> command.args().stream())
        .toList();
  }

  /** The volumes that a container's flags ask for by name. */
  private static List<String> mounted(DockerCommand command) {
    Stream<String> short_ =
        command.flags().getOrDefault("volume", List.of()).stream()
            .filter(value -> value.contains(":"))
            .map(value -> value.substring(0, value.indexOf(':')));
    Stream<String> long_ =
        command.flags().getOrDefault("mount", List.of()).stream()
            .flatMap(value -> Stream.of(value.split(",")))
            .filter(part -> part.matches("(source|src)=.*"))
            .map(part -> part.substring(part.indexOf('=') + 1));
    return Stream.concat(short_, long_).filter(name -> !name.startsWith("/")).toList();
  }
}
