package dev.ropewalk.check.learner;

import dev.ropewalk.check.Diagnosis;
import dev.ropewalk.check.Diagnosis.Progress;
import dev.ropewalk.check.Scene;
import dev.ropewalk.check.learner.Sight.Aspect;
import dev.ropewalk.check.why.AskedLine;
import dev.ropewalk.check.why.TypedCommands;
import dev.ropewalk.command.DockerCommand;
import dev.ropewalk.engine.Exchange;
import dev.ropewalk.engine.LogLine;
import dev.ropewalk.engine.Outcome;
import dev.ropewalk.engine.Outcome.Item;
import dev.ropewalk.engine.World.ContainerSummary;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Whether a line showed something of one object. */
final class ObjectGlance {
  private static final Pattern WHOLE_ID = Pattern.compile("[0-9a-f]{64}");

  /** As docker prints it, or whole. */
  private static final Pattern PART_OF_ID = Pattern.compile("[0-9a-f]{12,64}");

  private final Scene scene;
  private final Aspect aspect;
  private final KnownNames names;
  private final String object;
  private final Optional<String> contains;

  ObjectGlance(Scene scene, Sight.OneObject wanted) {
    this.scene = scene;
    this.aspect = wanted.aspect();
    this.names = new KnownNames(scene);
    this.object = scene.variables().expand(wanted.object());
    this.contains = wanted.contains().map(scene.variables()::expand);
  }

  /** What its requests tell; of a line of which no such request is on record, what its words do. */
  Glance of(AskedLine line) {
    List<Glance> recorded =
        aspect.view().isPresent() ? shown(line) : line.worked() ? inspected(line) : List.of();
    Stream<Glance> glances =
        recorded.isEmpty()
            ? line.line().stream()
                .flatMap(it -> new TypedCommands(scene).of(it).stream())
                .filter(typed -> aspect.commands().contains(typed.command().name()))
                .map(typed -> shownNothing(line, typed).orElseGet(() -> byWords(typed)))
            : recorded.stream();
    return glances.reduce(
        new Glance.Elsewhere(),
        (one, other) ->
            one instanceof Glance.Seen || other instanceof Glance.Elsewhere ? one : other);
  }

  private List<Glance> shown(AskedLine line) {
    return line.requests().stream()
        .filter(it -> !it.failed())
        .flatMap(
            it ->
                it.outcomes(Outcome.Shown.class)
                    .filter(shown -> shown.view() == aspect.view().orElseThrow())
                    .map(shown -> shown(line, it, shown)))
        .toList();
  }

  private Glance shown(AskedLine line, Exchange exchange, Outcome.Shown shown) {
    if (!names.same(aspect.kind(), object, shown.object())) {
      return other(shown.object());
    }
    boolean has = contains.filter(words -> !shown.words().contains(words)).isEmpty();
    if (aspect == Aspect.EXEC && !line.worked() && !(has && shown.bytes() > 0)) {
      return new Glance.Elsewhere(); // That it failed is told, and with what code.
    }
    if (shown.bytes() == 0) {
      return missed(nothing(exchange), "");
    }
    return contains
        .filter(words -> !shown.words().contains(words))
        .map(words -> without(words, tail(exchange.parameter("tail"))))
        .orElseGet(Glance.Seen::new);
  }

  private String nothing(Exchange exchange) {
    if (aspect == Aspect.EXEC) {
      return "Your command in `%s` printed nothing.".formatted(called(object));
    }
    if (exchange.parameter("tail").filter("0"::equals).isPresent()) {
      return "`--tail 0` shows no line of the log.";
    }
    boolean part =
        Stream.of("since", "until")
            .flatMap(it -> exchange.parameter(it).stream())
            .anyMatch(it -> !it.isEmpty() && !it.equals("0"));
    return part
        ? "In the time that you asked for, `%s` has written nothing to its log."
            .formatted(called(object))
        : "Nothing was shown of `%s`, because there was nothing yet.".formatted(called(object));
  }

  /**
   * The details of an object, unless a client only asked for them to go on with something else: for
   * a log docker asks what container that is.
   */
  private List<Glance> inspected(AskedLine line) {
    List<Exchange> all = line.requests();
    return IntStream.range(0, all.size())
        .filter(at -> at + 1 == all.size() || !goesOn(all.get(at), all.get(at + 1)))
        .mapToObj(all::get)
        .flatMap(it -> it.outcomes(Outcome.Inspected.class))
        .map(
            it ->
                names.means(it.kind(), object, new Item(it.id(), it.names()))
                    ? new Glance.Seen()
                    : other(it.names().stream().findFirst().orElse(it.id())))
        .toList();
  }

