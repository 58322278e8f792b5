package dev.ropewalk.check.why;

import dev.ropewalk.check.Diagnosis;
import dev.ropewalk.check.LearnerAct;
import dev.ropewalk.check.Scene;
import dev.ropewalk.command.ShellWords;
import dev.ropewalk.command.SimpleCommand;
import dev.ropewalk.command.Word;
import dev.ropewalk.engine.ContainerState;
import dev.ropewalk.engine.ImageRef;
import dev.ropewalk.engine.World.ContainerSummary;
import dev.ropewalk.text.ShellQuote;
import dev.ropewalk.text.Suggestion;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is wrong with a line of Compose that failed, of either version: its words stand in the wrong
 * places, or another of its commands was meant. Compose itself speaks of something else then.
 */
final class ComposeSlips {
  private static final String LABEL = "com.docker.compose.";

  /** The flags before a command of Compose that have a value of their own. */
  private static final Set<String> GLOBAL =
      Set.of(
          "-f",
          "--file",
          "-p",
          "--project-name",
          "--profile",
          "--env-file",
          "--project-directory",
          "--progress",
          "--ansi",
          "--parallel");

  /** Those of {@code exec} and {@code run}. */
  private static final Set<String> RUNNING =
      Set.of(
          "-u",
          "--user",
          "-w",
          "--workdir",
          "-e",
          "--env",
          "--index",
          "--name",
          "--entrypoint",
          "-v",
          "--volume",
          "-p",
          "--publish",
          "-l",
          "--label");

  /** What Compose ends with where it finds none (version 2). */
  private static final int NO_FILE = 14;

  /** Where Compose looks for the project, in its order. */
  private static final List<String> FILES =
      List.of("compose.yaml", "compose.yml", "docker-compose.yaml", "docker-compose.yml");

  private final Scene scene;
  private final List<ContainerSummary> containers;

  ComposeSlips(Scene scene) {
    this.scene = scene;
    containers =
        scene.ours().stream()
            .filter(it -> it.labels().containsKey(LABEL + "service"))
            .filter(it -> !"true".equalsIgnoreCase(it.labels().get(LABEL + "oneoff")))
            .toList();
  }

  /**
   * A line of Compose.
   *
   * @param front its program, with what stands before the command
   * @param flags of the command
   * @param args what follows them
   */
  private record Typed(String front, String command, List<String> flags, List<String> args) {
    String line(List<String> words) {
      return Stream.of(Stream.of(front, command), flags.stream(), quoted(words).stream())
          .flatMap(each -> each)
          .collect(Collectors.joining(" "));
    }
  }

  private static List<String> quoted(List<String> words) {
    return words.stream().map(ShellQuote::of).toList();
  }

  /** What is wrong with the newest line; empty where it has not failed, or for another reason. */
  Optional<Diagnosis> ofNewest() {
    List<LearnerAct.Line> lines = scene.history().lines();
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    CommandEnds ends = CommandEnds.of(lines.getLast());
    return ShellWords.of(lines.getLast().script()).commands().stream()
        .filter(ends::failed)
        .filter(command -> read(command).isPresent())
        .reduce((_, later) -> later)
        .flatMap(
            command -> {
              Typed typed = read(command).orElseThrow();
              return ends.exitCode(command) == NO_FILE ? noFile(typed) : of(typed);
            });
  }

  private static Optional<Typed> read(SimpleCommand command) {
    List<String> words = command.program().stream().map(Word::text).toList();
    int at = command.isDocker() && words.size() > 1 && words.get(1).equals("compose") ? 2 : 1;
    if (words.isEmpty() || at == 1 && !words.getFirst().equals("docker-compose")) {
      return Optional.empty();
    }
    int first = skipFlags(words, at, GLOBAL);
    if (first >= words.size()) {
      return Optional.empty();
    }
    String name = words.get(first);
    int rest = skipFlags(words, first + 1, name.matches("exec|run") ? RUNNING : Set.of());
    return Optional.of(
        new Typed(
            String.join(" ", words.subList(0, first)),
            name,
            words.subList(first + 1, rest),
            words.subList(rest, words.size())));
  }

  private static int skipFlags(List<String> words, int from, Set<String> withValue) {
    int at = from;
    while (at < words.size() && words.get(at).startsWith("-")) {
      at += withValue.contains(words.get(at)) ? 2 : 1;
    }
    return Math.min(at, words.size());
  }

