package dev.ropewalk.check.why;

import dev.ropewalk.check.Diagnosis;
import dev.ropewalk.check.Diagnosis.Progress;
import dev.ropewalk.check.Scene;
import dev.ropewalk.command.DockerCommand;
import dev.ropewalk.engine.Container;
import dev.ropewalk.engine.ImageRef;
import dev.ropewalk.engine.World.ContainerSummary;
import dev.ropewalk.text.Suggestion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Says why the learner's last docker command failed, from its words and the engine's state. */
public final class CommandDiagnosis {
  /** The commands whose arguments are containers. */
  private static final Set<String> ON_CONTAINERS =
      Set.of(
          "start", "stop", "restart", "kill", "pause", "unpause", "rm", "logs", "port", "top",
          "attach", "exec", "diff", "rename", "stats", "update", "wait");

  /** Those that change what a container is made of. */
  private static final Set<String> CHANGES =
      Set.of("update", "rename", "network connect", "network disconnect");

  private static final int FEW = 4;

  private static final Set<String> MAKES_CONTAINER = Set.of("run", "create");

  private final Scene scene;

  public CommandDiagnosis(Scene scene) {
    this.scene = scene;
  }

  /** Empty when the last line did not fail, or had no docker command. */
  public Optional<Diagnosis> lastFailed() {
    return new TypedCommands(scene).lastFailed().map(this::explain);
  }

  /** The same for a command that was to change a container that is there. */
  public Optional<Diagnosis> lastChangeFailed(Container container) {
    return new TypedCommands(scene)
        .lastFailed()
        .filter(failed -> CHANGES.contains(failed.command().name()))
        .filter(failed -> failed.command().args().stream().anyMatch(container::isCalled))
        .map(CommandDiagnosis::general);
  }

  private Diagnosis explain(TypedCommands.Failed failed) {
    DockerCommand command = failed.command();
    Optional<Diagnosis> slip = TypingSlips.of(failed.line().line(), command, scene);
    if (slip.isPresent()) {
      return slip.get();
    }
    if (!command.isUnderstood()) {
      return failed(command.problems().getFirst().explain(Suggestion::nearest), "");
    }
    if (MAKES_CONTAINER.contains(command.name())) {
      return creation(failed);
    }
    if (ON_CONTAINERS.contains(command.name())) {
      return neverMade(command).orElseGet(() -> onContainer(failed));
    }
    if (command.name().equals("cp") || command.name().equals("build")) {
      return missingFile(command).orElseGet(() -> general(failed));
    }
    return general(failed);
  }

  private Diagnosis creation(TypedCommands.Failed failed) {
    DockerCommand command = failed.command();
    Optional<ContainerSummary> taken =
        command
            .flag("name")
            .flatMap(
                name ->
                    scene.world().containers().stream()
                        .filter(c -> c.name().equals(name))
                        .findFirst());
    boolean refused = failed.line().exitCode() == 125;
    if (taken.isPresent() && refused && !createdNow(taken.get())) {
      String name = taken.get().name();
      return failed(
          "The name `%s` is taken: there is a container with it already (%s)."
              .formatted(name, taken.get().state().word()),
          "`docker start %s` brings that one back; to make a new one remove it first: `docker rm -f %s`."
              .formatted(name, name));
    }
    if (command.args().isEmpty()) {
      return failed(
          "`docker %s` was given no image.".formatted(command.name()),
          "The image comes after the flags: `docker %s … redis`.".formatted(command.name()));
    }
    String image = ImageRef.parse(command.args().getFirst()).familiar();
    if (refused && scene.image(image).isEmpty()) {
      List<String> names =
          scene.world().images().stream()
              .flatMap(i -> i.tags().stream())
              .map(tag -> ImageRef.parse(tag).familiar())
              .toList();
      String near =
          Suggestion.nearest(image, names)
              .map(n -> " Did you mean `" + n + "`?")
              .orElseGet(
                  () ->
                      listed(
                          names, " There is %s.", " `docker images` lists those that there are."));
      return failed(
          "Docker took `%s` for the image, and has none of that name.%s".formatted(image, near),
          "The first word after the flags is the image.");
    }
    return general(failed);
  }

