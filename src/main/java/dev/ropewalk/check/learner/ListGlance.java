package dev.ropewalk.check.learner;

import dev.ropewalk.check.Diagnosis;
import dev.ropewalk.check.Diagnosis.Progress;
import dev.ropewalk.check.Scene;
import dev.ropewalk.check.why.AskedLine;
import dev.ropewalk.check.why.CommandEnds;
import dev.ropewalk.check.why.MismatchText;
import dev.ropewalk.check.why.TypedCommands;
import dev.ropewalk.command.DockerCommand;
import dev.ropewalk.engine.ContainerState;
import dev.ropewalk.engine.Exchange;
import dev.ropewalk.engine.ImageRef;
import dev.ropewalk.engine.ObjectKind;
import dev.ropewalk.engine.Outcome;
import dev.ropewalk.engine.Outcome.Item;
import dev.ropewalk.engine.World.ContainerSummary;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Whether a line showed a list with certain objects in it. */
final class ListGlance {
  private final Scene scene;
  private final Sight.Listing wanted;
  private final KnownNames names;
  private final List<String> any;
  private final List<String> none;

  ListGlance(Scene scene, Sight.Listing wanted) {
    this.scene = scene;
    this.wanted = wanted;
    this.names = new KnownNames(scene);
    this.any = wanted.any().stream().map(scene.variables()::expand).toList();
    this.none = wanted.none().stream().map(scene.variables()::expand).toList();
  }

  /** What its requests tell; of a line of which no such request is on record, what its words do. */
  Glance of(AskedLine line) {
    List<Exchange> lists =
        line.requests().stream()
            .filter(
                it -> it.outcomes(Outcome.Listed.class).anyMatch(l -> l.kind() == wanted.kind()))
            .toList();
    boolean refused =
        line.requests().stream().anyMatch(it -> it.failed() && it.path().equals(path()));
    Stream<Glance> glances =
        lists.isEmpty() && !refused
            ? line.line().stream()
                .flatMap(it -> new TypedCommands(scene).of(it).stream())
                .filter(typed -> typed.command().name().equals(wanted.command()))
                .map(this::byWords)
            : lists.stream().filter(it -> !it.failed()).map(this::byRecord);
    Glance glance =
        glances.reduce(
            new Glance.Elsewhere(),
            (one, other) ->
                one instanceof Glance.Seen || other instanceof Glance.Elsewhere ? one : other);
    return any.isEmpty() || !(glance instanceof Glance.Seen)
        ? glance
        : line.line()
            .flatMap(it -> CommandEnds.of(it).emptyFilter())
            .map(ListGlance::filteredOut)
            .orElse(glance);
  }

  private static Glance filteredOut(String filter) {
    return missed(
        "%s let no line of the list through, so you have seen nothing of it."
            .formatted(MismatchText.quoted(filter)),
        "Type the line without it.");
  }

  private String path() {
    return switch (wanted.kind()) {
      case CONTAINER -> "/containers/json";
      case IMAGE -> "/images/json";
      case NETWORK -> "/networks";
      case VOLUME -> "/volumes";
    };
  }

  private Glance byRecord(Exchange exchange) {
    List<Item> items =
        exchange
            .outcomes(Outcome.Listed.class)
            .filter(it -> it.kind() == wanted.kind())
            .flatMap(it -> it.items().stream())
            .toList();
    Narrowing narrowing = Narrowing.of(exchange);
    for (String name : any) {
      if (items.stream().noneMatch(item -> names.means(wanted.kind(), name, item))) {
        return missed(leftOut(name, narrowing));
      }
    }
    if (wanted.all() && !narrowing.last().isEmpty()) {
      return missed(onlyNewest(narrowing));
    }
    boolean narrowed = !narrowing.filters().isEmpty() || !narrowing.last().isEmpty();
    for (String name : none) {
      if (items.stream().anyMatch(item -> names.means(wanted.kind(), name, item))) {
        return missed("`%s` is still in the list that you saw.".formatted(name), "");
      }
      if (narrowed) {
        return missed(
            "Your list showed only a part, so it does not show that `%s` is gone.".formatted(name),
            "List all, without a filter.");
      }
    }
    return new Glance.Seen();
  }

