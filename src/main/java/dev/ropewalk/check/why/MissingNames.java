package dev.ropewalk.check.why;

import dev.ropewalk.check.AskedFor;
import dev.ropewalk.check.Diagnosis;
import dev.ropewalk.check.Diagnosis.Progress;
import dev.ropewalk.check.LearnerAct;
import dev.ropewalk.check.Scene;
import dev.ropewalk.command.DockerCommand;
import dev.ropewalk.engine.ContainerState;
import dev.ropewalk.engine.ImageRef;
import dev.ropewalk.engine.World.ContainerSummary;
import dev.ropewalk.text.Quotation;
import dev.ropewalk.text.Suggestion;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What to say of a name that nothing has, or that something has already. */
final class MissingNames {
  /** The commands that make a container. */
  static final Set<String> MAKES_CONTAINER = Set.of("run", "create");

  /** A longer list hides what is looked for. */
  private static final int FEW = 4;

  private final Scene scene;

  MissingNames(Scene scene) {
    this.scene = scene;
  }

  /** A container that is meant by a name or the beginning of an id. */
  Optional<ContainerSummary> container(String word) {
    List<ContainerSummary> all = scene.world().containers();
    return all.stream()
        .filter(c -> c.name().equals(word))
        .findFirst()
        .or(() -> all.stream().filter(c -> c.id().startsWith(word)).findFirst());
  }

  /** How a container is called, where it is known, else the word for it. */
  String called(String word) {
    return container(word).map(ContainerSummary::name).orElse(word);
  }

  /** There is no container of a name, perhaps since the line that should have made it failed. */
  Diagnosis container(String word, Optional<DockerCommand> command) {
    return neverMade(word).orElseGet(() -> noContainer(word, command));
  }

  private Diagnosis noContainer(String word, Optional<DockerCommand> command) {
    if (scene.world().containers().stream().anyMatch(c -> c.name().equals(word))) {
      return failed(
          "There was no container `%s` yet when your line ran; now there is one.".formatted(word),
          "Type it once more.");
    }
    List<String> names = scene.ours().stream().map(ContainerSummary::name).toList();
    String kind = otherKind(word, "container");
    String there =
        names.isEmpty()
            ? command.filter(MissingNames::removes).isPresent() ? "" : " `docker run` makes one."
            : Suggestion.nearest(word, names)
                .or(
                    () ->
                        Optional.of(scene.asked(AskedFor.Kind.CONTAINER))
                            .filter(it -> it.size() == 1 && names.containsAll(it))
                            .map(List::getFirst))
                .filter(_ -> names.size() > FEW)
                .map(" Did you mean `%s`?"::formatted)
                .orElseGet(
                    () ->
                        listed(
                            names,
                            " There %s; `docker ps -a` lists them.",
                            " `docker ps -a` lists those that there are."));
    boolean source = command.filter(it -> MAKES_CONTAINER.contains(it.name())).isPresent();
    return failed(
        "There is no container `%s`%s.%s"
            .formatted(
                word, kind.isEmpty() ? source ? ", which your line names" : "" : kind, there),
        "");
  }

  /** The line that was to make the container failed, which is why there is none. */
  private Optional<Diagnosis> neverMade(String name) {
    for (AskedLine asked : AskedLine.latestFirst(scene.history())) {
      Optional<LearnerAct.Line> line = asked.line();
      Optional<TypedCommands.Typed> made =
          line.flatMap(
              it ->
                  new TypedCommands(scene)
                      .of(it).reversed().stream()
                          .filter(typed -> MAKES_CONTAINER.contains(typed.command().name()))
                          .findFirst());
      if (made.isPresent()) {
        return made.filter(typed -> typed.exitCode() == 125)
            .filter(typed -> typed.command().flag("name").filter(name::equals).isPresent())
            .map(typed -> neverMade(typed, asked));
      }
    }
    return Optional.empty();
  }

  private Diagnosis neverMade(TypedCommands.Typed typed, AskedLine asked) {
    String says =
        "%s ended with exit code %s, so there is no such container."
            .formatted(MismatchText.quoted(typed.text()), typed.exitCode());
    return asked
        .refused()
        // It may be about this very name: a container that is linked to itself.
        .filter(refused -> !refused.error().contains("o such container"))
        .map(refused -> new EngineReason(scene, Optional.of(typed.command())).of(refused))
        .map(why -> failed(says + " " + why.says(), why.remedy()))
        .orElseGet(() -> failed(says, "Docker's own message to that line says why."));
  }

  /** The name is another container's. */
  Diagnosis taken(String name) {
    Optional<ContainerSummary> other = container(name);
    if (other.isEmpty()) {
      return failed(
          "The name `%s` was taken when your line ran; now it is free.".formatted(name),
          "Run your line again.");
    }
    String state = other.map(c -> " (%s)".formatted(c.state().word())).orElse("");
    boolean foreign = other.filter(c -> !scene.history().ownership().counts(c)).isPresent();
    return foreign
        ? failed(
            "The name `%s` is taken: there is a container with it already%s, which was not made in this lesson."
                .formatted(name, state),
            "If it is yours and you want to keep it: `docker rename %s %s-mine`. Then run your line again."
                .formatted(name, name))
        : failed(
            "The name `%s` is taken: there is a container with it already%s."
                .formatted(name, state),
            (other.filter(c -> c.state() == ContainerState.RUNNING).isPresent()
                    ? "That one runs already"
                    : "`docker start %s` brings that one back".formatted(name))
                + "; to make a new one remove it first: `docker rm -f %s`.".formatted(name));
  }

