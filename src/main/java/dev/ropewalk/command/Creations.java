package dev.ropewalk.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a command line asked an engine to create, as far as that can be known: read off its words
 * and the shell's trace of it, and told by a recorder where there is one.
 *
 * @param requests in the order of their commands, those that only the words tell last
 * @param certain the engine's ids of what the line is known to have created (a volume's is its
 *     name); empty without a recorder
 */
public record Creations(List<Request> requests, Set<String> certain) {
  /** Nothing. */
  public static final Creations NONE = new Creations(List.of(), Set.of());

  private static final Pattern VOLUME_NAME = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9_.-]*");

  public Creations {
    requests = List.copyOf(requests);
    certain = Set.copyOf(certain);
  }

  /** What can be asked for. */
  public enum Kind {
    CONTAINER,
    NETWORK,
    VOLUME,
    /** An image that is built, committed or imported. */
    IMAGE,
    /** A name of an image. */
    IMAGE_NAME
  }

  /** When a request can be fulfilled. */
  public enum Course {
    /** Until its line has ended. */
    FOREGROUND,
    /** Later as well: the line has started a job in the background. */
    BACKGROUND
  }

  /**
   * One thing that was asked for.
   *
   * @param name empty where docker chooses one, and for an {@link Kind#IMAGE}
   * @param image what a container is made of, as it was written; empty for all else
   */
  public record Request(Kind kind, Optional<String> name, String image, Course course) {
    boolean names(Kind what, String called) {
      return kind == what && name.equals(Optional.of(called));
    }
  }

  /**
   * Reads a line and the commands that a shell ran for it. Runs nothing.
   *
   * @param line as it was typed; what its words ask for by name counts, run or not
   * @param ran after expansion; empty where the shell does not tell
   */
  public static Creations of(String line, List<String> ran, CommandTable table) {
    ShellWords words = ShellWords.of(line);
    Course course =
        words.commands().stream().anyMatch(command -> isJob(line, command))
            ? Course.BACKGROUND
            : Course.FOREGROUND;
    List<Request> written = requests(words.commands(), course, table);
    if (ran.isEmpty()) {
      return new Creations(written, Set.of());
    }
    List<SimpleCommand> traced =
        ran.stream().flatMap(command -> ShellWords.of(command).commands().stream()).toList();
    List<Request> requests = new ArrayList<>(requests(traced, course, table));
    List<Request> more = new ArrayList<>(written);
    requests.forEach(more::remove);
    more.stream().filter(request -> request.name().isPresent()).forEach(requests::add);
    return new Creations(requests, Set.of());
  }

  /** The same, with what a recorder has seen the line create. */
  public Creations certainly(Set<String> ids) {
    return new Creations(requests, ids);
  }

  /** How many of a kind were asked for by this name. */
  public long count(Kind kind, String name) {
    return requests.stream().filter(request -> request.names(kind, name)).count();
  }

  /** How many of a kind were asked for without a name. */
  public long unnamed(Kind kind) {
    return requests.stream()
        .filter(request -> request.kind() == kind && request.name().isEmpty())
        .count();
  }

  /**
   * Those for which a recorder has seen no request, so that they went round it, if they went
   * anywhere. For a kind of which as many were asked for as the words say, the record tells all.
   *
   * @param seen how often something of a kind was asked for
   */
  public Creations beyond(Map<Kind, Integer> seen) {
    return new Creations(
        requests.stream()
            .filter(
                request ->
                    requests.stream().filter(other -> other.kind() == request.kind()).count()
                        > seen.getOrDefault(request.kind(), 0))
            .toList(),
        certain);
  }

  private static boolean isJob(String line, SimpleCommand command) {
    return line.startsWith("&", command.end()) && !line.startsWith("&&", command.end());
  }

  private static List<Request> requests(
      List<SimpleCommand> commands, Course course, CommandTable table) {
    return commands.stream()
        .map(SimpleCommand::program)
        .flatMap(
            program ->
                SimpleCommand.isDocker(program)
                    ? requests(
                        DockerCommand.of(program.stream().skip(1).map(Word::text).toList(), table),
                        course)
                    : ApiWords.request(program, course).stream())
        .toList();
  }

  private static Stream<Request> requests(DockerCommand docker, Course course) {
    List<String> args = docker.args();
    return switch (docker.name()) {
      case "run", "create" ->
          args.isEmpty()
              ? Stream.empty()
              : Stream.concat(
                  Stream.of(
                      new Request(Kind.CONTAINER, docker.flag("name"), args.getFirst(), course)),
                  mounted(docker).map(name -> named(Kind.VOLUME, name, course)));
      case "network create" -> args.stream().map(name -> named(Kind.NETWORK, name, course));
      case "volume create" ->
          args.isEmpty()
              ? Stream.of(new Request(Kind.VOLUME, Optional.empty(), "", course))
              : args.stream().map(name -> named(Kind.VOLUME, name, course));
      case "build", "buildx build", "builder build" ->
          image(docker.flags().getOrDefault("tag", List.of()), course);
      case "commit", "import" -> image(args.stream().skip(1).limit(1).toList(), course);
      case "tag" ->
          args.stream().skip(1).limit(1).map(name -> named(Kind.IMAGE_NAME, name, course));
      default -> Stream.empty();
    };
  }

  private static Stream<Request> image(List<String> names, Course course) {
    return Stream.concat(
        Stream.of(new Request(Kind.IMAGE, Optional.empty(), "", course)),
        names.stream().map(name -> named(Kind.IMAGE_NAME, name, course)));
  }

  private static Request named(Kind kind, String name, Course course) {
    return new Request(kind, Optional.of(name), "", course);
  }

  /** The volumes that a container's flags ask for by name. */
  private static Stream<String> mounted(DockerCommand command) {
    Stream<String> short_ =
        command.flags().getOrDefault("volume", List.of()).stream()
            .filter(value -> value.contains(":"))
            .map(value -> value.substring(0, value.indexOf(':')));
    Stream<String> long_ =
        command.flags().getOrDefault("mount", List.of()).stream()
            .filter(value -> !value.contains("type=bind"))
            .flatMap(value -> Stream.of(value.split(",")))
            .filter(part -> part.matches("(source|src)=.*"))
            .map(part -> part.substring(part.indexOf('=') + 1));
    return Stream.concat(short_, long_).filter(name -> VOLUME_NAME.matcher(name).matches());
  }
}
