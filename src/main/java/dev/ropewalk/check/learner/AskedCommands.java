package dev.ropewalk.check.learner;

import dev.ropewalk.check.LearnerAct;
import dev.ropewalk.check.why.AskedLine;
import dev.ropewalk.check.why.TypedCommands.Typed;
import dev.ropewalk.command.DockerCommand;
import dev.ropewalk.engine.Exchange;
import dev.ropewalk.engine.Outcome.Acted;
import dev.ropewalk.engine.Outcome.Action;
import dev.ropewalk.engine.Outcome.Created;
import dev.ropewalk.engine.Outcome.Inspected;
import dev.ropewalk.engine.Outcome.Shown;
import dev.ropewalk.engine.Outcome.View;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a line asked the engine to do to containers, as the docker commands that ask so: with the
 * word by which each container was named, however it came into the line (through a pipe, from a
 * script, by another client).
 */
final class AskedCommands {
  /** The commands that are one request for each container. */
  private static final Map<Action, String> COMMANDS =
      Map.of(
          Action.START, "start",
          Action.STOP, "stop",
          Action.RESTART, "restart",
          Action.KILL, "kill",
          Action.PAUSE, "pause",
          Action.UNPAUSE, "unpause");

  /** The parameters of a request, by the flags that docker makes them of. */
  private static final Map<String, String> FLAGS = Map.of("t", "time", "signal", "signal");

  private static final String LOGS = "logs";

  /** The values that docker sends for flags that were not given. */
  private static final Set<String> NOT_GIVEN = Set.of("", "0", "all");

  /** What is typed for it as a rule. */
  private static final String PLACEHOLDER = "{}";

  private static final Pattern XARGS = Pattern.compile("\\bxargs\\b");
  private static final Pattern LOOK_UP = Pattern.compile("/containers/([^/]+)/json");
  private static final Pattern OF_ONE = Pattern.compile("/containers/(?!json)([^/]+)(?:/.*)?");

  private final AskedLine line;
  private final List<Typed> words;

  /**
   * @param words the docker commands that stand in the line
   */
  AskedCommands(AskedLine line, List<Typed> words) {
    this.line = line;
    this.words = List.copyOf(words);
  }

  /**
   * A command that the engine was asked to carry out.
   *
   * @param changed false where all was done already that it asks for
   * @param number of its first request
   */
  record Asked(Typed typed, boolean changed, long number) {}

  /**
   * What {@code xargs} made of a command: what the line asked for stands in its placeholder's
   * place, or at its end, one thing after the other.
   */
  static List<Typed> filled(Typed typed, AskedLine line) {
    DockerCommand command = typed.command();
    boolean lacks =
        command.args().isEmpty()
            && line.line().filter(it -> XARGS.matcher(it.line()).find()).isPresent();
    List<String> things = things(line);
    return !things.isEmpty() && (lacks || command.args().contains(PLACEHOLDER))
        ? things.stream().map(thing -> filled(typed, thing)).toList()
        : List.of(typed);
  }

  private static Typed filled(Typed typed, String thing) {
    DockerCommand command = typed.command();
    List<String> args =
        command.args().isEmpty()
            ? List.of(thing)
            : command.args().stream().map(arg -> arg.equals(PLACEHOLDER) ? thing : arg).toList();
    return new Typed(
        new DockerCommand(
            command.name(), command.options(), command.flags(), args, command.problems()),
        typed.text().contains(PLACEHOLDER)
            ? typed.text().replace(PLACEHOLDER, thing)
            : typed.text() + " " + thing,
        typed.exitCode(),
        typed.worked());
  }

  /**
   * The containers that a line asked for, by the words that it had for them: a client that looks
   * one up does so by that word, and goes on with its id.
   */
  private static List<String> things(AskedLine line) {
    List<String> lookedUp = things(line, LOOK_UP);
    return lookedUp.isEmpty() ? things(line, OF_ONE) : lookedUp;
  }

  private static List<String> things(AskedLine line, Pattern path) {
    return line.requests().stream()
        .map(request -> path.matcher(request.path()))
        .filter(Matcher::matches)
        .map(found -> found.group(1))
        .distinct()
        .toList();
  }

  /** They, in the order in which they were asked. */
  List<Asked> inOrder() {
    List<Ask> asks = new ArrayList<>(asks());
    List<Asked> found = new ArrayList<>();
    for (Typed typed : words) {
      take(typed, asks).ifPresent(found::add);
    }
    asks.forEach(ask -> found.add(new Asked(typed(ask), ask.changed(), ask.number())));
    found.sort(Comparator.comparingLong(Asked::number));
    return found;
  }

  /**
   * One request.
   *
   * @param name the command that asks so
   * @param word by which it names the container
   * @param changed false where all was done already that it asks for
   */
  private record Ask(String name, String word, Exchange request, boolean changed) {
    long number() {
      return request.number();
    }
  }

  private List<Ask> asks() {
    return line.requests().stream()
        .sorted(Comparator.comparingLong(Exchange::number))
        .flatMap(request -> Stream.concat(acts(request), logs(request)))
        .toList();
  }

