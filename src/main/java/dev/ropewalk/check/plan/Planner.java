package dev.ropewalk.check.plan;

import dev.ropewalk.check.Aim;
import dev.ropewalk.check.Check;
import dev.ropewalk.check.Diagnosis;
import dev.ropewalk.check.Diagnosis.Progress;
import dev.ropewalk.check.Scene;
import dev.ropewalk.check.Verdict;
import dev.ropewalk.check.value.Variables;
import dev.ropewalk.engine.Container;
import dev.ropewalk.engine.ContainerState;
import dev.ropewalk.engine.EngineProblem;
import dev.ropewalk.engine.World.ContainerSummary;
import java.util.List;
import java.util.Optional;
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
  private final RunLines lines;
  private final NewestLine newestLine;

  /**
   * @param checks all of the step
   * @param former what was told of containers in earlier rounds; what is told of those that are
   *     there now is put to it
   */
  public Planner(List<Check> checks, Scene scene, FormerLines former) {
    this.scene = scene;
    all = checks.stream().flatMap(check -> aims(check).stream()).toList();
    lines = new RunLines(scene, former);
    newestLine = new NewestLine(checks, scene);
    remember();
  }

  /** Sees to it that of a container that is removed after this round its line is known. */
  private void remember() {
    all.stream()
        .filter(Aim.Made.class::isInstance)
        .map(Aim::container)
        .distinct()
        .forEach(
            name ->
                orNone(() -> ours(name).flatMap(it -> scene.container(it.id())))
                    .ifPresent(there -> orNone(() -> line(name, there))));
  }

  private Optional<RunLine> line(String name, Container there) {
    return Optional.of(lines.of(Wanted.of(name, all), there));
  }

  /**
   * The same verdict; of one that failed for the state of a container, what to do is computed. What
   * is known of a command that failed is newer, and stays where it is about something else. What an
   * author has put in the place of what is computed stays.
   */
  public Verdict withRemedy(Check check, Verdict verdict) {
    return planned(check, verdict) instanceof Verdict.Failed told ? sparing(told, check) : verdict;
  }

  /** What the step needs as it is stays, whatever docker's refusal would suggest. */
  private Verdict sparing(Verdict.Failed told, Check check) {
    if (check.isOwn(told.why(), scene)) {
      return told;
    }
    List<String> own = aims(check).stream().map(Aim::container).toList();
    return told.why().moves().stream()
        .filter(move -> move.startsWith("docker rm "))
        .flatMap(move -> Stream.of(move.split(" ")).skip(2))
        .filter(name -> isNeeded(Wanted.of(name, all), own.contains(name)))
        .findFirst()
        .<Verdict>map(
            name ->
                new Verdict.Failed(
                    told.expected(),
                    told.actual(),
                    told.why()
                        .withRemedy(
                            "This step needs `%s` as it is: take another name or another port for yours%s."
                                .formatted(name, askedPorts()),
                            List.of()),
                    told.outlook()))
        .orElse(told);
  }

  /** The flags with which the step publishes ports, in brackets with a blank before. */
  private String askedPorts() {
    String flags =
        all.stream()
            .filter(Aim.Made.class::isInstance)
            .flatMap(aim -> ((Aim.Made) aim).line().parts(Optional.empty()).stream())
            .filter(part -> part.kind() == Aim.Part.Kind.FLAG && part.isKnown())
            .map(Aim.Part::text)
            .filter(text -> text.startsWith("-p "))
            .distinct()
            .map("`%s`"::formatted)
            .collect(Collectors.joining(", "));
    return flags.isEmpty() ? "" : " (it asks for %s)".formatted(flags);
  }

  /**
   * Whether the step needs the container that is there: the very one that a check holds on to, or
   * one that no check ends or removes, which an earlier step has left as it should be.
   *
   * @param fails whether a check of it has just failed, so that it is not as it should be
   */
  private boolean isNeeded(Wanted wanted, boolean fails) {
    return wanted.isKept()
        ? !wanted.isAnother()
        : !fails
            && wanted.runs()
            && !wanted.isGone()
            && !wanted.isMadeAnew()
            && !isOfStep(wanted.name())
            && orNone(() -> ours(wanted.name()).flatMap(it -> scene.container(it.id())))
                .filter(there -> there.running() && wanted.isMadeLike(there))
                .isPresent();
  }

  private boolean isOfStep(String name) {
    return scene.history().containerEvents().stream()
        .anyMatch(event -> event.action().equals("create") && event.name().equals(name));
  }

  private Verdict planned(Check check, Verdict verdict) {
    if (!(verdict instanceof Verdict.Failed judged) || check.isOwn(judged.why(), scene)) {
      return verdict;
    }
    List<Aim> own = aims(check);
    Verdict.Failed failed =
        orNone(() -> Optional.of(newestLine.told(check, judged)))
            .flatMap(it -> orNone(() -> Optional.of(ofAnother(it, own))))
            .orElse(judged);
    return !check.isOwn(failed.why(), scene) && mayBeTold(failed.why(), own)
        ? orNone(() -> plan(own))
            .map(plan -> after(failed.why(), plan))
            .<Verdict>map(
                plan ->
                    new Verdict.Failed(
                        failed.expected(),
                        failed.actual(),
                        failed.why().withRemedy(plan.says(), plan.lines()),
                        failed.outlook()))
            .orElse(failed)
        : failed;
  }

  private Verdict.Failed ofAnother(Verdict.Failed failed, List<Aim> own) {
    return own.isEmpty()
        ? failed
        : new OtherContainer(scene).told(failed, own.getFirst().container());
  }

  /** A verdict is worth more than what to do about it. */
  private static <T> Optional<T> orNone(Supplier<Optional<T>> plan) {
    try {
      return plan.get();
    } catch (EngineProblem | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * What is said of a command that failed, and is nothing to type, comes first. The container that
   * the plan removes is named where nothing was said of it.
   */
  private static Plan after(Diagnosis why, Plan plan) {
    Plan clear = plan.removes().filter(it -> !why.names(it)).isPresent() ? plan.named() : plan;
    return why.progress() == Progress.COMMAND_FAILED
            && why.moves().isEmpty()
            && !why.remedy().isEmpty()
        ? new Plan(why.remedy() + " " + plan.named().says(), plan.lines())
        : clear;
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
            // All that must go goes in one command.
            .filter(_ -> !Wanted.of(subject, all).isGone())
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
    return there.isEmpty()
        ? new Absence(scene, all, lines).plan(wanted)
        : present(wanted, summary.orElseThrow(), there.get());
  }

  private Optional<Plan> present(Wanted wanted, ContainerSummary summary, Container there) {
    if (there.status().state() == ContainerState.REMOVING) {
      return Optional.empty();
    }
    if (wanted.isAnother()) {
      return Optional.of(Plan.RETRY);
    }
    Remaking remaking = new Remaking(lines);
    Optional<Plan> anew = remaking.plan(wanted, there);
    return anew.isPresent() || remaking.hasOwnTrouble(wanted, there)
        ? anew
        : new StateCommands(summary, there, wanted).plan(LastRun.of(there, scene.history()));
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

  private Optional<ContainerSummary> ours(String name) {
    return scene.ours().stream().filter(it -> it.name().equals(name)).findFirst();
  }
}
