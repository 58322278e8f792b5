package dev.ropewalk.check.why;

import dev.ropewalk.check.Diagnosis;
import dev.ropewalk.check.Scene;
import dev.ropewalk.check.Verdict;
import dev.ropewalk.command.DockerCommand;
import dev.ropewalk.engine.Container;
import dev.ropewalk.engine.ContainerState;
import dev.ropewalk.engine.ImageRef;
import dev.ropewalk.engine.World.ContainerSummary;
import dev.ropewalk.text.Suggestion;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Says why the learner's last docker command failed, from its words and the engine's state. */
public final class CommandDiagnosis {
  /** With which codes docker ends where the program of an exec cannot be started. */
  private static final Set<Integer> NO_PROGRAM = Set.of(126, 127);

  /** The commands whose arguments are containers. */
  private static final Set<String> ON_CONTAINERS =
      Set.of(
          "start", "stop", "restart", "kill", "pause", "unpause", "rm", "logs", "port", "top",
          "attach", "exec", "diff", "rename", "stats", "update", "wait");

  /** Those that do nothing with one that has ended. */
  private static final Set<String> NEED_IT_RUNNING = Set.of("exec", "attach", "top");

  /** Those of which only the first argument is one. */
  private static final Set<String> ONE_CONTAINER = Set.of("exec", "port", "top", "rename");

  /** Those that change what a container is made of. */
  private static final Set<String> CHANGES =
      Set.of("update", "rename", "network connect", "network disconnect");

  /** A redirection of the second output, where a client writes what went wrong. */
  private static final Pattern MESSAGES_ELSEWHERE = Pattern.compile("2>|&>|>&");

  private final Scene scene;
  private final TypedCommands typed;
  private final MissingNames names;

  public CommandDiagnosis(Scene scene) {
    this.scene = scene;
    this.typed = new TypedCommands(scene);
    this.names = new MissingNames(scene);
  }

  /**
   * Why the newest line did not do what it was to do: a slip of the fingers, a request that the
   * engine refused, else what its words tell. Empty when it did not fail, or had no docker command.
   */
  public Optional<Diagnosis> lastFailed() {
    return slip()
        .or(this::refused)
        .or(
            () ->
                typed.lastFailed().map(failed -> explain(failed).orElseGet(() -> general(failed))));
  }

  /** What is wrong with the newest line, where it is one of Compose that failed. */
  public Optional<Diagnosis> ofCompose() {
    return new ComposeSlips(scene).ofNewest();
  }

  /**
   * A verdict on the engine's state, where docker or the engine has refused the newest line for a
   * reason that is known: that is newer than the state, and is told in its place.
   */
  public Verdict newestFirst(Verdict verdict) {
    return verdict instanceof Verdict.Failed(var expected, var actual, var why, var outlook)
        ? slip()
            .or(this::refused)
            .or(() -> typed.lastFailed().flatMap(this::noProgram))
            .or(() -> typed.lastFailed().flatMap(this::explain))
            .map(newest -> newest.remedy().isEmpty() ? newest.withRemedy(why.remedy()) : newest)
            .<Verdict>map(newest -> new Verdict.Failed(expected, actual, newest, outlook))
            .orElse(verdict)
        : verdict;
  }

  private Optional<Diagnosis> slip() {
    return typed
        .lastFailed()
        .flatMap(
            failed ->
                TypingSlips.of(failed.line().line(), failed.command(), scene)
                    .or(() -> TypingSlips.swapped(failed.text(), scene))
                    .or(() -> new ImageSlips(scene).of(failed.command())))
        .or(this::ofCompose);
  }

  /** The engine tells of a user that is not there as of a program that is not there. */
  private static Optional<Diagnosis> noUser(TypedCommands.Failed failed) {
    List<String> args = failed.command().args();
    return failed.command().name().equals("exec") && failed.exitCode() == 126 && args.size() > 1
        ? failed
            .command()
            .flag("user")
            .filter(user -> !user.matches("root|[0-9]+(:[0-9]+)?"))
            .map(
                user ->
                    failed(
                        "`%s` cannot run %s as the user `%s`: it has no such user, or no such program."
                            .formatted(args.getFirst(), MismatchText.quoted(args.get(1)), user),
                        ""))
        : Optional.empty();
  }

  /** What was to be run in a container is not there. */
  private Optional<Diagnosis> noProgram(TypedCommands.Failed failed) {
    Optional<Diagnosis> user = noUser(failed);
    if (user.isPresent()) {
      return user;
    }
    List<String> args = failed.command().args();
    boolean missing = failed.exitCode() == 126 || failed.exitCode() == 127;
    return failed.command().name().equals("exec") && missing && args.size() > 1
        ? Optional.of(
            failed(
                "There is no program %s in `%s`."
                    .formatted(MismatchText.quoted(args.get(1)), args.getFirst()),
                ""))
        : Optional.empty();
  }

  /** The same for a command that was to make a container of this name: newer than its end. */
  public Optional<Diagnosis> lastMakingFailed(String name) {
    return typed
        .lastFailed()
        .filter(failed -> failed.exitCode() == 125 || failed.exitCode() == 1)
        .filter(failed -> MissingNames.MAKES_CONTAINER.contains(failed.command().name()))
        .filter(failed -> failed.command().flag("name").filter(name::equals).isPresent())
        .flatMap(_ -> lastFailed());
  }

  /** The same for a command that was to change a container that is there. */
  public Optional<Diagnosis> lastChangeFailed(Container container) {
    return typed
        .lastFailed()
        .filter(failed -> CHANGES.contains(failed.command().name()))
        .filter(failed -> failed.command().args().stream().anyMatch(container::isCalled))
        .map(failed -> refused().orElseGet(() -> general(failed)));
  }

