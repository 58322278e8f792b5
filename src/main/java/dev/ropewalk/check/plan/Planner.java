package dev.ropewalk.check.plan;

import dev.ropewalk.check.Aim;
import dev.ropewalk.check.Aim.Part;
import dev.ropewalk.check.Check;
import dev.ropewalk.check.Diagnosis;
import dev.ropewalk.check.Diagnosis.Progress;
import dev.ropewalk.check.Scene;
import dev.ropewalk.check.Verdict;
import dev.ropewalk.check.value.Variables;
import dev.ropewalk.engine.Container;
import dev.ropewalk.engine.ContainerState;
import dev.ropewalk.engine.EngineEvent;
import dev.ropewalk.engine.EngineProblem;
import dev.ropewalk.engine.World.ContainerSummary;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells of each check that fails what to do, with a view to all checks of the step: a command that
 * one check wants and another forbids is not told. For one round of judging, not for several
 * threads.
 */
public final class Planner {
  private final Scene scene;
  private final List<Aim> all;

  /**
   * @param checks all of the step
   */
  public Planner(List<Check> checks, Scene scene) {
    this.scene = scene;
    all = checks.stream().flatMap(check -> aims(check).stream()).toList();
  }

  /**
   * The same verdict; of one that failed for the state of a container, what to do is computed. What
   * is known of a command that failed is newer, and stays where it is about something else.
   */
  public Verdict withRemedy(Check check, Verdict verdict) {
    if (!(verdict instanceof Verdict.Failed failed)) {
      return verdict;
    }
    List<Aim> own = aims(check);
    return mayBeTold(failed.why(), own)
        ? orNone(() -> plan(own))
            .<Verdict>map(
                plan ->
                    new Verdict.Failed(
                        failed.expected(),
                        failed.actual(),
                        failed.why().withRemedy(plan.says(), plan.lines()),
                        failed.outlook()))
            .orElse(verdict)
        : verdict;
  }