  private static boolean goesOn(Exchange looked, Exchange next) {
    return looked
        .outcomes(Outcome.Inspected.class)
        .anyMatch(
            it ->
                !next.path().endsWith("/json")
                    && Stream.concat(Stream.of(it.id(), segment(looked)), it.names().stream())
                        .anyMatch(segment(next)::equals));
  }

  /** What the path names: {@code /containers/NAME/json}. */
  private static String segment(Exchange exchange) {
    String[] parts = exchange.path().split("/", 4);
    return parts.length > 2 ? parts[2] : "";
  }

  /**
   * {@code docker stats} of all asks for each container that runs; where it has asked for none,
   * none ran.
   */
  private Optional<Glance> shownNothing(AskedLine line, TypedCommands.Typed typed) {
    return line.isRecorded() && typed.worked() && isOfAll(typed.command())
        ? Optional.of(
            missed(
                "`docker %s` shows the containers that run, and `%s` was not among them."
                    .formatted(typed.command().name(), called(object)),
                ""))
        : Optional.empty();
  }

  /** Whether a command that could name a container names none, and so shows all. */
  private boolean isOfAll(DockerCommand command) {
    return aspect == Aspect.STATS
        && command.isUnderstood()
        && command.args().isEmpty()
        && !HelpOnly.is(command);
  }

  private Glance byWords(TypedCommands.Typed typed) {
    DockerCommand command = typed.command();
    if (HelpOnly.is(command)) {
      return new Glance.Missed(
          HelpOnly.diagnosis(command, "it shows nothing of `%s`".formatted(called(object))));
    }
    if (!typed.worked() || !command.isUnderstood()) {
      return new Glance.Elsewhere();
    }
    if (!isOfAll(command)
        && command.args().stream().noneMatch(it -> names.same(aspect.kind(), object, it))) {
      return command.args().stream().findFirst().map(this::other).orElseGet(Glance.Elsewhere::new);
    }
    if (aspect != Aspect.LOG) {
      return new Glance.Seen();
    }
    if (command.flag("tail").filter("0"::equals).isPresent()) {
      return missed("`--tail 0` shows no line of the log.", "");
    }
    if (command.flag("since").filter(it -> it.matches("0+[smh]?")).isPresent()) {
      return missed("`--since 0s` shows no line of the log.", "");
    }
    Optional<Integer> tail = tail(command.flag("tail"));
    return contains
        .filter(words -> !isInLog(words, tail))
        .map(words -> without(words, tail))
        .orElseGet(Glance.Seen::new);
  }

  /** Whether words stand in what the log holds now; believed of a container that is gone. */
  private boolean isInLog(String words, Optional<Integer> tail) {
    Optional<ContainerSummary> container =
        scene.world().containers().stream()
            .filter(it -> names.same(aspect.kind(), object, it.id()))
            .findFirst();
    if (container.isEmpty()) {
      return true;
    }
    List<LogLine> lines = scene.logs(container.get().id());
    int from = tail.map(it -> Math.max(0, lines.size() - it)).orElse(0);
    return lines.subList(from, lines.size()).stream().anyMatch(it -> it.text().contains(words));
  }

  private Glance without(String words, Optional<Integer> tail) {
    if (aspect == Aspect.EXEC) {
      return missed(
          "What your command printed in `%s` does not contain %s."
              .formatted(called(object), named(words)),
          "");
    }
    return missed(
        tail.map("You read only the last lines (`--tail %s`) of the log"::formatted)
                .orElse("You read the log")
            + " of `%s`, and %s was not in it.".formatted(called(object), named(words)),
        "");
  }

  /** A whole id tells nobody anything. */
  private String named(String words) {
    return scene.world().containers().stream()
        .filter(it -> it.id().equals(words))
        .findFirst()
        .map(it -> "the id of `%s`".formatted(it.name()))
        .orElse("`" + words + "`");
  }

  private static Optional<Integer> tail(Optional<String> text) {
    return text.filter(it -> it.matches("\\d{1,9}")).map(Integer::valueOf);
  }

  private Glance other(String seen) {
    return missed(
        "You looked at `%s`, but this step asks for `%s`.".formatted(called(seen), called(object)),
        "");
  }

  /** What it is called, where a name is known; a whole id tells nobody anything. */
  private String called(String id) {
    return called(id, scene);
  }

  static String called(String id, Scene scene) {
    return scene.world().containers().stream()
        .filter(it -> PART_OF_ID.matcher(id).matches() && it.id().startsWith(id))
        .findFirst()
        .map(ContainerSummary::name)
        .orElseGet(() -> WHOLE_ID.matcher(id).matches() ? id.substring(0, 12) : id);
  }

  private static Glance missed(String says, String remedy) {
    return new Glance.Missed(new Diagnosis(Progress.WRONG_DETAIL, says, remedy));
  }
}
