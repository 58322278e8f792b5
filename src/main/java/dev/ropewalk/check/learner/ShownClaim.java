package dev.ropewalk.check.learner;

import dev.ropewalk.check.Claim;
import dev.ropewalk.check.Diagnosis;
import dev.ropewalk.check.LearnerAct;
import dev.ropewalk.check.Noun;
import dev.ropewalk.check.Scene;
import dev.ropewalk.check.Verdict;
import dev.ropewalk.check.learner.Sight.Aspect;
import dev.ropewalk.check.syntax.NodeReader;
import dev.ropewalk.check.syntax.Shape;
import dev.ropewalk.check.value.Type;
import dev.ropewalk.check.why.AskedLine;
import dev.ropewalk.check.why.CommandDiagnosis;
import dev.ropewalk.check.why.TypedCommands;
import dev.ropewalk.engine.ObjectKind;
import dev.ropewalk.text.YamlNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The engine has shown something to the learner, whatever client asked for it. Where a line was not
 * recorded its words decide.
 */
public record ShownClaim(Sight sight) implements Claim {
  private static final String CONTAINS = "contains";

  private static final Map<String, ObjectKind> LISTS = new LinkedHashMap<>();

  static {
    LISTS.put("containers", ObjectKind.CONTAINER);
    LISTS.put("images", ObjectKind.IMAGE);
    LISTS.put("volumes", ObjectKind.VOLUME);
    LISTS.put("networks", ObjectKind.NETWORK);
  }

  private static final Shape NAMES = new Shape.Many(new Shape.Of(Type.Single.TEXT), 1);
  private static final Shape.Keys MEMBERS =
      Shape.Keys.of(
          Shape.Key.optional("any", NAMES, "names or ids that were all among what was listed"),
          Shape.Key.optional("none", NAMES, "names or ids that were not, in a list of all"),
          Shape.Key.optional(
              "all",
              new Shape.Constant(Type.Single.FLAG),
              "beside `any`: a list of the newest alone (`-l`, `-n`) does not count"));
  private static final Shape.Keys SIGHTS =
      Shape.Keys.of(
          Stream.of(
                  LISTS.keySet().stream()
                      .map(it -> Shape.Key.optional(it, MEMBERS, "a list of the " + it)),
                  Arrays.stream(Aspect.values())
                      .map(
                          it ->
                              Shape.Key.optional(
                                  it.word(), new Shape.Of(Type.Single.TEXT), it.doc())),
                  Stream.of(
                      Shape.Key.optional(
                          CONTAINS,
                          new Shape.Of(Type.Single.TEXT),
                          "beside `log` or `exec`: words that were in what was shown of it")))
              .flatMap(it -> it)
              .toArray(Shape.Key[]::new));

  /** How it is written in a check file, and read from it. */
  public static final Noun NOUN =
      new Noun(
          "shown",
          "What the engine has shown to the learner, by any client; help, a filter that leaves it out, `--tail 0` and a failed call show nothing.",
          SIGHTS,
          Noun.keys(),
          """
          check: You looked at the containers, and redistest was among them
          shown: {containers: {any: [redistest]}}
          """,
          ShownClaim::read);

  private static Optional<ShownClaim> read(
      YamlNode.Mapping sentence, YamlNode subject, NodeReader reading) {
    Optional<YamlNode.Mapping> mapping = reading.mapping(subject, "`shown`");
    if (mapping.isEmpty()) {
      return Optional.empty();
    }
    reading.allow(mapping.get(), "`shown`", SIGHTS.names());
    List<YamlNode.Entry> sights =
        mapping.get().entries().stream()
            .filter(it -> !it.key().text().equals(CONTAINS))
            .filter(it -> SIGHTS.names().contains(it.key().text()))
            .toList();
    Optional<YamlNode.Entry> words = mapping.get().entry(CONTAINS);
    if (sights.size() != 1) {
      reading
          .problems()
          .add(
              subject.place(),
              "`shown` needs one thing that was looked at",
              "write for instance `shown: {containers: {any: [redistest]}}`");
      return Optional.empty();
    }
    YamlNode.Entry entry = sights.getFirst();
    String word = entry.key().text();
    boolean text =
        Arrays.stream(Aspect.values()).anyMatch(it -> it.isText() && it.word().equals(word));
    if (words.isPresent() && !text) {
      reading
          .problems()
          .add(
              words.get().key().place(),
              "`contains` stands beside `log` or `exec`",
              "leave it out");
    }
    if (LISTS.containsKey(word)) {
      return listing(LISTS.get(word), entry.value(), reading).map(ShownClaim::new);
    }
    Optional<String> contains = words.flatMap(it -> reading.text(it.value(), "`contains`"));
    return Arrays.stream(Aspect.values())
        .filter(it -> it.word().equals(word))
        .findFirst()
        .flatMap(
            aspect ->
                reading
                    .text(entry.value(), "`" + word + "`")
                    .map(it -> new ShownClaim(new Sight.OneObject(aspect, it, contains))));
  }

  private static Optional<Sight> listing(ObjectKind kind, YamlNode node, NodeReader reading) {
    Optional<YamlNode.Mapping> members = reading.mapping(node, "what was in a list");
    members.ifPresent(it -> reading.allow(it, "what was in a list", MEMBERS.names()));
    List<String> any = members.map(it -> names(it, "any", reading)).orElse(List.of());
    List<String> none = members.map(it -> names(it, "none", reading)).orElse(List.of());
    if (members.isPresent() && any.isEmpty() && none.isEmpty()) {
      reading.expectsNothing(node.place());
    }
    return any.isEmpty() && none.isEmpty()
        ? Optional.empty()
        : Optional.of(new Sight.Listing(kind, any, none, isForAll(members, reading)));
  }

