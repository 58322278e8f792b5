package dev.ropewalk.check.learner;

import dev.ropewalk.check.Aim;
import dev.ropewalk.check.Claim;
import dev.ropewalk.check.Noun;
import dev.ropewalk.check.Scene;
import dev.ropewalk.check.Verdict;
import dev.ropewalk.check.match.Matcher;
import dev.ropewalk.check.match.MatcherReader;
import dev.ropewalk.check.match.Matching;
import dev.ropewalk.check.syntax.NodeReader;
import dev.ropewalk.check.syntax.Shape;
import dev.ropewalk.check.value.Type;
import dev.ropewalk.check.value.Value;
import dev.ropewalk.check.why.MatchedParts;
import dev.ropewalk.check.why.TypedCommands;
import dev.ropewalk.command.DockerCommand;
import dev.ropewalk.engine.World.ContainerSummary;
import dev.ropewalk.text.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The learner ran a docker command, in any of the ways of writing it.
 *
 * @param docker the command's words, in any of its forms
 * @param flags what is expected of flags, by long name
 */
public record TypedClaim(
    String docker,
    Map<String, Matcher> flags,
    Optional<Matcher> args,
    Optional<Spelling> by,
    Optional<Matcher> exitCode)
    implements Claim {
  /** The commands that are named as what happens to a container. */
  private static final Set<String> ON_CONTAINER =
      Set.of("kill", "pause", "restart", "start", "stop", "unpause");

  private static final Type ARGS = new Type.ListOf(Type.Single.TEXT);
  private static final Shape.Keys COMMAND =
      Shape.Keys.of(
          Shape.Key.optional(
              "docker", new Shape.Of(Type.Single.TEXT), "a docker command, in any of its forms"),
          Shape.Key.optional(
              "command",
              new Shape.Of(Type.Single.TEXT),
              "another program, by its name; all words after it are its `args`"),
          Shape.Key.optional(
              "flags",
              new Shape.Named(new Shape.Matched(Type.Single.TEXT)),
              "its flags by their long names"),
          Shape.Key.optional("args", new Shape.Matched(ARGS), "its words that are no flags"),
          Shape.Key.optional(
              "by",
              new Shape.Constant(Spelling.WORDS),
              "by what the container among the `args` is named"),
          Shape.Key.optional(
              "exit_code",
              new Shape.Matched(Type.Single.NUMBER),
              "what it ended with, or its line where its own code is not known; otherwise it must have worked"));

  /** How it is written in a check file, and read from it. */
  public static final Noun NOUN =
      new Noun(
          "typed",
          "A command that the learner ran, docker's or another; for the words themselves, and for what leaves no trace on the engine.",
          COMMAND,
          Noun.keys(),
          """
          check: You listed all containers, stopped ones too
          typed: {docker: ps, flags: {all: true}}
          """,
          TypedClaim::read);

  public TypedClaim {
    flags = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(flags));
  }

  private static Optional<? extends Claim> read(
      YamlNode.Mapping sentence, YamlNode subject, NodeReader reading) {
    Optional<YamlNode.Mapping> mapping = reading.mapping(subject, "`typed`");
    if (mapping.isEmpty()) {
      return Optional.empty();
    }
    reading.allow(mapping.get(), "`typed`", COMMAND.names());
    return mapping.get().entry("command").isPresent()
        ? ProgramClaim.read(mapping.get(), reading)
        : docker(mapping.get(), subject, reading);
  }

  private static Optional<TypedClaim> docker(
      YamlNode.Mapping mapping, YamlNode subject, NodeReader reading) {
    Optional<String> docker =
        mapping.entry("docker").flatMap(e -> reading.text(e.value(), "`docker`"));
    if (mapping.entry("docker").isEmpty()) {
      reading
          .problems()
          .add(
              subject.place(),
              "`typed` needs `docker` or `command`",
              "add for instance `docker: ps`");
    }
    MatcherReader matchers = new MatcherReader(reading);
    Map<String, Matcher> flags = new LinkedHashMap<>();
    mapping
        .entry("flags")
        .flatMap(e -> reading.mapping(e.value(), "`flags`"))
        .ifPresent(
            m ->
                m.entries()
                    .forEach(
                        e ->
                            matchers
                                .read(e.value(), Type.Single.TEXT)
                                .ifPresent(v -> flags.put(e.key().text(), v))));
    Optional<Matcher> args = mapping.entry("args").flatMap(e -> matchers.read(e.value(), ARGS));
    Optional<Spelling> by =
        mapping
            .entry("by")
            .flatMap(e -> reading.constant(e.value(), Spelling.WORDS))
            .map(literal -> Spelling.of(literal.text()));
    Optional<Matcher> exitCode =
        mapping.entry("exit_code").flatMap(e -> matchers.read(e.value(), Type.Single.NUMBER));
    return docker.map(d -> new TypedClaim(d, flags, args, by, exitCode));
  }

  @Override
  public List<Aim> aims(Scene scene) {
    Optional<String> container = args.flatMap(matcher -> MatchedParts.literal(matcher, scene));
    if (container.isEmpty() || !ON_CONTAINER.contains(docker)) {
      return List.of();
    }
    Aim named =
        new Aim.Named(
            container.get(),
            docker,
            MatchedParts.flags(flags, scene),
            by.filter(way -> way != Spelling.NAME).map(Spelling::words).orElse(""),
            there -> by.orElse(Spelling.NAME).of(there));
    return judge(scene) instanceof Verdict.Passed
        ? List.of(named)
        : List.of(named, new Aim.Undergoes(container.get(), List.of(docker)));
  }

  @Override
  public boolean needsLine() {
    return true;
  }

  @Override
  public boolean isOfActs() {
    return true;
  }

  @Override
  public Verdict judge(Scene scene) {
    DockerCommand wanted = DockerCommand.of(List.of(docker.split(" ")), scene.commands());
    EffectiveCommands commands = EffectiveCommands.of(scene);
    List<TypedCommands.Typed> typed = commands.latestFirst();
    boolean done =
        typed.stream()
            .anyMatch(
                t ->
                    endedSo(t, scene)
                        && !onlyExplains(t.command())
                        && t.command().name().equals(wanted.name())
                        && t.command().isUnderstood()
                        && wrongFlag(t.command(), scene).isEmpty()
                        && argsFit(t.command(), scene)
                        && spelledRight(t.command(), scene));
    String shown = "docker " + wanted.name();
    return done
        ? new Verdict.Passed()
        : Claim.failed(
            "`" + shown + "`",
            typed.isEmpty()
                ? "nothing of docker"
                : "`docker " + typed.getFirst().command().name() + "`",
            new TypedDiagnosis(scene, this, wanted.name()).of(typed, commands.idle()));
  }

  /** Whether it shows its own help, which is not what is asked for. */
  boolean onlyExplains(DockerCommand command) {
    return HelpOnly.is(command) && !flags.containsKey("help");
  }

  /** Whether the line ended as it must: without a word about it, well. */
  boolean endedSo(TypedCommands.Typed typed, Scene scene) {
    return exitCode
        .map(
            matcher ->
                scene.matching().test(matcher, Type.Single.NUMBER, Value.of(typed.exitCode())))
        .orElse(typed.worked());
  }

  /** The first flag that is not as expected. */
  Optional<String> wrongFlag(DockerCommand command, Scene scene) {
    return flags.entrySet().stream()
        .filter(
            flag ->
                !flagFits(
                    flag.getValue(), command.flags().getOrDefault(flag.getKey(), List.of()), scene))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private static boolean flagFits(Matcher matcher, List<String> values, Scene scene) {
    Matching matching = scene.matching();
    if (values.isEmpty()) {
      return matching.test(matcher, Type.Single.TEXT, Value.of("false"))
          || matching.test(matcher, Type.Single.TEXT, new Value.Nothing());
    }
    return values.stream()
        .anyMatch(value -> matching.test(matcher, Type.Single.TEXT, Value.of(value)));
  }

  /** Whether a container among the arguments is named in the way that is asked for. */
  boolean spelledRight(DockerCommand command, Scene scene) {
    return by.isEmpty()
        || command.args().stream()
            .filter(arg -> Spelling.of(arg, scene).equals(by))
            .anyMatch(
                arg ->
                    args.isEmpty()
                        || combinations(List.of(spellings(arg, scene)))
                            .anyMatch(
                                word -> scene.matching().test(args.get(), ARGS, Value.of(word))));
  }

  /** Arguments are equal to the name or the id of the container that they mean. */
  boolean argsFit(DockerCommand command, Scene scene) {
    if (args.isEmpty()) {
      return true;
    }
    Matching matching = scene.matching();
    if (matching.test(args.get(), ARGS, Value.of(command.args()))
        || MatchedParts.bySpelling(args.get())) {
      return matching.test(args.get(), ARGS, Value.of(command.args()));
    }
    List<List<String>> ways = command.args().stream().map(arg -> spellings(arg, scene)).toList();
    return combinations(ways)
        .anyMatch(spelled -> matching.test(args.get(), ARGS, Value.of(spelled)));
  }

  private static List<String> spellings(String arg, Scene scene) {
    String name = Spelling.plain(arg);
    List<ContainerSummary> meant =
        scene.world().containers().stream().filter(c -> c.name().equals(name)).toList();
    if (meant.isEmpty() && arg.matches("[0-9a-f]{3,64}")) {
      meant = scene.world().containers().stream().filter(c -> c.id().startsWith(arg)).toList();
    }
    return meant.size() == 1
        ? Stream.of(arg, meant.getFirst().name(), meant.getFirst().id()).distinct().toList()
        : List.of(arg);
  }

  private static Stream<List<String>> combinations(List<List<String>> ways) {
    List<List<String>> all = List.of(List.of());
    for (List<String> spellings : ways.subList(0, Math.min(ways.size(), 4))) {
      List<List<String>> longer = new ArrayList<>();
      for (List<String> begun : all) {
        for (String spelling : spellings) {
          longer.add(Stream.concat(begun.stream(), Stream.of(spelling)).toList());
        }
      }
      all = longer;
    }
    return all.stream();
  }
}