  /** There is no image of a name. */
  Diagnosis image(String reference, Optional<DockerCommand> command) {
    String image = ImageRef.parse(reference).familiar();
    String near =
        new ImageSlips(scene)
            .meant(image)
            .map(" Did you mean `%s`?"::formatted)
            .orElseGet(() -> nearOf(image, images(), "docker images"));
    if (command.filter(it -> MAKES_CONTAINER.contains(it.name())).isPresent()) {
      return failed(
          "Docker took `%s` for the image, and has none of that name.%s".formatted(image, near),
          "The first word after the flags is the image.");
    }
    Optional<ContainerSummary> container =
        scene.world().containers().stream().filter(c -> c.name().equals(reference)).findFirst();
    if (container.isPresent()) {
      return failed(
          "There is no image `%s`: that is a container.%s"
              .formatted(
                  reference,
                  command.filter(it -> Set.of("image rm", "rmi").contains(it.name())).isPresent()
                      ? " `docker rm` removes containers."
                      : ""),
          "");
    }
    boolean pull = command.filter(it -> it.name().equals("pull")).isPresent();
    return pull
        ? failed("The registry has given no image `%s`.%s".formatted(image, near), "")
        : failed(
            "There is no image `%s` on this engine.%s".formatted(image, near),
            command.filter(MissingNames::removes).isPresent() ? "" : "`docker pull` fetches one.");
  }

  /** Who wants something gone needs no way to make it. */
  static boolean removes(DockerCommand command) {
    return command.name().matches("rm|rmi|kill|stop|(\\w+ )+(rm|prune)");
  }

  /** What of another kind has this name, in brackets with a blank before; empty for nothing. */
  String otherKind(String name, String kind) {
    return Stream.of(
            Map.entry("container", container(name).filter(c -> c.name().equals(name)).isPresent()),
            Map.entry("image", images().contains(name)),
            Map.entry(
                "volume", scene.world().volumes().stream().anyMatch(v -> v.name().equals(name))),
            Map.entry(
                "network", scene.world().networks().stream().anyMatch(n -> n.name().equals(name))))
        .filter(it -> it.getValue() && !it.getKey().equals(kind))
        .findFirst()
        .map(
            it ->
                " (that is a%s %s)".formatted(it.getKey().equals("image") ? "n" : "", it.getKey()))
        .orElse("");
  }

  /** A container that runs is not removed. */
  Diagnosis running(String word) {
    String name = called(word);
    boolean paused = container(word).filter(c -> c.state() == ContainerState.PAUSED).isPresent();
    return failed(
        "`%s` is %s, and docker does not remove a running container."
            .formatted(name, paused ? "paused, not ended" : "running"),
        isOurs(word)
            ? "`docker stop %s` first, or `docker rm -f %s`.".formatted(name, name)
            : "It was not made in this lesson; is it the one that you mean?");
  }

  /** Whether a container is the lesson's: nobody is led to remove another one. */
  boolean isOurs(String word) {
    return container(word).filter(it -> !scene.history().ownership().counts(it)).isEmpty();
  }

  /** What works on a running container only was asked of one that does not run. */
  Diagnosis notRunning(String word, Optional<DockerCommand> command) {
    String name = called(word);
    String says =
        "`%s` does not run%s."
            .formatted(
                name,
                command
                    .map(it -> ", and `docker %s` needs one that does".formatted(it.name()))
                    .orElse(""));
    return container(word)
        .flatMap(it -> scene.container(it.id()))
        .map(it -> it.status().error())
        .filter(error -> !error.isEmpty())
        .map(
            error ->
                failed(
                    "%s Its start failed: %s.".formatted(says, Quotation.code(error)),
                    isOurs(word)
                        ? "Remove it with `docker rm %s`, mend the command and run it again."
                            .formatted(name)
                        : ""))
        .orElseGet(
            () ->
                failed(
                    says,
                    isOurs(word)
                        ? "`docker start %s` starts it.".formatted(name)
                        : "It was not made in this lesson; is it the one that you mean?"));
  }

  private List<String> images() {
    return scene.world().images().stream()
        .flatMap(i -> i.tags().stream())
        .map(tag -> ImageRef.parse(tag).familiar())
        .toList();
  }

  static String nearOf(String name, List<String> names, String command) {
    return Suggestion.nearest(name, names)
        .map(n -> " Did you mean `" + n + "`?")
        .orElseGet(
            () ->
                listed(
                    names, " There %s.", " `%s` lists those that there are.".formatted(command)));
  }

  private static String listed(List<String> names, String few, String many) {
    return names.isEmpty()
        ? ""
        : names.size() > FEW
            ? many
            : few.formatted((names.size() == 1 ? "is " : "are ") + quoted(names));
  }

  /** The same of containers, with a word on those that are not the lesson's. */
  String quotedContainers(Collection<String> names) {
    return names.stream()
            .limit(FEW)
            .map(name -> "`%s`%s".formatted(name, isOurs(name) ? "" : " (not made in this lesson)"))
            .collect(Collectors.joining(", "))
        + (names.size() > FEW ? " and more" : "");
  }

  static String quoted(Collection<String> names) {
    List<String> told = names.stream().limit(FEW).map(name -> "`" + name + "`").toList();
    return String.join(", ", told) + (names.size() > FEW ? " and more" : "");
  }

  /** There is no file of a name where the learner is. */
  static Diagnosis file(String name, Scene scene) {
    return failed(
        "There is no file `%s` in the directory in which you are.".formatted(name),
        scene.whereabouts().wayBack().orElse(""));
  }

  static Diagnosis failed(String says, String remedy) {
    return new Diagnosis(Progress.COMMAND_FAILED, says, remedy);
  }
}
