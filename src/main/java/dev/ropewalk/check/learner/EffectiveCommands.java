package dev.ropewalk.check.learner;

import dev.ropewalk.check.Scene;
import dev.ropewalk.check.why.TypedCommands.Typed;
import dev.ropewalk.engine.World.ContainerSummary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Leaves out commands that found done what they ask for: to stop what was stopped just before. */
final class EffectiveCommands {
  /** What a container is after a command. */
  private static final Map<String, String> AFTER =
      Map.of(
          "start", "runs",
          "restart", "runs",
          "unpause", "runs",
          "stop", "stopped",
          "kill", "stopped",
          "pause", "paused");

  private EffectiveCommands() {}

  /**
   * @param typed the last one first
   * @return those that had something to do, the last one first
   */
  static List<Typed> of(List<Typed> typed, Scene scene) {
    Map<String, String> states = new HashMap<>();
    List<Typed> effective = new ArrayList<>();
    for (Typed each : typed.reversed()) {
      Optional<String> after = Optional.ofNullable(AFTER.get(each.command().name()));
      List<String> ids =
          each.command().args().stream().flatMap(arg -> id(arg, scene).stream()).toList();
      boolean idle =
          after.isPresent()
              && !each.command().name().equals("restart")
              && !ids.isEmpty()
              && ids.stream().allMatch(id -> after.get().equals(states.get(id)));
      if (!idle) {
        effective.addFirst(each);
      }
      if (after.isPresent() && each.worked()) {
        ids.forEach(id -> states.put(id, after.get()));
      }
    }
    return effective;
  }

  private static Optional<String> id(String arg, Scene scene) {
    String name = arg.startsWith("/") ? arg.substring(1) : arg;
    return scene.world().containers().stream()
        .filter(c -> c.name().equals(name) || (arg.length() > 2 && c.id().startsWith(arg)))
        .map(ContainerSummary::id)
        .findFirst();
  }
}
