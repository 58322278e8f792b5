package dev.ropewalk.check.plan;

import dev.ropewalk.check.Aim;
import dev.ropewalk.engine.Container;
import dev.ropewalk.engine.ContainerState;
import dev.ropewalk.engine.World.ContainerSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The commands that bring a container that is made as it should be to where it should be. */
final class Verbs {
  private static final int KILLED = 137;
  private static final int TERMINATED = 143;

  /** Exit codes of what a signal has ended. */
  private static final Set<Integer> SIGNALLED = Set.of(130, KILLED, TERMINATED);

  /** Exit codes of what docker stop has ended, by whether the program listens to it. */
  private static final Set<Integer> STOPPED = Set.of(0, TERMINATED);

  private final ContainerSummary container;
  private final List<Aim> aims;
  private final List<String> verbs = new ArrayList<>();
  private ContainerState state;

  /**
   * @param aims those that are about it
   */
  Verbs(ContainerSummary container, List<Aim> aims) {
    this.container = container;
    this.aims = aims;
    state = container.state();
  }

  /** Empty where nothing is to be done, or commands alone cannot do it. */
  Optional<Plan> plan(Container details) {
    Optional<Aim.InState> wanted = wanted();
    if (wanted.isPresent() && endedOtherwise(wanted.get(), details)) {
      return Optional.empty();
    }
    List<String> acts = acts();
    if (acts.contains("attach")) {
      return Optional.of(attached());
    }
    for (String act : acts) {
      if (!add(act, wanted)) {
        return Optional.empty();
      }
    }
    wanted.ifPresent(aim -> settle(aim, details));
    if (verbs.equals(List.of("stop", "start")) && naming("stop").isEmpty()) {
      verbs.clear();
      verbs.add("restart");
    }
    boolean avoided =
        aims.stream()
            .anyMatch(aim -> aim instanceof Aim.Avoids(_, var verb) && verbs.contains(verb));
    return verbs.isEmpty()
        ? Optional.empty()
        : Optional.of(
            avoided ? Plan.RETRY : new Plan(says(), verbs.stream().map(this::line).toList()));
  }

  /** Whether it must run in the end. */
  boolean wantsToRun() {
    return wanted().filter(aim -> aim.state() == ContainerState.RUNNING).isPresent();
  }

  /** Whether it has ended with an exit code that no command of docker turns into the wanted one. */
  boolean wantsAnotherEnd(Container details) {
    int code = details.status().exitCode();
    return state == ContainerState.EXITED
        && wanted()
            .filter(aim -> !aim.reached() && aim.exitCode().isPresent())
            .map(aim -> aim.exitCode().getAsInt())
            .filter(asked -> asked != code && asked != KILLED)
            .filter(asked -> !(SIGNALLED.contains(code) && STOPPED.contains(asked)))
            .isPresent();
  }

  /** What must still happen: what one check asks for need not happen twice for another. */
  private List<String> acts() {
    List<String> all = new ArrayList<>();
    for (Aim aim : aims) {
      if (aim instanceof Aim.Undergoes(_, var actions) && !isPartOf(actions.iterator(), all)) {
        if (isPartOf(all.iterator(), actions)) {
          all.clear();
        }
        all.addAll(actions);
      }
    }
    return all;
  }

  private static boolean isPartOf(java.util.Iterator<String> part, List<String> whole) {
    String next = part.hasNext() ? part.next() : null;
    for (String each : whole) {
      if (each.equals(next)) {
        next = part.hasNext() ? part.next() : null;
      }
    }
    return next == null;
  }

  private Optional<Aim.InState> wanted() {
    List<Aim.InState> states =
        aims.stream().filter(Aim.InState.class::isInstance).map(Aim.InState.class::cast).toList();
    return states.stream()
        .filter(aim -> !aim.reached())
        .findFirst()
        .or(() -> states.stream().findFirst());
  }

  /** It has ended by itself, as it should not; to start it again brings the same end. */
  private boolean endedOtherwise(Aim.InState wanted, Container details) {
    int code = details.status().exitCode();
    boolean ended = state == ContainerState.EXITED || state == ContainerState.DEAD;
    boolean byItself = code != KILLED && code != TERMINATED && code != 130 && code != 0;
    boolean asWanted = wanted.exitCode().isPresent() && wanted.exitCode().getAsInt() == code;
    return ended && byItself && !asWanted;
  }

  private boolean add(String act, Optional<Aim.InState> wanted) {
    switch (act) {
      case "stop", "kill" -> {
        run();
        end(act);
      }
      case "die" -> {
        if (verbs.isEmpty() || !Set.of("stop", "kill").contains(verbs.getLast())) {
          run();
          end(ending(wanted));
        }
      }
      case "start" -> {
        if (state == ContainerState.RUNNING || state == ContainerState.PAUSED) {
          run();
          end(ending(wanted));
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

  private void settle(Aim.InState wanted, Container details) {
    boolean runs = state == ContainerState.RUNNING || state == ContainerState.PAUSED;
    switch (wanted.state()) {
      case RUNNING -> run();
      case EXITED, DEAD -> {
        boolean otherEnd =
            verbs.isEmpty()
                && state == ContainerState.EXITED
                && wanted.exitCode().isPresent()
                && wanted.exitCode().getAsInt() != details.status().exitCode();
        if (state == ContainerState.CREATED) {
          run();
        } else if (runs || otherEnd) {
          run();
          end(ending(Optional.of(wanted)));
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

  private String ending(Optional<Aim.InState> wanted) {
    boolean killed =
        wanted.filter(aim -> aim.exitCode().orElse(0) == KILLED).isPresent()
            || acts().contains("kill")
            || aims.contains(new Aim.Avoids(container.name(), "stop"));
    return killed ? "kill" : "stop";
  }

  private Plan attached() {
    String name = container.name();
    return new Plan(
        "`docker start -a %s` starts it with your terminal attached; `docker attach %s` connects you to one that runs."
            .formatted(name, name),
        List.of((state == ContainerState.RUNNING ? "docker attach " : "docker start -a ") + name));
  }

  private Optional<Aim.Named> naming(String verb) {
    return aims.stream()
        .filter(Aim.Named.class::isInstance)
        .map(Aim.Named.class::cast)
        .filter(named -> named.command().equals(verb) && !named.how().isEmpty())
        .findFirst();
  }

  private String line(String verb) {
    return "docker %s %s"
        .formatted(
            verb,
            naming(verb).map(named -> named.word().apply(container)).orElse(container.name()));
  }

  private String says() {
    if (verbs.size() == 1) {
      String verb = verbs.getFirst();
      return naming(verb)
          .map(named -> "Type `docker %s` and %s.".formatted(verb, named.how()))
          .orElseGet(() -> "`%s` %s.".formatted(line(verb), effect(verb)));
    }
    return "First %s.".formatted(String.join(", then ", verbs.stream().map(this::told).toList()));
  }

  private String told(String verb) {
    return naming(verb)
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
