package dev.ropewalk.proof;

import dev.ropewalk.command.CommandTable;
import dev.ropewalk.command.Creations;
import dev.ropewalk.command.Creations.Kind;
import dev.ropewalk.command.Creations.Request;
import dev.ropewalk.command.DockerCommand;
import dev.ropewalk.command.ShellWords;
import dev.ropewalk.command.SimpleCommand;
import dev.ropewalk.command.Word;
import dev.ropewalk.engine.ImageRef;
import dev.ropewalk.engine.World;
import dev.ropewalk.lesson.Answers;
import dev.ropewalk.lesson.Lesson;
import dev.ropewalk.lesson.Script;
import dev.ropewalk.lesson.Step;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the command lines of lessons touch on an engine, read off their words before any of them is
 * run.
 *
 * @param created what they ask for, each kind in order; a name that is taken already says so
 * @param commands those that remove or change what they have not created themselves
 * @param ports of this machine that they need
 */
public record TouchedObjects(List<String> created, List<String> commands, Set<Integer> ports) {
  private static final Set<String> REMOVERS =
      Set.of("rm", "rmi", "stop", "kill", "rename", "volume rm", "network rm");

  public TouchedObjects {
    created = List.copyOf(created);
    commands = List.copyOf(commands);
    ports = Set.copyOf(ports);
  }

  /**
   * Reads the right answers and the mistakes of all steps, and what else is answered to them.
   *
   * @param scope tells the answers of people who have not read the checks
   * @param world what is on the engine now
   */
  public static TouchedObjects of(
      List<Lesson> lessons, ProofScope scope, CommandTable table, World world) {
    List<String> lines =
        lessons.stream()
            .flatMap(
                lesson ->
                    lesson.steps().stream()
                        .flatMap(step -> scripts(step, scope.answers(lesson.id()).of(step.id()))))
            .flatMap(script -> script.commands().stream())
            .distinct()
            .toList();
    List<Request> requests =
        lines.stream()
            .flatMap(line -> Creations.of(line, List.of(), table).requests().stream())
            .toList();
    Set<Integer> ports =
        lessons.stream()
            .flatMap(lesson -> lesson.needs().free().ports().stream())
            .collect(Collectors.toCollection(TreeSet::new));
    return new TouchedObjects(created(requests, world), commands(lines, requests, table), ports);
  }

  /** What a person reads before it is done; lines without an end. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("These lessons make the following there, and remove it in the end:");
    lines.addAll(created.isEmpty() ? List.of("  nothing by name") : created);
    if (!commands.isEmpty()) {
      lines.add("They also run this on what they have not made:");
      commands.forEach(command -> lines.add("  " + command));
    }
    if (!ports.isEmpty()) {
      lines.add(
          "They use these ports of this machine: "
              + ports.stream().sorted().map(String::valueOf).collect(Collectors.joining(", ")));
    }
    lines.add("Wrong answers that are made from their lines differ by a name or a flag.");
    return lines;
  }

  private static Stream<Script> scripts(Step step, Answers.Given given) {
    return Stream.of(
            Stream.of(step.solution()),
            step.accept().stream(),
            given.right().stream(),
            Stream.concat(step.mistakes().stream(), given.wrong().stream())
                .map(Step.Mistake::attempt))
        .flatMap(scripts -> scripts);
  }

  private static List<String> created(List<Request> requests, World world) {
    List<String> created = new ArrayList<>();
    for (Kind kind : List.of(Kind.CONTAINER, Kind.VOLUME, Kind.NETWORK, Kind.IMAGE_NAME)) {
      Set<String> names = new TreeSet<>();
      for (Request request : requests) {
        if (request.kind() == kind) {
          names.add(
              request
                  .name()
                  .map(name -> isThere(kind, name, world) ? name + " (there already)" : name)
                  .orElse("some without a name"));
        }
      }
      if (!names.isEmpty()) {
        created.add("  " + word(kind) + ": " + String.join(", ", names));
      }
    }
    return created;
  }

  private static String word(Kind kind) {
    return switch (kind) {
      case CONTAINER -> "containers";
      case VOLUME -> "volumes";
      case NETWORK -> "networks";
      case IMAGE -> "images";
      case IMAGE_NAME -> "image names";
    };
  }

  private static boolean isThere(Kind kind, String name, World world) {
    return switch (kind) {
      case CONTAINER -> world.containers().stream().anyMatch(it -> it.name().equals(name));
      case VOLUME -> world.volumes().stream().anyMatch(it -> it.name().equals(name));
      case NETWORK -> world.networks().stream().anyMatch(it -> it.name().equals(name));
      case IMAGE, IMAGE_NAME ->
          world.images().stream()
              .flatMap(image -> image.tags().stream())
              .anyMatch(tag -> ImageRef.parse(tag).equals(ImageRef.parse(name)));
    };
  }

  private static List<String> commands(
      List<String> lines, List<Request> requests, CommandTable table) {
    Set<String> made =
        requests.stream().flatMap(request -> request.name().stream()).collect(Collectors.toSet());
    Set<String> commands = new LinkedHashSet<>();
    for (String line : lines) {
      for (SimpleCommand command : ShellWords.of(line).commands()) {
        if (command.isDocker()) {
          List<String> words = command.program().stream().map(Word::text).toList();
          DockerCommand docker = DockerCommand.of(words.subList(1, words.size()), table);
          boolean others =
              docker.name().endsWith("prune")
                  || REMOVERS.contains(docker.name()) && !made.containsAll(docker.args());
          if (others) {
            commands.add(String.join(" ", words));
          }
        }
      }
    }
    return List.copyOf(commands);
  }
}