  private static boolean isForAll(Optional<YamlNode.Mapping> list, NodeReader reading) {
    return list.flatMap(it -> it.entry("all"))
        .flatMap(it -> reading.constant(it.value(), Type.Single.FLAG))
        .filter(it -> it.text().equals("true"))
        .isPresent();
  }

  private static List<String> names(YamlNode.Mapping members, String key, NodeReader reading) {
    List<String> names = new ArrayList<>();
    members
        .entry(key)
        .flatMap(it -> reading.sequence(it.value(), "`" + key + "`"))
        .ifPresent(
            list -> list.items().forEach(it -> reading.text(it, "a name").ifPresent(names::add)));
    return names;
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
    Function<AskedLine, Glance> look = look(scene);
    List<AskedLine> lines =
        AskedLine.latestFirst(scene.history()).stream().filter(AskedLine::mayShow).toList();
    List<Glance> glances = lines.stream().map(look).toList();
    if (glances.stream().anyMatch(Glance.Seen.class::isInstance)) {
      return new Verdict.Passed();
    }
    return Claim.failed(
        "seen: " + asked(scene), lines.isEmpty() ? "nothing" : "not seen", why(scene, glances));
  }

  private Function<AskedLine, Glance> look(Scene scene) {
    Function<AskedLine, Glance> look =
        switch (sight) {
          case Sight.Listing listing -> new ListGlance(scene, listing)::of;
          case Sight.OneObject one -> new ObjectGlance(scene, one)::of;
        };
    return line ->
        look.apply(line) instanceof Glance.Seen seen
            ? nowhere(line)
                .or(() -> BlindFormat.of(line, listed(), scene))
                .<Glance>map(Glance.Missed::new)
                .orElse(seen)
            : look.apply(line);
  }

  /** The command of a list; what one object is like is shown by several. */
  private Optional<String> listed() {
    return sight instanceof Sight.Listing listing
        ? Optional.of(listing.command())
        : Optional.empty();
  }

  private static Optional<Diagnosis> nowhere(AskedLine line) {
    return LedNowhere.is(line) ? Optional.of(LedNowhere.diagnosis()) : Optional.empty();
  }

  /** The newest fact first: what the last line showed, why it failed, what earlier ones showed. */
  private Diagnosis why(Scene scene, List<Glance> glances) {
    if (glances.isEmpty()) {
      return MissedCommand.notRun(scene, asked(scene));
    }
    String asks = isAsked(scene) ? "" : "This step asks for `%s`.".formatted(asked(scene));
    return missed(glances.subList(0, 1))
        .or(
            () ->
                new CommandDiagnosis(scene)
                    .lastFailed()
                    .map(
                        it ->
                            new Diagnosis(
                                it.progress(), it.says(), (it.remedy() + " " + asks).strip())))
        .or(() -> ranOther(scene) ? Optional.of(elsewhere(scene)) : missed(glances))
        .orElseGet(() -> elsewhere(scene));
  }

  /** Whether the newest line is such a command, whatever came of it. */
  private boolean isAsked(Scene scene) {
    return sight instanceof Sight.OneObject(var aspect, var object, _)
        && aspect == Aspect.EXEC
        && new TypedCommands(scene)
            .latestFirst()
            .findFirst()
            .map(TypedCommands.Typed::command)
            .filter(it -> aspect.commands().contains(it.name()) && it.args().size() > 1)
            .filter(it -> it.args().getFirst().equals(scene.variables().fill(object)))
            .isPresent();
  }

  private static Optional<Diagnosis> missed(List<Glance> glances) {
    return glances.stream()
        .filter(Glance.Missed.class::isInstance)
        .map(it -> ((Glance.Missed) it).why())
        .findFirst();
  }

  /** Whether the newest line has a docker command, which then did not show it. */
  private static boolean ranOther(Scene scene) {
    List<LearnerAct.Line> lines = scene.history().lines();
    return !lines.isEmpty() && !new TypedCommands(scene).of(lines.getLast()).isEmpty();
  }

  private Diagnosis elsewhere(Scene scene) {
    return new TypedCommands(scene)
        .latestFirst()
        .findFirst()
        .map(it -> MissedCommand.other(it, asked(scene)))
        .orElseGet(() -> MissedCommand.notRun(scene, asked(scene)));
  }

  /** The docker command that would show it. */
  private String asked(Scene scene) {
    return switch (sight) {
      case Sight.Listing listing -> "docker " + listing.command();
      case Sight.OneObject(var aspect, var object, _) ->
          "docker %s %s%s"
              .formatted(
                  aspect.asked(),
                  ObjectGlance.called(scene.variables().fill(object), scene),
                  aspect == Aspect.EXEC ? " COMMAND" : "");
    };
  }

  @Override
  public List<String> looksFor() {
    return switch (sight) {
      case Sight.Listing(_, var any, var none, _) ->
          Stream.concat(any.stream(), none.stream()).toList();
      case Sight.OneObject(_, var object, var contains) ->
          Stream.concat(Stream.of(object), contains.stream()).toList();
    };
  }
}
