package dev.ropewalk.engine.docker;

import dev.ropewalk.engine.EngineInfo;
import java.time.Duration;
import java.time.Instant;

/** Reads what an engine says about itself. */
final class InfoFacts {
  private InfoFacts() {}

  /**
   * Reads it.
   *
   * <p>A clock that may be ours, as that of an engine on this machine, counts as ours: half of the
   * time that the answer took is too coarse where the events until this moment are asked for.
   *
   * @param asked when it was asked for, by our clock
   * @param answered when the answer was there, by our clock
   */
  static EngineInfo read(
      Fields info, Greeting greeting, EngineAddress address, Instant asked, Instant answered) {
    Instant between = asked.plus(Duration.between(asked, answered).dividedBy(2));
    String name = greeting.kind() + " on " + info.text("Name");
    return new EngineInfo(
        // Podman makes up another id each time that it is asked.
        greeting.kind().equals("Docker") ? info.text("ID") : name,
        name,
        info.text("ServerVersion"),
        greeting.version().getVersion(),
        greeting.newest().getVersion(),
        address.publishedHost(),
        info.text("CgroupVersion").equals("2") ? 2 : 1,
        info.text("OperatingSystem"),
        info.text("KernelVersion"),
        info.moment("SystemTime")
            .filter(theirs -> theirs.isBefore(asked) || theirs.isAfter(answered))
            .map(theirs -> Duration.between(between, theirs))
            .orElse(Duration.ZERO));
  }
}
