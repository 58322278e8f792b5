package dev.ropewalk.check.plan;

import dev.ropewalk.check.Aim;
import dev.ropewalk.check.Scene;
import dev.ropewalk.engine.Container;
import dev.ropewalk.engine.EngineEvent;
import dev.ropewalk.engine.World.ContainerSummary;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tells what to do where a container that a step asks for is not there.
 *
 * @param all what the checks of the step want together
 * @param lines that make a container again
 */
record Absence(Scene scene, List<Aim> all, RunLines lines) {
  /** The id of a container of an earlier step: no other one can be given it as a name. */
  private static final Pattern WHOLE_ID = Pattern.compile("[0-9a-f]{64}");

  Optional<Plan> plan(Wanted wanted) {
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
    if (WHOLE_ID.matcher(name).matches()) {
      return Optional.of(Plan.RETRY);
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
      return Optional.of(renaming(wanted, misnamed.get()));
    }
    RunLine line = lines.again(wanted);
    boolean removed =
        scene.history().allContainerEvents().stream()
            .filter(event -> event.action().equals("destroy"))
            .anyMatch(
                event ->
                    name.isEmpty()
                        ? isOfStep(event)
                        // What is to be made anew in this step is not told before a try.
                        : event.name().equals(name) && (isOfStep(event) || line.parts().isEmpty()));
    return removed ? Optional.of(new Recreation(line, false).plan()) : Optional.empty();
  }

  /** A new name is enough for what would then be as it should be, or could be brought there. */
  private Plan renaming(Wanted wanted, Container misnamed) {
    String name = wanted.name();
    String present = misnamed.name();
    Remaking remaking = new Remaking(lines);
    Optional<Plan> anew = remaking.plan(wanted, misnamed);
    return anew.isPresent() || remaking.hasOwnTrouble(wanted, misnamed)
        ? anew.orElseGet(() -> new Recreation(lines.of(wanted, misnamed), false).plan(misnamed))
        : new Plan(
            "Remove it (`docker rm -f %s`) and run it again with `--name %s`, or rename it: `docker rename %s %s`."
                .formatted(present, name, present, name),
            List.of("docker rename %s %s".formatted(present, name)));
  }

  /**
   * What the container is called now that had this name last in the lesson, and that no check asks
   * for. Who had it before has made way for that one.
   */
  private Optional<String> otherNameOf(String name) {
    Optional<String> bearer =
        scene.history().allContainerEvents().stream()
            .filter(event -> event.name().equals(name))
            .map(EngineEvent::id)
            .reduce((_, last) -> last);
    return scene.ours().stream()
        .filter(it -> bearer.filter(it.id()::equals).isPresent())
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
}