  /** A container that this very line has created, and that then could not start. */
  private boolean createdNow(ContainerSummary container) {
    return scene.history().containerEvents().stream()
        .anyMatch(event -> event.action().equals("create") && event.id().equals(container.id()));
  }

  /** A container that is not there since the command that should have made it failed before. */
  private Optional<Diagnosis> neverMade(DockerCommand command) {
    return command.args().stream()
        .filter(arg -> scene.world().containers().stream().noneMatch(c -> c.name().equals(arg)))
        .flatMap(
            arg ->
                new TypedCommands(scene)
                    .latestFirst().stream()
                        .filter(typed -> MAKES_CONTAINER.contains(typed.command().name()))
                        .limit(1)
                        .filter(typed -> typed.exitCode() == 125)
                        .filter(
                            typed -> typed.command().flag("name").filter(arg::equals).isPresent()))
        .findFirst()
        .map(
            typed ->
                failed(
                    "%s ended with exit code %s, so there is no such container."
                        .formatted(MismatchText.quoted(typed.text()), typed.exitCode()),
                    "Docker's own message, above, says why."));
  }

  /** What is to be copied in, or built of, is not on the learner's disk. */
  private Optional<Diagnosis> missingFile(DockerCommand command) {
    if (command.args().isEmpty()) {
      return Optional.empty();
    }
    String first = command.args().getFirst();
    String file =
        command.name().equals("build")
            ? Path.of(first).resolve(command.flag("file").orElse("Dockerfile")).toString()
            : first;
    return first.contains(":") || first.equals("-") || Files.exists(scene.learnersFile(file))
        ? Optional.empty()
        : Optional.of(
            failed("There is no file `%s` in the directory in which you are.".formatted(file), ""));
  }

  private Diagnosis onContainer(TypedCommands.Failed failed) {
    List<ContainerSummary> all = scene.world().containers();
    List<String> args = failed.command().args();
    boolean inside = failed.command().name().equals("exec");
    for (String arg : inside ? args.stream().limit(1).toList() : args) {
      if (all.stream().anyMatch(c -> c.name().equals(arg) || c.id().startsWith(arg))) {
        if (failed.command().name().equals("rm")
            && all.stream()
                .anyMatch(
                    c ->
                        c.name().equals(arg)
                            && c.state() == dev.ropewalk.engine.ContainerState.RUNNING)) {
          return failed(
              "`%s` is running, and docker does not remove a running container.".formatted(arg),
              "`docker stop %s` first, or `docker rm -f %s`.".formatted(arg, arg));
        }
        continue;
      }
      List<String> names = scene.ours().stream().map(ContainerSummary::name).toList();
      boolean image =
          scene.world().images().stream()
              .flatMap(i -> i.tags().stream())
              .anyMatch(tag -> ImageRef.parse(tag).familiar().equals(arg));
      String there =
          names.isEmpty()
              ? " `docker run` makes one."
              : listed(
                  names,
                  " There is %s; `docker ps -a` lists them.",
                  " `docker ps -a` lists those that there are.");
      return failed(
          "There is no container `%s`%s.%s"
              .formatted(arg, image ? " (that is an image)" : "", there),
          "");
    }
    return general(failed);
  }

  private static Diagnosis general(TypedCommands.Failed failed) {
    return failed(
        "%s ended with exit code %s."
            .formatted(MismatchText.quoted(failed.text()), failed.line().exitCode()),
        "Docker's own message, above, says why.");
  }

  /** A long list hides what is looked for. */
  private static String listed(List<String> names, String few, String many) {
    return names.isEmpty() ? "" : names.size() > FEW ? many : few.formatted(quoted(names));
  }

  private static String quoted(List<String> names) {
    return String.join(", ", names.stream().map(name -> "`" + name + "`").toList());
  }

  private static Diagnosis failed(String says, String remedy) {
    return new Diagnosis(Progress.COMMAND_FAILED, says, remedy);
  }
}