  private Stream<Ask> acts(Exchange request) {
    return request
        .outcomes(Acted.class)
        .filter(acted -> COMMANDS.containsKey(acted.action()) && !isPartOfMore(acted))
        .map(
            acted ->
                new Ask(
                    COMMANDS.getOrDefault(acted.action(), ""),
                    named(acted),
                    request,
                    acted.changed()));
  }

  private Stream<Ask> logs(Exchange request) {
    return request
        .outcomes(Shown.class)
        .filter(shown -> shown.view() == View.LOGS)
        .map(shown -> new Ask(LOGS, lookedUp(shown.object(), request), request, true));
  }

  /** A command of the line all of whose words were asked for, and the requests that it was. */
  private static Optional<Asked> take(Typed typed, List<Ask> asks) {
    List<Ask> taken = new ArrayList<>();
    if (typed.command().name().equals(LOGS)) {
      return Optional.empty(); // Its flags are in the request, as the shell has filled them in.
    }
    for (String arg : typed.command().args()) {
      asks.stream()
          .filter(ask -> ask.name().equals(typed.command().name()) && ask.word().equals(arg))
          .filter(ask -> !taken.contains(ask))
          .findFirst()
          .ifPresent(taken::add);
    }
    if (taken.isEmpty() || taken.size() < typed.command().args().size()) {
      return Optional.empty();
    }
    asks.removeAll(taken);
    return Optional.of(
        new Asked(typed, taken.stream().anyMatch(Ask::changed), taken.getFirst().number()));
  }

  /**
   * To start what it has just made is part of {@code docker run}; signals of keys are passed on.
   */
  private boolean isPartOfMore(Acted acted) {
    return switch (acted.action()) {
      case START ->
          line.requests().stream()
              .flatMap(it -> it.outcomes(Created.class))
              .anyMatch(it -> it.id().equals(acted.container()));
      case KILL -> attached(acted.container()).isPresent();
      default -> false;
    };
  }

  private Typed typed(Ask ask) {
    DockerCommand command =
        new DockerCommand(
            ask.name(),
            Map.of(),
            ask.name().equals(LOGS)
                ? logFlags(ask.request())
                : words.stream()
                    .map(Typed::command)
                    .filter(it -> it.name().equals(ask.name()))
                    .findFirst()
                    .map(DockerCommand::flags)
                    .orElseGet(() -> flags(ask.request())),
            List.of(ask.word()),
            List.of());
    return new Typed(
        command,
        "docker %s %s".formatted(ask.name(), ask.word()),
        line.line().map(LearnerAct.Line::exitCode).orElse(0),
        true);
  }

  /** What docker sends for a flag that was not given is none. */
  private Map<String, List<String>> logFlags(Exchange request) {
    Map<String, List<String>> flags = new HashMap<>();
    for (String switched : List.of("follow", "timestamps", "details")) {
      request
          .parameter(switched)
          .filter(value -> value.equals("1") || value.equals("true"))
          .ifPresent(_ -> flags.put(switched, List.of("true")));
    }
    for (String given : List.of("tail", "since", "until")) {
      request
          .parameter(given)
          .filter(value -> !NOT_GIVEN.contains(value))
          .ifPresent(value -> flags.put(given, List.of(value)));
    }
    // Of a time that has passed docker makes a moment.
    words.stream()
        .map(typed -> typed.command().flags())
        .flatMap(typed -> typed.entrySet().stream())
        .filter(typed -> typed.getKey().matches("since|until") && flags.containsKey(typed.getKey()))
        .forEach(typed -> flags.put(typed.getKey(), typed.getValue()));
    return flags;
  }

  private static Map<String, List<String>> flags(Exchange request) {
    return request.query().entrySet().stream()
        .filter(it -> FLAGS.containsKey(it.getKey()))
        .collect(Collectors.toMap(it -> FLAGS.getOrDefault(it.getKey(), ""), Map.Entry::getValue));
  }

  /**
   * The word by which a container was named. {@code docker start -a} looks it up by that word
   * first, attaches to it, and then goes on with its id.
   */
  private String named(Acted acted) {
    return attached(acted.container())
        .map(attach -> lookedUp(acted.container(), attach))
        .orElse(acted.container());
  }

  /** The word by which a container was looked up before a request; its id where it was not. */
  private String lookedUp(String container, Exchange before) {
    return line.requests().stream()
        .filter(it -> it.number() < before.number())
        .filter(it -> isLookAt(it, container))
        .max(Comparator.comparingLong(Exchange::number))
        .map(look -> look.path().replaceAll("^/containers/(.*)/json$", "$1"))
        .orElse(container);
  }

  private static boolean isLookAt(Exchange request, String id) {
    return request.outcomes(Inspected.class).anyMatch(it -> it.id().equals(id));
  }

  private Optional<Exchange> attached(String id) {
    return line.requests().stream()
        .filter(it -> it.path().equals("/containers/%s/attach".formatted(id)))
        .findFirst();
  }
}