  /** What the engine itself said of the newest line. */
  private Optional<Diagnosis> refused() {
    Optional<AskedLine> newest =
        AskedLine.latestFirst(scene.history()).stream()
            .filter(asked -> asked.line().isPresent())
            .findFirst();
    Optional<DockerCommand> command =
        newest
            .flatMap(AskedLine::line)
            .map(typed::of)
            .filter(all -> !all.isEmpty())
            .map(all -> all.getLast().command());
    return newest.flatMap(AskedLine::refused).map(new EngineReason(scene, command)::of);
  }

  /**
   * The reason, as the words of the line and the engine's state tell it; empty where they do not.
   */
  private Optional<Diagnosis> explain(TypedCommands.Failed failed) {
    DockerCommand command = failed.command();
    if (!command.isUnderstood()) {
      return Optional.of(failed(command.problems().getFirst().explain(Suggestion::nearest), ""));
    }
    if (MissingNames.MAKES_CONTAINER.contains(command.name())) {
      return creation(failed);
    }
    if (command.name().equals("build")) {
      return new BuildSlips(scene).of(command);
    }
    Optional<Diagnosis> count = new WordCount(scene).of(command);
    if (count.isPresent()) {
      return count;
    }
    if (ON_CONTAINERS.contains(command.name())) {
      return onContainer(failed);
    }
    return command.name().equals("cp") ? missingFile(command) : Optional.empty();
  }

  private Optional<Diagnosis> creation(TypedCommands.Failed failed) {
    DockerCommand command = failed.command();
    Optional<ContainerSummary> taken =
        command
            .flag("name")
            .flatMap(
                name ->
                    scene.world().containers().stream()
                        .filter(c -> c.name().equals(name))
                        .findFirst());
    boolean refused = failed.exitCode() == 125;
    if (taken.isPresent() && refused && !createdNow(taken.get())) {
      return Optional.of(names.taken(taken.get().name()));
    }
    if (command.args().isEmpty()) {
      return Optional.of(
          failed(
              "`docker %s` was given no image.".formatted(command.name()),
              "The image comes after the flags: `docker %s … redis`.".formatted(command.name())));
    }
    String image = ImageRef.parse(command.args().getFirst()).familiar();
    return Optional.of(image)
        .filter(missing -> refused && scene.image(missing).isEmpty())
        .map(missing -> names.image(missing, Optional.of(command)));
  }

  /** A container that this very line has created, and that then could not start. */
  private boolean createdNow(ContainerSummary container) {
    return scene.history().containerEvents().stream()
        .anyMatch(event -> event.action().equals("create") && event.id().equals(container.id()));
  }

  /** What is to be copied in is not on the learner's disk. */
  private Optional<Diagnosis> missingFile(DockerCommand command) {
    return command.args().stream()
        .findFirst()
        .filter(file -> !file.contains(":") && !file.equals("-"))
        .filter(file -> !Files.exists(scene.filePassed(file)))
        .map(file -> MissingNames.file(file, scene));
  }

  private Optional<Diagnosis> onContainer(TypedCommands.Failed failed) {
    List<String> args = failed.command().args();
    int containers = ONE_CONTAINER.contains(failed.command().name()) ? 1 : args.size();
    for (String arg : args.stream().limit(containers).toList()) {
      Optional<ContainerSummary> there = names.container(arg);
      if (there.isEmpty()) {
        return Optional.of(names.container(arg, Optional.of(failed.command())));
      }
      if (failed.command().name().equals("rm") && there.get().state() == ContainerState.RUNNING) {
        return Optional.of(names.running(arg));
      }
      if (NEED_IT_RUNNING.contains(failed.command().name())
          && there.get().state() != ContainerState.RUNNING) {
        return Optional.of(names.notRunning(arg, Optional.of(failed.command())));
      }
    }
    return Optional.empty();
  }

  private static Diagnosis general(TypedCommands.Failed failed) {
    Optional<Diagnosis> user = noUser(failed);
    if (user.isPresent()) {
      return user.get();
    }
    List<String> args = failed.command().args();
    if (failed.command().name().equals("exec")
        && NO_PROGRAM.contains(failed.exitCode())
        && args.size() > 1) {
      return failed(
          "`%s` cannot run %s: it has no such program."
              .formatted(args.getFirst(), MismatchText.quoted(args.get(1))),
          args.get(1).contains(" ")
              ? "In quotes it is one word: type it without them."
              : "What follows the container is the program, and then its own words.");
    }
    boolean hidden = MESSAGES_ELSEWHERE.matcher(failed.line().line()).find();
    String message = message(failed);
    return failed(
        "%s ended with exit code %s."
            .formatted(MismatchText.quoted(failed.text()), failed.exitCode()),
        hidden
            ? "Your line sends %s elsewhere; run it without that to read why.".formatted(message)
            : failed.line().isInOwnShell()
                ? "%s, in that shell, says why.".formatted(capital(message))
                : "%s, above, says why.".formatted(capital(message)));
  }

  /** Whose it is: docker's, or that of the program which docker has run and which failed. */
  private static String message(TypedCommands.Failed failed) {
    List<String> args = failed.command().args();
    boolean program =
        Set.of("exec", "run").contains(failed.command().name()) && failed.exitCode() < 125;
    return !program
        ? "docker's own message"
        : args.size() > 1 && !args.get(1).startsWith("-")
            ? "the message of " + MismatchText.quoted(args.get(1))
            : "the message of the program in the container";
  }

  private static String capital(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  private static Diagnosis failed(String says, String remedy) {
    return MissingNames.failed(says, remedy);
  }
}
