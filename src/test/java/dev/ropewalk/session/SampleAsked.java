package dev.ropewalk.session;

import dev.ropewalk.engine.Exchange;
import dev.ropewalk.engine.ObjectKind;
import dev.ropewalk.engine.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What a recorder has told. */
final class SampleAsked {
  private SampleAsked() {}

  /** A container was created by what runs in a shell of the learner's own. */
  static Input created(String name) {
    return created("shell-1", Instant.EPOCH, name);
  }

  /** A container was created by what runs on a lane. */
  static Input created(String lane, Instant at, String name) {
    return new Input.Asked(
        new Exchange(
            1,
            lane,
            "",
            at,
            Duration.ZERO,
            "POST",
            "/containers/create",
            Map.of(),
            201,
            "",
            List.of(
                new Outcome.Created(
                    ObjectKind.CONTAINER, SampleWorld.id(name), name, Outcome.Before.ABSENT)),
            Exchange.Ending.COMPLETE));
  }
}
