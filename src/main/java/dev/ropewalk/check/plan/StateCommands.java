package dev.ropewalk.check.plan;

import dev.ropewalk.check.Aim;
import dev.ropewalk.engine.Container;
import dev.ropewalk.engine.ContainerState;
import dev.ropewalk.engine.World.ContainerSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** The commands that bring a container that is made as it should be to where it should be. */
final class StateCommands {
  private final ContainerSummary container;
  private final Wanted wanted;
  private final String keyboard;
  private final List<String> verbs = new ArrayList<>();
  private ContainerState state;

  /**
   * @param there the container, to say what else its start needs
   */
  StateCommands(ContainerSummary container, Container there, Wanted wanted) {
    this.container = container;
    this.wanted = wanted;
    keyboard = there.config().openStdin() ? " -i" : "";
    state = container.state();
  }

  /** Empty where nothing is to be done, or commands alone cannot do it. */
  Optional<Plan> plan(LastRun last) {
    List<String> acts = wanted.actions();
    if (acts.contains("attach")) {
      return Optional.of(attached(acts));
    }
    for (String act : acts) {
      if (!add(act)) {
        return Optional.empty();
      }
    }
    wanted.state().ifPresent(aim -> settle(aim, last));
    if (verbs.equals(List.of("stop", "start"))
        && wanted.naming("stop").isEmpty()
        && wanted.naming("start").isEmpty()) {
      verbs.clear();
      verbs.add("restart");
    }
    boolean avoided = verbs.stream().anyMatch(wanted::avoids);
    return verbs.isEmpty()
        ? Optional.empty()
        : Optional.of(
            avoided ? Plan.RETRY : new Plan(says(), verbs.stream().map(this::line).toList()));
  }

  private boolean add(String act) {
    switch (act) {
      case "stop", "kill" -> {
        run();
        end(act.equals("kill") ? ending() : act);
      }
      case "die" -> {
        if (verbs.isEmpty() || !Set.of("stop", "kill").contains(verbs.getLast())) {
          run();
          end(ending());
        }
      }
      case "start" -> {
        if (state == ContainerState.RUNNING || state == ContainerState.PAUSED) {
          run();
          end(ending());
        }
        run();
      }
      case "restart", "unpause" -> {
        if (act.equals("unpause") && state != ContainerState.PAUSED) {
          run();
          verbs.add("pause");
        }
        verbs.add(act);
        state = ContainerState.RUNNING;
      }
      case "pause" -> {
        run();
        verbs.add(act);
        state = ContainerState.PAUSED;
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private void settle(Aim.InState end, LastRun last) {
    boolean runs = state == ContainerState.RUNNING || state == ContainerState.PAUSED;
    switch (end.state()) {
      case RUNNING -> run();
      case EXITED, DEAD -> {
        boolean otherEnd =
            verbs.isEmpty()
                && state == ContainerState.EXITED
                && end.exitCode().isPresent()
                && end.exitCode().getAsInt() != last.exitCode();
        if (state == ContainerState.CREATED) {
          run();
        } else if (startedFirst()) {
          // Nobody knows yet whether it ends by itself; most do.
          return;
        } else if (runs || otherEnd) {
          run();
          end(ending());
        }
      }
      case PAUSED -> {
        if (state != ContainerState.PAUSED) {
          run();
          verbs.add("pause");
        }
      }
      case CREATED, RESTARTING, REMOVING -> {
        // No command leads back to these.
      }
    }
  }

  /** Whether its first run is all that is told so far. */
  private boolean startedFirst() {
    return container.state() == ContainerState.CREATED && verbs.equals(List.of("start"));
  }

  private void run() {
    if (state == ContainerState.PAUSED) {
      verbs.add("unpause");
    } else if (state != ContainerState.RUNNING && state != ContainerState.RESTARTING) {
      verbs.add("start");
    }
    state = ContainerState.RUNNING;
  }

  private void end(String verb) {
    verbs.add(verb);
    state = ContainerState.EXITED;
  }

  private String ending() {
    OptionalInt code = wanted.state().map(Aim.InState::exitCode).orElseGet(OptionalInt::empty);
    // A stop sends signals, too, and leaves it to the program how it ends.
    boolean killed =
        code.orElse(0) == LastRun.KILLED
            || wanted.actions().contains("kill") && code.isEmpty()
            || wanted.avoids("stop");
    return killed ? "kill" : "stop";
  }

  /** Who must see it start is attached before that: to one that runs already it is too late. */
  private Plan attached(List<String> acts) {
    String name = container.name();
    boolean fromTheStart = acts.indexOf("start") > acts.indexOf("attach");
    boolean runs = state == ContainerState.RUNNING || state == ContainerState.PAUSED;
    if (runs && !fromTheStart) {
      String attach = "docker attach " + name;
      return new Plan(
          "`%s` connects your terminal to it. With `-a`, a start does so at once."
              .formatted(attach),
          List.of(attach));
    }
    String start =
        "docker start -a%s %s%s"
            .formatted(keyboard, wanted.naming("start").map(Aim.Named::flags).orElse(""), name);
    String attached = "`%s` starts it with your terminal attached.".formatted(start);
    return runs
        ? new Plan(
            "It runs already: `docker stop %s` first. Then %s".formatted(name, attached),
            List.of("docker stop " + name, start))
        : new Plan(attached, List.of(start));
  }

  private String line(String verb) {
    return "docker %s %s"
        .formatted(
            verb,
            wanted
                .naming(verb)
                .map(named -> named.flags() + named.word().apply(container))
                .orElse(container.name()));
  }

  private String says() {
    if (verbs.size() == 1) {
      String verb = verbs.getFirst();
      return wanted
          .naming(verb)
          .filter(named -> !named.how().isEmpty())
          .map(named -> "Type `docker %s` and %s.".formatted(verb, named.how()))
          .orElseGet(() -> "`%s` %s.".formatted(line(verb), effect(verb)));
    }
    return "First %s.".formatted(String.join(", then ", verbs.stream().map(this::told).toList()));
  }

  private String told(String verb) {
    return wanted
        .naming(verb)
        .filter(named -> !named.how().isEmpty())
        .map(named -> "`docker %s` and %s".formatted(verb, named.how()))
        .orElseGet(() -> "`%s`".formatted(line(verb)));
  }

  private String effect(String verb) {
    return switch (verb) {
      case "start" -> container.state() == ContainerState.CREATED ? "starts it" : "starts it again";
      case "stop" -> "stops it";
      case "kill" -> "ends it at once";
      case "pause" -> "pauses it";
      case "unpause" -> "lets it go on";
      case "restart" -> "stops it and starts it again";
      default -> "does it";
    };
  }
}
