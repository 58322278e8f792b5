package dev.ropewalk.check.learner;

import dev.ropewalk.check.Scene;
import dev.ropewalk.check.why.AskedLine;
import dev.ropewalk.check.why.TypedCommands;
import dev.ropewalk.check.why.TypedCommands.Typed;
import dev.ropewalk.engine.World.ContainerSummary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The docker commands that had something to do: to stop what was stopped just before is none, nor
 * is a look that was sent where nobody sees it. What a line asked the engine decides where that is
 * on record, and its words where it is not.
 */
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

  private final Scene scene;
  private final Map<String, String> states = new HashMap<>();
  private final List<Typed> effective = new ArrayList<>();
  private Optional<Typed> idle = Optional.empty();

  private EffectiveCommands(Scene scene) {
    this.scene = scene;
  }

  /** Those since the step opened. */
  static EffectiveCommands of(Scene scene) {
    EffectiveCommands commands = new EffectiveCommands(scene);
    AskedLine.latestFirst(scene.history()).reversed().forEach(commands::add);
    return commands;
  }

  /** They, the last one first. */
  List<Typed> latestFirst() {
    return List.copyOf(effective);
  }

  /** The newest command of all, if it is one that had nothing to do. */
  Optional<Typed> idle() {
    return idle;
  }

  private void add(AskedLine line) {
    TypedCommands typed = new TypedCommands(scene);
    List<Typed> words =
        line.line().map(typed::of).orElse(List.of()).stream()
            .flatMap(it -> AskedCommands.filled(it, line).stream())
            .toList();
    List<AskedCommands.Asked> asked = new AskedCommands(line, words).inOrder();
    Set<String> names =
        asked.stream().map(it -> it.typed().command().name()).collect(Collectors.toSet());
    boolean seen = !LedNowhere.is(line);
    words.stream()
        .filter(it -> !names.contains(it.command().name()))
        .forEach(it -> addByWords(it, seen));
    for (AskedCommands.Asked each : asked) {
      add(each.typed(), each.changed() && (seen || !each.typed().command().onlyLooks()));
    }
  }

  private void addByWords(Typed typed, boolean seen) {
    Optional<String> after = Optional.ofNullable(AFTER.get(typed.command().name()));
    List<String> ids = ids(typed);
    boolean done =
        after.isPresent()
            && !typed.command().name().equals("restart")
            && !ids.isEmpty()
            && ids.stream().allMatch(id -> after.get().equals(states.get(id)));
    add(typed, !done && (seen || !typed.command().onlyLooks()));
  }

  /** Keeps it, and what its containers are from now on. */
  private void add(Typed typed, boolean changed) {
    if (changed) {
      effective.addFirst(typed);
    }
    idle = Optional.of(typed).filter(_ -> !changed);
    Optional.ofNullable(AFTER.get(typed.command().name()))
        .filter(_ -> typed.worked())
        .ifPresent(after -> ids(typed).forEach(id -> states.put(id, after)));
  }

  private List<String> ids(Typed typed) {
    return typed.command().args().stream().flatMap(arg -> id(arg).stream()).toList();
  }

  private Optional<String> id(String arg) {
    String name = Spelling.plain(arg);
    return scene.world().containers().stream()
        .filter(c -> c.name().equals(name) || (arg.length() > 2 && c.id().startsWith(arg)))
        .map(ContainerSummary::id)
        .findFirst();
  }
}
