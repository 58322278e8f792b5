package dev.ropewalk.check.learner;

import dev.ropewalk.check.Aim;
import dev.ropewalk.check.Claim;
import dev.ropewalk.check.Diagnosis;
import dev.ropewalk.check.Diagnosis.Progress;
import dev.ropewalk.check.Noun;
import dev.ropewalk.check.Scene;
import dev.ropewalk.check.Verdict;
import dev.ropewalk.check.container.EventPattern;
import dev.ropewalk.check.container.EventSequence;
import dev.ropewalk.check.container.SeenContainer;
import dev.ropewalk.check.match.Matcher;
import dev.ropewalk.check.match.MatcherReader;
import dev.ropewalk.check.syntax.NodeReader;
import dev.ropewalk.check.syntax.Shape;
import dev.ropewalk.check.value.Literal;
import dev.ropewalk.check.value.Type;
import dev.ropewalk.check.value.Value;
import dev.ropewalk.engine.EngineEvent;
import dev.ropewalk.text.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Something happened on the engine since the step opened, or never did. */
public record EventsClaim(
    Kind kind, List<EventPattern> patterns, Optional<Matcher> count, String since)
    implements Claim {
  private static final String LESSON = "lesson";
  private static final Type.Word SINCE = Type.Word.of("step", LESSON);

  private static final Shape.Keys KINDS =
      Shape.Keys.one(
          Shape.Key.optional("happened", EventPattern.SHAPE, "there was such an event"),
          Shape.Key.optional("never", EventPattern.SHAPE, "there was none"),
          Shape.Key.optional(
              "in_order",
              new Shape.Many(EventPattern.SHAPE, 1),
              "there were all of these, in this order"));

  /** How it is written in a check file, and read from it. */
  public static final Noun NOUN =
      new Noun(
          "events",
          "What happened on the engine since the step opened.",
          KINDS,
          Noun.keys(
              Shape.Key.optional(
                  "count",
                  new Shape.Matched(Type.Single.NUMBER),
                  "how often it happened, which is at least once"),
              Shape.Key.optional(
                  "since", new Shape.Constant(SINCE), "what opened before it; otherwise the step")),
          """
          check: The one-off container ended with code 0 and removed itself
          events: {in_order: [{action: die, image: busybox, exit_code: 0}, {action: destroy, image: busybox}]}
          within: 5s
          """,
          EventsClaim::read);

  /** How the patterns are to be found. */
  enum Kind {
    HAPPENED,
    NEVER,
    IN_ORDER
  }

  public EventsClaim {
    patterns = List.copyOf(patterns);
  }

  private static Optional<EventsClaim> read(
      YamlNode.Mapping sentence, YamlNode subject, NodeReader reading) {
    Optional<YamlNode.Entry> often = sentence.entry("count");
    Optional<Matcher> count =
        often.flatMap(e -> new MatcherReader(reading).read(e.value(), Type.Single.NUMBER));
    Optional<YamlNode.Entry> from = sentence.entry("since");
    Optional<String> since =
        from.flatMap(e -> reading.constant(e.value(), SINCE)).map(Literal::text);
    Optional<EventsClaim> claim = patterns(subject, reading);
    if (often.isPresent() && claim.filter(c -> c.kind() != Kind.HAPPENED).isPresent()) {
      reading
          .problems()
          .add(
              often.get().key().place(),
              "`count` is about one event that happened",
              "write it beside `events: {happened: {...}}`");
      return Optional.empty();
    }
    return count.isPresent() == often.isPresent() && since.isPresent() == from.isPresent()
        ? claim.map(c -> new EventsClaim(c.kind(), c.patterns(), count, since.orElse("step")))
        : Optional.empty();
  }

  private EventsClaim(Kind kind, List<EventPattern> patterns) {
    this(kind, patterns, Optional.empty(), "step");
  }

  private static Optional<EventsClaim> patterns(YamlNode subject, NodeReader reading) {
    Optional<YamlNode.Mapping> mapping = reading.mapping(subject, "`events`");
    if (mapping.isEmpty()) {
      return Optional.empty();
    }
    List<String> kinds = KINDS.names();
    reading.allow(mapping.get(), "`events`", kinds);
    if (mapping.get().entries().size() != 1) {
      reading
          .problems()
          .add(
              subject.place(),
              "`events` takes one of: " + String.join(", ", kinds),
              "combine several with `all:`");
      return Optional.empty();
    }
    YamlNode.Entry entry = mapping.get().entries().getFirst();
    return switch (entry.key().text()) {
      case "happened" ->
          EventPattern.read(entry.value(), reading)
              .map(p -> new EventsClaim(Kind.HAPPENED, List.of(p)));
      case "never" ->
          EventPattern.read(entry.value(), reading)
              .map(p -> new EventsClaim(Kind.NEVER, List.of(p)));
      case "in_order" -> {
        List<EventPattern> patterns = new ArrayList<>();
        reading
            .sequence(entry.value(), "`in_order`")
            .ifPresent(
                list ->
                    list.items()
                        .forEach(i -> EventPattern.read(i, reading).ifPresent(patterns::add)));
        if (entry.value() instanceof YamlNode.Sequence(_, var items) && items.isEmpty()) {
          reading.expectsNothing(entry.value().place());
        }
        yield patterns.isEmpty()
            ? Optional.empty()
            : Optional.of(new EventsClaim(Kind.IN_ORDER, patterns));
      }
      default -> Optional.empty();
    };
  }

  @Override
  public boolean needsAct() {
    return kind != Kind.NEVER;
  }

  /** Every change of it has an event of its own, but an end may follow what is run inside. */
  @Override
  public boolean mayFollow(EngineEvent event) {
    return !event.changesNoObject() || SeenContainer.tellsToEnd(event);
  }

  @Override
  public List<Aim> aims(Scene scene) {
    Optional<String> name = patterns.getFirst().part("name", scene.variables());
    boolean ofContainer = patterns.stream().allMatch(EventPattern::mayBeOfContainer);
    if (name.isEmpty() || !ofContainer || !since.equals("step") || count.isPresent()) {
      return List.of();
    }
    if (kind == Kind.NEVER) {
      return List.of(new Aim.Avoids(name.get(), patterns.getFirst().action()));
    }
    Aim undergoes =
        new Aim.Undergoes(name.get(), missing(scene).stream().map(EventPattern::action).toList());
    return missing(scene).stream()
        .filter(pattern -> pattern.action().equals("create"))
        .flatMap(pattern -> pattern.part("image", scene.variables()).stream())
        .findFirst()
        .map(image -> new Aim.Part(Aim.Part.Kind.IMAGE, image, false))
        .map(image -> List.of(undergoes, new Aim.Made(name.get(), _ -> List.of(image))))
        .orElseGet(() -> List.of(undergoes));
  }

  /** What has not happened yet. */
  private List<EventPattern> missing(Scene scene) {
    List<EventPattern> sought = EventSequence.sought(patterns, EventPattern::action);
    int done = 0;
    for (EngineEvent event : events(scene)) {
      if (done < sought.size() && sought.get(done).matches(event, scene)) {
        done++;
      }
    }
    return sought.subList(done, sought.size());
  }

  @Override
  public boolean isOfActs() {
    return true;
  }

  @Override
  public Verdict judge(Scene scene) {
    List<EngineEvent> events = events(scene);
    if (kind == Kind.NEVER) {
      EventPattern pattern = patterns.getFirst();
      return events.stream().noneMatch(event -> pattern.matches(event, scene))
          ? new Verdict.Passed()
          : Claim.failed(
              "never " + pattern.show(scene.variables()),
              "it happened",
              new Diagnosis(
                  Progress.WRONG_STATE,
                  "This must not happen in this step, but it happened: %s."
                      .formatted(pattern.show(scene.variables())),
                  "`:retry` begins this step again."));
    }
    List<EventPattern> sought = EventSequence.sought(patterns, EventPattern::action);
    int done = sought.size() - missing(scene).size();
    return done == sought.size()
        ? counted(events, scene)
        : new MissingEvent(scene, events, since).verdict(sought, done);
  }

  private List<EngineEvent> events(Scene scene) {
    return EventSequence.of(
        since.equals(LESSON) ? scene.history().all() : scene.history().events(), scene);
  }

  private Verdict counted(List<EngineEvent> events, Scene scene) {
    EventPattern pattern = patterns.getFirst();
    long number = events.stream().filter(e -> pattern.matches(e, scene)).count();
    return count
        .filter(c -> !scene.matching().test(c, Type.Single.NUMBER, Value.of(number)))
        .map(c -> scene.wording().of(c))
        .map(
            expected ->
                Claim.pending(
                    expected,
                    Long.toString(number),
                    new Diagnosis(
                        Progress.WRONG_DETAIL,
                        "Since this %s opened, %s happened %s, but this step asks for %s."
                            .formatted(
                                since,
                                pattern.show(scene.variables()),
                                number == 1 ? "once" : number + " times",
                                expected),
                        "")))
        .orElseGet(Verdict.Passed::new);
  }
}
