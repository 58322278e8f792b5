package dev.ropewalk.check.container;

import dev.ropewalk.check.Scene;
import dev.ropewalk.check.value.Value;
import dev.ropewalk.check.why.MismatchText;
import dev.ropewalk.check.why.RunCommand;
import dev.ropewalk.engine.Container;
import dev.ropewalk.engine.EngineEvent;
import dev.ropewalk.engine.Image;
import dev.ropewalk.engine.ImageRef;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A container as the engine has it, with what the lesson has seen of its runs. */
public record SeenContainer(Container container, Scene scene) {
  /** Commands by which a program is told to end, from inside. */
  private static final Pattern ENDS =
      Pattern.compile("(?i)\\b(?:kill|killall|pkill|shutdown|halt|poweroff|reboot|quit|stop)\\b");

  static final String ATTACHED = "attached";
  static final String DETACHED = "detached";

  /** Whether it has ever run. */
  boolean hasRun() {
    return container.status().startedAt().isPresent();
  }

  /**
   * Whether a terminal was attached at its last start or since then; absent when it has never run.
   * The engine's own note is from its creation, so it counts only where no start was seen.
   */
  Optional<String> mode() {
    return hasRun()
        ? lastMode()
            .or(() -> Optional.of(container.config().attachedStdout() ? ATTACHED : DETACHED))
        : Optional.empty();
  }

  /** The same, as far as its events tell it; empty where its start was not among them. */
  Optional<String> lastMode() {
    Optional<String> mode = Optional.empty();
    boolean runs = false;
    boolean attaching = false;
    // The restart policy's own starts change nothing about the terminal; they are the last ones.
    long asked =
        events().stream().filter(event -> event.action().equals("start")).count()
            - container.restarts();
    for (EngineEvent.ToContainer event : events()) {
      switch (event.action()) {
        case "attach" -> {
          attaching = true;
          mode = runs ? Optional.of(ATTACHED) : mode;
        }
        case "start" -> {
          if (asked-- > 0) {
            mode = Optional.of(attaching ? ATTACHED : DETACHED);
          }
          runs = true;
        }
        case "detach" -> mode = runs ? Optional.of(DETACHED) : mode;
        case "die" -> {
          runs = false;
          attaching = false;
        }
        default -> {
          // Nothing else gives it a terminal or takes it away.
        }
      }
    }
    return mode;
  }

  /**
   * Whether it may end now without anybody's doing: a signal is on its way to it, its program has
   * just been started, or was told to end by a command inside it. Not one that runs on after
   * something else was done to it, nor one whose earlier run has ended by a signal alone.
   */
  boolean mayEnd() {
    boolean signalled = false;
    boolean runsOn = false;
    boolean isFresh = true;
    for (EngineEvent.ToContainer event : events()) {
      switch (event.action()) {
        case "kill" -> signalled = true;
        case "die" -> {
          runsOn = signalled;
          signalled = false;
        }
        case "start" -> {
          signalled = false;
          isFresh = true;
        }
        case "exec_start" -> {
          if (tellsToEnd(event)) {
            isFresh = true;
            runsOn = false;
          }
        }
        case "pause", "unpause", "rename", "update" -> isFresh = false;
        default -> {
          // Nothing else makes its program begin or end.
        }
      }
    }
    return container.running() && (signalled || isFresh && !runsOn || isToldFromElsewhere());
  }

  /** Whether the newest event of all is a command in another container that ends programs. */
  private boolean isToldFromElsewhere() {
    List<EngineEvent.ToContainer> all = scene.history().containerEvents();
    return all.reversed().stream()
        .takeWhile(event -> !event.id().equals(container.id()))
        .anyMatch(SeenContainer::tellsToEnd);
  }

  /**
   * Whether a command began inside a container by which its program may end: the engine tells of
   * the end only later, and not who has brought it about.
   */
  public static boolean tellsToEnd(EngineEvent event) {
    return event.action().equals("exec_start")
        && ENDS.matcher(event.details().getOrDefault("command", "")).find();
  }

  /** Whether it may start now without anybody's doing: it has ended, and by no signal. */
  boolean mayStart() {
    boolean ended = false;
    boolean signalled = false;
    for (EngineEvent.ToContainer event : events()) {
      switch (event.action()) {
        case "kill" -> signalled = true;
        case "die" -> ended = true;
        case "start" -> {
          ended = false;
          signalled = false;
        }
        default -> {
          // Nothing else makes its program begin or end.
        }
      }
    }
    return ended && !signalled;
  }

  private List<EngineEvent.ToContainer> events() {
    return scene.history().allContainerEvents().stream()
        .filter(event -> event.id().equals(container.id()))
        .toList();
  }

  /** What only one that has run can have; else absent. */
  Value ifRun(Value value) {
    return hasRun() ? value : new Value.Nothing();
  }

  /** The exit code of its last run; absent while it runs, and when it has never run. */
  Value exitCode() {
    boolean ended = !container.running() && (hasRun() || container.status().exitCode() != 0);
    return ended ? Value.of(container.status().exitCode()) : new Value.Nothing();
  }

  /** Its image: as it was asked for, by each of the names that it has now, by its id. */
  Value image() {
    Stream<ImageRef> names =
        Stream.concat(
            Stream.of(ImageRef.parse(container.image())),
            scene.world().names(container.imageId()).stream());
    return new Value.Ways(
        Stream.concat(names.map(ImageRef::familiar), Stream.of(container.imageId()))
            .distinct()
            .map(Value::of)
            .toList());
  }

  /** What it runs. */
  RunCommand runs() {
    return RunCommand.of(
        container.config().entrypoint(), container.config().command(), this::usual);
  }

  /** What its image runs by itself. */
  List<String> usual() {
    return scene.image(container.imageId()).map(Image::command).orElse(List.of());
  }

  /** Whether it ran the program that its image runs by itself, with other words behind. */
  boolean hasMoreThanUsual() {
    List<String> given = runs().given();
    return !given.isEmpty()
        && !usual().isEmpty()
        && !given.equals(usual())
        && given.getFirst().equals(usual().getFirst());
  }

  /** What it ran, and what of that its image decides, with a blank before; empty for nothing. */
  String hasRunSentence() {
    String words = runs().shown();
    return words.isEmpty()
        ? ""
        : " `%s` ran %s.".formatted(container.name(), MismatchText.quoted(words))
            + RunCommand.fixedEntrypoint(container, scene)
                .map(
                    " Its image has the entrypoint `%s`, which gets what stands after the image."
                        ::formatted)
                .orElse("");
  }
}