  /**
   * Compose reads the project from a file here, and has found none. One that was brought up before
   * is known to the engine by its name as well.
   */
  private Optional<Diagnosis> noFile(Typed typed) {
    boolean named =
        Stream.of(typed.front().split("\\s+"))
            .anyMatch(word -> word.matches("-[fp].*|--(file|project-(name|directory)).*"));
    if (named || FILES.stream().anyMatch(name -> Files.exists(scene.filePassed(name)))) {
      return Optional.empty();
    }
    List<String> projects =
        containers.stream()
            .map(it -> it.labels().getOrDefault(LABEL + "project", ""))
            .filter(project -> !project.isEmpty())
            .distinct()
            .toList();
    String says = "There is no Compose file in this folder, such as `compose.yaml`.";
    return Optional.of(
        MissingNames.failed(
            says,
            projects.size() == 1
                    && typed.command().matches("down|stop|start|restart|rm|ps|logs|kill")
                ? "The engine knows the project by its name, too: `%s -p %s %s`."
                    .formatted(
                        typed.front(),
                        projects.getFirst(),
                        Stream.concat(
                                Stream.of(typed.command()),
                                Stream.concat(
                                    typed.flags().stream(), quoted(typed.args()).stream()))
                            .collect(Collectors.joining(" ")))
                : ""));
  }

  private Optional<Diagnosis> of(Typed typed) {
    return switch (typed.command()) {
      case "exec" -> service(typed);
      case "run" -> service(typed).or(() -> another(typed));
      case "start", "restart" -> nothingToStart(typed);
      default -> Optional.empty();
    };
  }

  private List<String> services() {
    return containers.stream()
        .map(it -> it.labels().getOrDefault(LABEL + "service", ""))
        .distinct()
        .sorted()
        .toList();
  }

  /** The first word of {@code exec} and {@code run} is a service. */
  private Optional<Diagnosis> service(Typed typed) {
    List<String> services = services();
    if (typed.args().isEmpty()
        || services.isEmpty()
        || services.contains(typed.args().getFirst())) {
      return Optional.empty();
    }
    String given = typed.args().getFirst();
    Optional<String> meant = meant(given, services);
    List<String> words =
        new ArrayList<>(
            meant.isPresent() ? typed.args().subList(1, typed.args().size()) : typed.args());
    Optional<String> one =
        meant.or(() -> services.size() == 1 ? Optional.of(services.getFirst()) : Optional.empty());
    words.addFirst(one.orElse("SERVICE"));
    return Optional.of(
        MissingNames.failed(
            "There is no service `%s`; the project has %s."
                .formatted(given, MissingNames.quoted(services)),
            "The name of the service follows `%s`: `%s`."
                .formatted(typed.command(), typed.line(words))));
  }

  /**
   * The service that stands there under another name: its container's, its image's, a mistyped one.
   */
  private Optional<String> meant(String given, List<String> services) {
    return containers.stream()
        .filter(
            it ->
                it.name().equals(given)
                    || ImageRef.parse(it.image()).name().equals(ImageRef.parse(given).name()))
        .map(it -> it.labels().getOrDefault(LABEL + "service", ""))
        .findFirst()
        .or(() -> Suggestion.nearest(given, services));
  }

  /** What was to be run in the container of a service was run in another one. */
  private Optional<Diagnosis> another(Typed typed) {
    String service = typed.args().isEmpty() ? "" : typed.args().getFirst();
    boolean runs =
        containers.stream()
            .anyMatch(
                it ->
                    it.state() == ContainerState.RUNNING
                        && service.equals(it.labels().get(LABEL + "service")));
    return runs && typed.args().size() > 1
        ? Optional.of(
            MissingNames.failed(
                "`%s run` makes another container of the service `%s`, and what runs in the first one does not run there."
                    .formatted(typed.front(), service),
                "In the one that runs it is `%s exec %s`."
                    .formatted(typed.front(), String.join(" ", quoted(typed.args())))))
        : Optional.empty();
  }

  private Optional<Diagnosis> nothingToStart(Typed typed) {
    return containers.isEmpty()
        ? Optional.of(
            MissingNames.failed(
                "`%s %s` starts only containers that are there, and there is none yet."
                    .formatted(typed.front(), typed.command()),
                "`%s up -d` makes them, and starts them.".formatted(typed.front())))
        : Optional.empty();
  }
}
