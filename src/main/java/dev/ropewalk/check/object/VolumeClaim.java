package dev.ropewalk.check.object;

import dev.ropewalk.check.AskedFor;
import dev.ropewalk.check.Claim;
import dev.ropewalk.check.Diagnosis;
import dev.ropewalk.check.Diagnosis.Progress;
import dev.ropewalk.check.Noun;
import dev.ropewalk.check.Ownership;
import dev.ropewalk.check.Scene;
import dev.ropewalk.check.Verdict;
import dev.ropewalk.check.match.Attribute;
import dev.ropewalk.check.match.Attributes;
import dev.ropewalk.check.match.Expectations;
import dev.ropewalk.check.match.Matcher;
import dev.ropewalk.check.match.MatcherReader;
import dev.ropewalk.check.match.MatcherWord;
import dev.ropewalk.check.syntax.NodeReader;
import dev.ropewalk.check.syntax.Shape;
import dev.ropewalk.check.value.Type;
import dev.ropewalk.check.value.Value;
import dev.ropewalk.check.value.Variables;
import dev.ropewalk.check.why.CommandDiagnosis;
import dev.ropewalk.check.why.MismatchText;
import dev.ropewalk.engine.Container;
import dev.ropewalk.engine.ContainerState;
import dev.ropewalk.engine.EngineEvent;
import dev.ropewalk.engine.Volume;
import dev.ropewalk.engine.World.ContainerSummary;
import dev.ropewalk.engine.World.VolumeSummary;
import dev.ropewalk.text.YamlNode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A volume is there, is so, holds a file, or is gone. */
public record VolumeClaim(String name, ObjectGoal<VolumeClaim.Facts> goal, Optional<HeldFile> file)
    implements Claim {
  /** What is known of a volume. */
  record Facts(Volume volume, List<String> usedBy) {}

  static final Attributes<Facts> TABLE =
      new Attributes<>(
          List.of(
              new Attribute<>(
                  "driver", Type.Single.TEXT, "its driver", f -> Value.of(f.volume().driver())),
              new Attribute<>(
                  "labels", new Type.TableOf(), "its labels", f -> Value.of(f.volume().labels())),
              new Attribute<>(
                  "used_by",
                  new Type.ListOf(Type.Single.TEXT),
                  "the containers that mount it, running or not",
                  f -> Value.of(f.usedBy()))));

  private static final Shape.Keys FORM =
      TABLE
          .form()
          .and(
              Shape.Key.optional(
                  "file", HeldFile.SHAPE, "a file in it, seen through a container that mounts it"));

  /** How it is written in a check file, and read from it. */
  public static final Noun NOUN =
      new Noun(
          "volume",
          "A volume, by name.",
          new Shape.Of(Type.Single.TEXT),
          Noun.expecting(
              new Shape.Exactly("exists", "it is there"),
              new Shape.Exactly("absent", "it was there in this lesson, and is gone"),
              FORM),
          """
          check: The volume data is mounted by app and holds your note
          volume: data
          expect: {used_by: {contains: app}, file: {path: note.txt, contains: hello}}
          """,
          VolumeClaim::read);

  private static Optional<VolumeClaim> read(
      YamlNode.Mapping sentence, YamlNode subject, NodeReader reading) {
    Optional<String> name = reading.text(subject, "`volume`");
    Optional<YamlNode.Entry> held =
        sentence
            .entry("expect")
            .map(YamlNode.Entry::value)
            .filter(YamlNode.Mapping.class::isInstance)
            .flatMap(m -> ((YamlNode.Mapping) m).entry("file"));
    Optional<HeldFile> file = held.flatMap(e -> HeldFile.read(e.value(), reading));
    Optional<ObjectGoal<Facts>> goal =
        held.isPresent() && only(sentence)
            ? Optional.of(new ObjectGoal.There<>())
            : ObjectGoal.read(without(sentence, held), TABLE, "volume", reading);
    return name.isPresent() && goal.isPresent() && file.isPresent() == held.isPresent()
        ? Optional.of(new VolumeClaim(name.get(), goal.get(), file))
        : Optional.empty();
  }

  private static boolean only(YamlNode.Mapping sentence) {
    return sentence.entry("expect").orElseThrow().value() instanceof YamlNode.Mapping m
        && m.entries().size() == 1;
  }

  /** The sentence with an expectation less. */
  private static YamlNode.Mapping without(
      YamlNode.Mapping sentence, Optional<YamlNode.Entry> held) {
    if (held.isEmpty()) {
      return sentence;
    }
    return new YamlNode.Mapping(
        sentence.place(),
        sentence.entries().stream()
            .map(
                e ->
                    e.value() instanceof YamlNode.Mapping(var place, var entries)
                            && e.key().text().equals("expect")
                        ? new YamlNode.Entry(
                            e.key(),
                            new YamlNode.Mapping(
                                place,
                                entries.stream().filter(x -> !x.equals(held.get())).toList()))
                        : e)
            .toList());
  }

  @Override
  public List<AskedFor.Named> named(Scene scene) {
    return List.of(new AskedFor.Named(AskedFor.Kind.VOLUME, scene.variables().expand(name)));
  }

  @Override
  public List<AskedFor.Named> needs(Variables variables) {
    return goal instanceof ObjectGoal.Gone
        ? List.of()
        : List.of(new AskedFor.Named(AskedFor.Kind.VOLUME, variables.expand(name)));
  }

  @Override
  public Verdict judge(Scene scene) {
    return new CommandDiagnosis(scene).newestFirst(asItIs(scene));
  }

  private Verdict asItIs(Scene scene) {
    NamedObject object = object(scene);
    if (goal instanceof ObjectGoal.Gone<Facts>) {
      return object.gone(users(object.name(), scene), scene);
    }
    Optional<Volume> volume = object.there() ? scene.volume(object.name()) : Optional.empty();
    if (volume.isEmpty()) {
      return object.missing(scene);
    }
    List<ContainerSummary> users = users(object.name(), scene);
    Facts facts =
        new Facts(volume.get(), users.stream().map(ContainerSummary::name).sorted().toList());
    return goal.expectations()
        .flatMap(e -> e.mismatch(facts, scene.variables()))
        .map(
            m ->
                MismatchText.verdict(
                    "The volume `" + object.name() + "`", m, remedy(m, facts), scene))
        .or(() -> file.map(f -> f.judge(object.name(), users, scene)))
        .orElseGet(Verdict.Passed::new);
  }

  private static String remedy(Expectations.Mismatch<Facts> mismatch, Facts facts) {
    return mismatch.attribute().name().equals("used_by") && facts.usedBy().isEmpty()
        ? "A container mounts it with `-v %s:/PATH`.".formatted(facts.volume().name())
        : "";
  }

  /** The containers that mount it, whoever made them: running ones first. */
  private static List<ContainerSummary> users(String volume, Scene scene) {
    return scene.world().containers().stream()
        .filter(c -> HeldFile.mount(c, volume).isPresent())
        .sorted(Comparator.comparing(c -> c.state() != ContainerState.RUNNING))
        .toList();
  }

  @Override
  public Optional<String> value(String attribute, Scene scene) {
    NamedObject object = object(scene);
    return (object.there() ? scene.volume(object.name()) : Optional.<Volume>empty())
        .flatMap(
            volume ->
                TABLE.value(
                    attribute,
                    new Facts(
                        volume,
                        users(object.name(), scene).stream()
                            .map(ContainerSummary::name)
                            .sorted()
                            .toList())));
  }

  private NamedObject object(Scene scene) {
    String wanted = scene.variables().expand(name);
    Ownership ownership = scene.history().ownership();
    List<VolumeSummary> all = scene.world().volumes();
    return new NamedObject(
        "volume",
        wanted,
        NamedObject.newestFirst(
            all.stream().filter(ownership::counts).map(VolumeSummary::name), scene.history()),
        all.stream().filter(v -> !ownership.counts(v)).map(VolumeSummary::name).toList(),
        scene.history().all().stream()
            .anyMatch(
                event ->
                    event instanceof EngineEvent.ToVolume v
                        && v.id().equals(wanted)
                        && (v.action().equals("create") || v.action().equals("destroy"))));
  }

  /**
   * A file that a volume holds.
   *
   * @param path below the volume's own root
   * @param text what is in it
   */
  record HeldFile(String path, Matcher text) {
    private static final Shape.Keys SHAPE =
        Shape.Keys.of(
                Shape.Key.required(
                    "path", new Shape.Of(Type.Single.TEXT), "its name below the volume's root"))
            .and(MatcherWord.keys(Type.Single.TEXT));

    private static Optional<HeldFile> read(YamlNode node, NodeReader reading) {
      Optional<YamlNode.Mapping> mapping = reading.mapping(node, "`file`");
      if (mapping.isEmpty()) {
        return Optional.empty();
      }
      Optional<String> path =
          mapping.get().entry("path").flatMap(e -> reading.text(e.value(), "`path`"));
      if (mapping.get().entry("path").isEmpty()) {
        reading.problems().add(node.place(), "a file needs a `path`", "add `path: NAME`");
      }
      var rest =
          mapping.get().entries().stream().filter(e -> !e.key().text().equals("path")).toList();
      Optional<Matcher> text =
          rest.isEmpty()
              ? Optional.of(new Matcher.Exists())
              : new MatcherReader(reading)
                  .read(new YamlNode.Mapping(node.place(), rest), Type.Single.TEXT);
      return path.isPresent() && text.isPresent()
          ? Optional.of(new HeldFile(path.get(), text.get()))
          : Optional.empty();
    }

    private static Optional<Container.Mount> mount(ContainerSummary container, String volume) {
      return container.mounts().stream()
          .filter(m -> m.type().equals("volume") && m.source().equals(volume))
          .findFirst();
    }

    private Verdict judge(String volume, List<ContainerSummary> users, Scene scene) {
      if (users.isEmpty()) {
        return Claim.failed(
            "a file in `" + volume + "`",
            "no container mounts it",
            new Diagnosis(
                Progress.WRONG_STATE,
                "No container mounts the volume `%s`, so ropewalk cannot look into it."
                    .formatted(volume),
                "Run one with `-v %s:/PATH`.".formatted(volume)));
      }
      ContainerSummary user = users.getFirst();
      String wanted = scene.variables().expand(path);
      String inside =
          mount(user, volume).orElseThrow().target().replaceAll("/+$", "") + "/" + wanted;
      Optional<String> found = scene.file(user.id(), inside);
      Value actual = found.map(Value::of).orElseGet(Value.Nothing::new);
      if (scene.matching().test(text, Type.Single.TEXT, actual)) {
        return new Verdict.Passed();
      }
      String expected = scene.wording().of(text);
      String where = "`%s` in the volume `%s`".formatted(wanted, volume);
      return Claim.pending(
          expected,
          found.isPresent() ? "another text" : "no such file",
          found.isPresent()
              ? new Diagnosis(
                  Progress.WRONG_DETAIL, MismatchText.lacking("The file " + where, text, scene), "")
              : new Diagnosis(
                  Progress.WRONG_STATE,
                  "There is no file %s.".formatted(where),
                  "In the container `%s` it would be `%s`.".formatted(user.name(), inside)));
    }
  }
}
