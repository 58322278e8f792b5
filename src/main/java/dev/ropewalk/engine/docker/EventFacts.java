package dev.ropewalk.engine.docker;

import dev.ropewalk.engine.EngineEvent;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Reads the engine's events. */
final class EventFacts {
  private EventFacts() {}

  /**
   * One event. What follows the colon of an action goes into the details: the command of {@code
   * exec_start: ls}, the health of {@code health_status: healthy}.
   */
  static EngineEvent read(Fields event) {
    Fields actor = event.child("Actor");
    Map<String, String> details = new HashMap<>(actor.map("Attributes"));
    String[] action = event.text("Action").split(": ?", 2);
    if (action.length == 2) {
      details.put(action[0].equals("health_status") ? "health" : "command", action[1]);
    }
    String id = actor.text("ID");
    String name = details.getOrDefault("name", "");
    return switch (event.text("Type")) {
      case "container" ->
          new EngineEvent.ToContainer(
              at(event), action[0], id, name, details.getOrDefault("image", ""), details);
      case "image" ->
          new EngineEvent.ToImage(at(event), action[0], id, name.isEmpty() ? id : name, details);
      case "network" ->
          new EngineEvent.ToNetwork(
              at(event), action[0], id, name, details.getOrDefault("container", ""), details);
      case "volume" ->
          new EngineEvent.ToVolume(
              at(event), action[0], id, details.getOrDefault("container", ""), details);
      case String type -> new EngineEvent.ToOther(at(event), type, action[0], id, details);
    };
  }

  private static Instant at(Fields event) {
    return event.has("timeNano")
        ? Instant.ofEpochSecond(0, event.number("timeNano"))
        : Instant.ofEpochSecond(event.number("time"));
  }
}