  private Glance byWords(TypedCommands.Typed typed) {
    DockerCommand command = typed.command();
    if (HelpOnly.is(command)) {
      return missed(HelpOnly.diagnosis(command, "it lists nothing"));
    }
    if (!typed.worked() || !command.isUnderstood()) {
      return new Glance.Elsewhere();
    }
    Narrowing narrowing = Narrowing.of(command);
    return any.stream()
        .filter(name -> hides(narrowing, name))
        .findFirst()
        .map(name -> missed(leftOut(name, narrowing)))
        .orElseGet(
            () ->
                wanted.all() && !narrowing.last().isEmpty()
                    ? missed(onlyNewest(narrowing))
                    : new Glance.Seen());
  }

  private boolean hides(Narrowing narrowing, String name) {
    Optional<ContainerSummary> container = container(name);
    boolean stopped = container.filter(it -> !isUp(it)).isPresent();
    return stopped && narrowing.stopped() == Narrowing.Stopped.LEFT_OUT
        || !narrowing.passes(facts(name, container));
  }

  private Optional<ContainerSummary> container(String name) {
    return wanted.kind() == ObjectKind.CONTAINER
        ? scene.world().containers().stream()
            .filter(it -> names.same(ObjectKind.CONTAINER, name, it.id()))
            .findFirst()
        : Optional.empty();
  }

  private static boolean isUp(ContainerSummary container) {
    return switch (container.state()) {
      case RUNNING, PAUSED, RESTARTING -> true;
      default -> false;
    };
  }

  private Map<String, Predicate<String>> facts(String name, Optional<ContainerSummary> container) {
    return switch (wanted.kind()) {
      case CONTAINER ->
          container
              .map(
                  it ->
                      Map.<String, Predicate<String>>of(
                          "name", pattern -> Narrowing.found(pattern, it.name()),
                          "id", it.id()::startsWith,
                          "status", it.state().word()::equals))
              .orElse(Map.of());
      case IMAGE -> {
        ImageRef image = ImageRef.parse(name);
        yield Map.of("reference", glob -> Narrowing.refers(glob, image.name(), image.tag()));
      }
      case NETWORK, VOLUME -> Map.of("name", part -> Narrowing.found(part, name));
    };
  }

  /** Why an object is not in a list. */
  private Diagnosis leftOut(String name, Narrowing narrowing) {
    Optional<ContainerSummary> container = container(name);
    String called = container.map(ContainerSummary::name).orElse(name);
    if (container.isPresent()
        && !isUp(container.get())
        && narrowing.stopped() == Narrowing.Stopped.LEFT_OUT) {
      return why(
          "You listed only the containers that run, and `%s` is %s."
              .formatted(called, state(container.get().state())),
          "The flag `-a` (`--all`) lists all.");
    }
    if (!narrowing.filters().isEmpty()) {
      return why(
          "Your list was narrowed by `%s`, which leaves `%s` out."
              .formatted(String.join("`, `", narrowing.filters()), called),
          "List them without that.");
    }
    if (!narrowing.last().isEmpty()) {
      return why(
          "You listed only the newest (`-n %s`), and `%s` is older."
              .formatted(narrowing.last(), called),
          "Leave that out, and give `-a` (`--all`): it lists all.");
    }
    return why("`%s` is not in the list that you saw.".formatted(called), "");
  }

  private static Diagnosis onlyNewest(Narrowing narrowing) {
    return why(
        "You listed only the newest (`-n %s`).".formatted(narrowing.last()),
        "Leave that out, and give `-a` (`--all`): it lists all.");
  }

  private static String state(ContainerState state) {
    return state.word();
  }

  private static Glance missed(String says, String remedy) {
    return missed(why(says, remedy));
  }

  private static Glance missed(Diagnosis why) {
    return new Glance.Missed(why);
  }

  private static Diagnosis why(String says, String remedy) {
    return new Diagnosis(Progress.WRONG_DETAIL, says, remedy);
  }
}