  /** A verdict is worth more than what to do about it. */
  private static Optional<Plan> orNone(Supplier<Optional<Plan>> plan) {
    try {
      return plan.get();
    } catch (EngineProblem | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static boolean mayBeTold(Diagnosis why, List<Aim> own) {
    return why.progress() != Progress.COMMAND_FAILED
        || why.remedy().isEmpty()
        || own.stream()
            .map(Aim::container)
            .anyMatch(
                name ->
                    why.moves().stream().anyMatch(line -> List.of(line.split(" ")).contains(name)));
  }

  private List<Aim> aims(Check check) {
    try {
      return check.claim().aims(scene);
    } catch (Variables.UnknownVariable | EngineProblem | IllegalArgumentException e) {
      // What cannot be known is no aim; why it cannot, the verdict says.
      return List.of();
    }
  }

  private Optional<Plan> plan(List<Aim> own) {
    if (own.isEmpty()) {
      return Optional.empty();
    }
    if (own.stream().allMatch(Aim.Avoids.class::isInstance)) {
      return Optional.of(Plan.RETRY);
    }
    String subject = own.getFirst().container();
    Predicate<Aim> obstacle = aim -> aim instanceof Aim.Gone && !aim.container().equals(subject);
    Optional<Plan> plan =
        own.stream()
            .filter(obstacle.negate())
            .map(Aim::container)
            .distinct()
            .flatMap(name -> toward(name).stream())
            .findFirst();
    Optional<String> inTheWay =
        own.stream()
            .filter(obstacle)
            .map(Aim::container)
            .filter(name -> !isMade(name) && ours(name).isPresent())
            .findFirst();
    boolean renamed =
        plan.stream()
            .flatMap(it -> it.lines().stream())
            .anyMatch(line -> line.startsWith("docker rename "));
    return renamed || inTheWay.isEmpty()
        ? plan
        : plan.map(
            it ->
                it.after(
                    "Remove `%s` first (`docker rm -f %s`)."
                        .formatted(inTheWay.get(), inTheWay.get()),
                    "docker rm -f " + inTheWay.get()));
  }

  private Optional<Plan> toward(String name) {
    List<Aim> aims = all.stream().filter(aim -> aim.container().equals(name)).toList();
    Optional<ContainerSummary> summary = ours(name);
    if (!isMade(name) && aims.stream().anyMatch(Aim.Gone.class::isInstance)) {
      return summary.map(Planner::remove);
    }
    Optional<Container> there = summary.flatMap(it -> scene.container(it.id()));
    if (there.isEmpty()) {
      return absent(name, aims);
    }
    if (hasOwnTrouble(there.get())) {
      return Optional.empty();
    }
    RunLine line = line(name, there);
    boolean anew =
        aims.stream()
            .anyMatch(aim -> aim instanceof Aim.Undergoes(_, var acts) && acts.contains("create"));
    return anew || isWrong(line, there.get())
        ? Optional.of(remake(there.get(), line, aims))
        : new Verbs(summary.get(), aims).plan(there.get());
  }

  /** What no other command line of docker mends; its diagnosis says what to do. */
  private static boolean hasOwnTrouble(Container there) {
    Container.Status status = there.status();
    return status.state() == ContainerState.REMOVING
        || (!there.running() && (status.oomKilled() || !status.error().isEmpty()));
  }

  /** One that was attached and has ended is detached when it is started again. */
  private static boolean isWrong(RunLine line, Container there) {
    List<Part> unmet = line.unmet();
    boolean startMends =
        there.status().state() != ContainerState.RUNNING
            && unmet.stream().allMatch(new Part(Part.Kind.FLAG, "-d", false)::equals);
    return !unmet.isEmpty() && !startMends;
  }

  private static Plan remove(ContainerSummary container) {
    String name = container.name();
    return container.state() == ContainerState.RUNNING || container.state() == ContainerState.PAUSED
        ? new Plan(
            "Stop it first (`docker stop %s`, then `docker rm %s`), or remove it by force: `docker rm -f %s`."
                .formatted(name, name, name),
            List.of("docker rm -f " + name))
        : new Plan(
            "A stopped container stays until it is removed: `docker rm %s`.".formatted(name),
            List.of("docker rm " + name));
  }

  private Optional<Plan> absent(String name, List<Aim> aims) {
    if (scene.others().stream().anyMatch(it -> it.name().equals(name))) {
      return Optional.empty();
    }
    if (isKept(aims)) {
      return Optional.of(Plan.RETRY);
    }
    Optional<Container> misnamed = misnamed();
    if (misnamed.isPresent() && !name.isEmpty()) {
      RunLine line = line(name, misnamed);
      String other = misnamed.get().name();
      return Optional.of(
          isWrong(line, misnamed.get())
              ? remake(misnamed.get(), line, aims)
              : new Plan(
                  "Remove it (`docker rm -f %s`) and run it again with `--name %s`, or rename it: `docker rename %s %s`."
                      .formatted(other, name, other, name),
                  List.of("docker rename %s %s".formatted(other, name))));
    }
    boolean removed =
        scene.history().allContainerEvents().stream()
            .filter(event -> event.action().equals("destroy"))
            .anyMatch(event -> name.isEmpty() ? isOfStep(event) : event.name().equals(name));
    return removed ? Optional.of(again(line(name, Optional.empty()))) : Optional.empty();
  }

  private boolean isOfStep(EngineEvent event) {
    return scene.history().events().contains(event);
  }

  private static Plan again(RunLine line) {
    return line.typed()
        .map(typed -> new Plan("Now run it again: `%s`.".formatted(typed), List.of(typed)))
        .orElseGet(
            () ->
                new Plan(
                    "Now run it again%s.".formatted(line.changes(List.of(), List.of())),
                    List.of()));
  }

  /** What a container is made of is fixed when it is created. */
  private Plan remake(Container there, RunLine line, List<Aim> aims) {
    List<Part> unmet = line.unmet();
    boolean limits =
        !unmet.isEmpty() && unmet.stream().allMatch(part -> part.kind() == Part.Kind.LIMIT);
    String update =
        "docker update %s %s"
            .formatted(
                unmet.stream().map(Part::text).collect(Collectors.joining(" ")), there.name());
    if (isKept(aims)) {
      return limits ? new Plan("`%s` changes it.".formatted(update), List.of(update)) : Plan.RETRY;
    }
    List<String> name =
        line.name().isEmpty() || line.name().equals(there.name())
            ? List.of()
            : List.of("--name " + line.name());
    String remake =
        "Remove it (`docker rm -f %s`) and run it again%s."
            .formatted(there.name(), line.changes(name, there.config().command()));
    return limits
        ? new Plan("%s To change it as it is: `%s`.".formatted(remake, update), List.of(update))
        : new Plan(
            remake,
            Stream.concat(Stream.of("docker rm -f " + there.name()), line.typed().stream())
                .toList());
  }

  private RunLine line(String name, Optional<Container> there) {
    return new RunLine(
        name,
        all.stream()
            .filter(aim -> aim.container().equals(name))
            .filter(Aim.Made.class::isInstance)
            .flatMap(aim -> ((Aim.Made) aim).making().parts(there).stream())
            .distinct()
            .toList());
  }

  /** The newest that this step has seen being made, and that no check asks for. */
  private Optional<Container> misnamed() {
    Set<String> created =
        scene.history().containerEvents().stream()
            .filter(event -> event.action().equals("create"))
            .map(EngineEvent::id)
            .collect(Collectors.toSet());
    return scene.ours().stream()
        .filter(it -> created.contains(it.id()))
        .filter(it -> !any(it.name(), aim -> !(aim instanceof Aim.Gone)))
        .findFirst()
        .flatMap(it -> scene.container(it.id()));
  }

  private Optional<ContainerSummary> ours(String name) {
    return scene.ours().stream().filter(it -> it.name().equals(name)).findFirst();
  }

  private boolean isMade(String name) {
    return any(name, Aim.Made.class::isInstance);
  }

  private static boolean isKept(List<Aim> aims) {
    return aims.stream().anyMatch(Aim.Kept.class::isInstance);
  }

  private boolean any(String name, Predicate<Aim> kind) {
    return all.stream().anyMatch(aim -> aim.container().equals(name) && kind.test(aim));
  }
}
