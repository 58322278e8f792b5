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
import java.util.stream.IntStream;

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
            .map(plan -> after(failed.why(), plan))
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

  /**
   * What is said of a command that failed, and is nothing to type, comes first; nothing was said of
   * the container then.
   */
  private static Plan after(Diagnosis why, Plan plan) {
    return why.progress() == Progress.COMMAND_FAILED
            && why.moves().isEmpty()
            && !why.remedy().isEmpty()
        ? new Plan(why.remedy() + " " + plan.named().says(), plan.lines())
        : plan;
  }

  private static boolean mayBeTold(Diagnosis why, List<Aim> own) {
    return why.progress() != Progress.COMMAND_FAILED
        || why.moves().isEmpty()
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
            .filter(name -> !Wanted.of(name, all).isMade() && ours(name).isPresent())
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
    Wanted wanted = Wanted.of(name, all);
    Optional<ContainerSummary> summary = ours(name);
    if (wanted.isGone()) {
      Optional<Plan> removal = summary.map(it -> remove(wanted, it));
      return wanted.mustEnd() ? removal.or(() -> Optional.of(Plan.RETRY)) : removal;
    }
    Optional<Container> there = summary.flatMap(it -> scene.container(it.id()));
    return there.isEmpty() ? absent(wanted) : present(wanted, summary.orElseThrow(), there.get());
  }

  private Optional<Plan> present(Wanted wanted, ContainerSummary summary, Container there) {
    if (there.status().state() == ContainerState.REMOVING) {
      return Optional.empty();
    }
    if (wanted.isAnother()) {
      return Optional.of(Plan.RETRY);
    }
    RunLine line = wanted.line(Optional.of(there));
    if (wanted.isMadeAnew() || isWrong(line, there)) {
      return Optional.of(new Recreation(line, wanted.isKept()).plan(there));
    }
    if (hasOwnTrouble(there)) {
      return Optional.empty();
    }
    LastRun last = LastRun.of(there, scene.history());
    boolean canEndSo =
        wanted.state().stream()
            .flatMapToInt(aim -> aim.reached() ? IntStream.empty() : aim.exitCode().stream())
            .allMatch(last::canEndWith);
    if (!canEndSo) {
      return Optional.of(new Recreation(line.withAnotherCommand(), wanted.isKept()).plan(there));
    }
    return wanted.runs() && last.byItself()
        ? line.withoutCommand().map(plain -> new Recreation(plain, wanted.isKept()).plan(there))
        : new StateCommands(summary, wanted).plan(last);
  }

  /** What no other command line of docker mends; its diagnosis says what to do. */
  private static boolean hasOwnTrouble(Container there) {
    Container.Status status = there.status();
    return !there.running() && (status.oomKilled() || !status.error().isEmpty());
  }

  /** How it is started says whether it is attached: the next start may do otherwise. */
  private static boolean isWrong(RunLine line, Container there) {
    List<Part> unmet = line.unmet();
    boolean startMends =
        there.status().state() != ContainerState.RUNNING
            && unmet.stream().allMatch(part -> part.text().equals("-d"));
    return !unmet.isEmpty() && !startMends;
  }

  /** With it goes all that the step wants gone, in one command. */
  private Plan remove(Wanted wanted, ContainerSummary container) {
    if (wanted.mustEnd()) {
      return Removal.afterItsEnd(container);
    }
    return Removal.of(
        container,
        all.stream()
            .filter(Aim.Gone.class::isInstance)
            .map(Aim::container)
            .distinct()
            .filter(other -> !other.equals(container.name()) && Wanted.of(other, all).isGone())
            .flatMap(other -> ours(other).stream())
            .toList());
  }

  private Optional<Plan> absent(Wanted wanted) {
    String name = wanted.name();
    if (scene.others().stream().anyMatch(it -> it.name().equals(name))) {
      return Optional.empty();
    }
    Optional<String> other = otherNameOf(name);
    if (other.isPresent()) {
      String rename = "docker rename %s %s".formatted(other.get(), name);
      return Optional.of(
          new Plan("`%s` gives it its name back.".formatted(rename), List.of(rename)));
    }
    if (wanted.isKept()) {
      return Optional.of(
          new Plan(
              "A removed container does not come back; `docker stop` would have ended it and kept it. "
                  + Plan.RETRY.says(),
              Plan.RETRY.lines()));
    }
    Optional<Container> misnamed = misnamed();
    if (misnamed.isPresent() && !name.isEmpty()) {
      RunLine line = wanted.line(misnamed);
      String present = misnamed.get().name();
      return Optional.of(
          isWrong(line, misnamed.get()) || hasOwnTrouble(misnamed.get())
              ? new Recreation(line, false).plan(misnamed.get())
              : new Plan(
                  "Remove it (`docker rm -f %s`) and run it again with `--name %s`, or rename it: `docker rename %s %s`."
                      .formatted(present, name, present, name),
                  List.of("docker rename %s %s".formatted(present, name))));
    }
    boolean removed =
        scene.history().allContainerEvents().stream()
            .filter(event -> event.action().equals("destroy"))
            .anyMatch(event -> name.isEmpty() ? isOfStep(event) : event.name().equals(name));
    return removed
        ? Optional.of(new Recreation(wanted.line(Optional.empty()), false).plan())
        : Optional.empty();
  }

  /**
   * What a container is called now that had this name in the lesson, and that no check asks for.
   */
  private Optional<String> otherNameOf(String name) {
    Set<String> bearers =
        scene.history().allContainerEvents().stream()
            .filter(event -> event.name().equals(name))
            .map(EngineEvent::id)
            .collect(Collectors.toSet());
    return scene.ours().stream()
        .filter(it -> bearers.contains(it.id()))
        .map(ContainerSummary::name)
        .filter(now -> !Wanted.of(now, all).isThere())
        .findFirst();
  }

  private boolean isOfStep(EngineEvent event) {
    return scene.history().events().contains(event);
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
        .filter(it -> !Wanted.of(it.name(), all).isThere())
        .findFirst()
        .flatMap(it -> scene.container(it.id()));
  }

  private Optional<ContainerSummary> ours(String name) {
    return scene.ours().stream().filter(it -> it.name().equals(name)).findFirst();
  }
}
