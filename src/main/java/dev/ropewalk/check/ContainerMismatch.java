package dev.ropewalk.check;

import dev.ropewalk.check.Diagnosis.Progress;
import dev.ropewalk.engine.Container;
import dev.ropewalk.engine.ContainerState;
import dev.ropewalk.engine.ImageRef;
import java.util.Optional;

/** Says why a container that is there is not as expected. */
final class ContainerMismatch {
  private final Scene scene;
  private final Container container;
  private final Expectations.Mismatch<Container> mismatch;
  private final String name;
  private final String expected;
  private final String actual;

  ContainerMismatch(Scene scene, Container container, Expectations.Mismatch<Container> mismatch) {
    this.scene = scene;
    this.container = container;
    this.mismatch = mismatch;
    this.name = "`" + container.name() + "`";
    this.expected = scene.wording().of(mismatch.matcher());
    this.actual = mismatch.attribute().type().show(mismatch.actual());
  }

  Verdict verdict() {
    String attribute = mismatch.attribute().name();
    Diagnosis diagnosis =
        switch (attribute) {
          case "state" -> state();
          case "error" ->
              detail("%s could not start: %s.".formatted(name, container.status().error()), "");
          case "id" -> id();
          case "image" -> image();
          case "mode" -> mode();
          case "tty" -> flag("-t", "a terminal");
          case "stdin" -> flag("-i", "an open standard input");
          case "ports" -> new PortMismatch(scene, container, expected).diagnosis();
          case "exit_code" -> exitCode();
          default -> other(attribute);
        };
    return mayChange(attribute)
        ? Claim.pending(expected, actual, diagnosis)
        : Claim.failed(expected, actual, diagnosis);
  }

  private boolean mayChange(String attribute) {
    ContainerState state = container.status().state();
    return switch (attribute) {
      case "state" ->
          state == ContainerState.CREATED && container.status().error().isEmpty()
              || state == ContainerState.RESTARTING
              || state == ContainerState.REMOVING
              || (state == ContainerState.RUNNING && expected.contains("exited"));
      case "health" -> "starting".equals(container.status().health().orElse(""));
      case "exit_code", "oom_killed", "restarts" -> container.running();
      default -> false;
    };
  }

  private Diagnosis state() {
    ContainerState state = container.status().state();
    String plain = container.name();
    if (!container.status().error().isEmpty() && state != ContainerState.RUNNING) {
      return wrong(
          "%s could not start: %s.".formatted(name, container.status().error()),
          "Remove it with `docker rm %s`, mend the command and run it again.".formatted(plain));
    }
    return switch (state) {
      case CREATED ->
          wrong(
              "%s is created, but it was never started.".formatted(name),
              "`docker start %s` starts it; `docker run` creates and starts in one go."
                  .formatted(plain));
      case EXITED, DEAD -> exited();
      case PAUSED ->
          wrong(
              "%s is paused.".formatted(name),
              "`docker unpause %s` lets it go on.".formatted(plain));
      case RUNNING ->
          wrong(
              "%s is still running, but it should be %s.".formatted(name, expected),
              expected.contains("exited") ? "`docker stop %s` stops it.".formatted(plain) : "");
      case RESTARTING ->
          wrong(
              "%s is restarting again and again: each run ends at once.".formatted(name),
              "`docker logs %s` says why.".formatted(plain));
      case REMOVING -> wrong("%s is being removed.".formatted(name), "");
    };
  }

  private Diagnosis exited() {
    int code = container.status().exitCode();
    String says =
        "%s is there, but it is not running: it exited with code %d.".formatted(name, code);
    if (container.status().oomKilled()) {
      return wrong(
          "%s was killed by the kernel because it used more memory than it may (exit code %d)."
              .formatted(name, code),
          "Give it more with `--memory`, or let it use less.");
    }
    boolean attached = container.config().attachedStdout();
    String start = "`docker start %s` starts it again.".formatted(container.name());
    if (code == 0 || code == 137 || code == 143 || code == 130) {
      return wrong(
          says,
          attached && code != 137
              ? start + " In attached mode a container ends with your Ctrl-C."
              : start);
    }
    Optional<String> last = scene.lastLogLine(container.id());
    return wrong(
        says
            + last.map(
                    line -> " Its last log line: `%s`.".formatted(line.strip().replace('`', '\'')))
                .orElse(""),
        "`docker logs %s` shows all of it.".formatted(container.name()));
  }

  private Diagnosis id() {
    return Diagnosis.of(
        Progress.WRONG_OBJECT,
        "%s is a new container (%s), not the one from before (%s)."
            .formatted(name, actual, expected),
        "`docker stop` and `docker start` keep a container; `docker run` always makes a new container.");
  }

  private Diagnosis image() {
    return Diagnosis.of(
        Progress.WRONG_OBJECT,
        "%s was created from the image `%s`, not from `%s`."
            .formatted(name, ImageRef.parse(container.image()).familiar(), expected),
        again(expected));
  }

  private Diagnosis mode() {
    return expected.equals("detached")
        ? detail(
            "%s runs attached: it holds your terminal and shows its output there.".formatted(name),
            again("`-d`"))
        : detail(
            "%s runs detached: it gave your prompt back at once.".formatted(name),
            "Remove it (`docker rm -f %s`) and run it without `-d`.".formatted(container.name()));
  }

  private Diagnosis flag(String flag, String meaning) {
    return expected.equals("true")
        ? detail(
            "%s was run without `%s`, so it has not got %s.".formatted(name, flag, meaning),
            again("`" + flag + "`"))
        : detail(
            "%s was run with `%s`, so it has %s.".formatted(name, flag, meaning),
            "Remove it (`docker rm -f %s`) and run it without `%s`."
                .formatted(container.name(), flag));
  }

  private Diagnosis exitCode() {
    return container.running()
        ? wrong("%s is still running, so it has no exit code yet.".formatted(name), "")
        : detail("%s ended with exit code %s, not %s.".formatted(name, actual, expected), "");
  }

  private Diagnosis other(String attribute) {
    return detail(
        "%s has %s %s, but this step asks for %s."
            .formatted(name, attribute.replace('_', ' '), quoted(actual), quoted(expected)),
        "");
  }

  private static String quoted(String value) {
    return value.equals("nothing") || value.equals("none")
        ? value
        : "`" + value.replace('`', '\'') + "`";
  }

  /** What a container is made of is fixed when it is created. */
  private String again(String with) {
    return "Remove it (`docker rm -f %s`) and run it again with %s."
        .formatted(container.name(), with.startsWith("`") ? with : "`" + with + "`");
  }

  private static Diagnosis wrong(String says, String remedy) {
    return Diagnosis.of(Progress.WRONG_STATE, says, remedy);
  }

  private static Diagnosis detail(String says, String remedy) {
    return Diagnosis.of(Progress.WRONG_DETAIL, says, remedy);
  }
}
