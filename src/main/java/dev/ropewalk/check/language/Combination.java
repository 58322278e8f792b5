package dev.ropewalk.check.language;

import dev.ropewalk.check.Aim;
import dev.ropewalk.check.AskedFor;
import dev.ropewalk.check.Claim;
import dev.ropewalk.check.Diagnosis;
import dev.ropewalk.check.Diagnosis.Progress;
import dev.ropewalk.check.Noun;
import dev.ropewalk.check.Scene;
import dev.ropewalk.check.Verdict;
import dev.ropewalk.check.syntax.NodeReader;
import dev.ropewalk.check.syntax.Shape;
import dev.ropewalk.check.value.Variables;
import dev.ropewalk.engine.EngineEvent;
import dev.ropewalk.text.YamlNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Several claims: all of them hold, one of them does, or none. */
record Combination(Kind kind, List<Claim> claims) implements Claim {
  static final Noun ALL_NOUN =
      noun("all", "All of several sentences hold at the same time.", Kind.ALL);
  static final Noun ANY_NOUN = noun("any", "At least one of several sentences holds.", Kind.ANY);
  static final Noun NONE_NOUN = noun("none", "None of several sentences holds.", Kind.NONE);

  /** How many must hold. */
  enum Kind {
    ALL,
    ANY,
    NONE;

    private String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  Combination {
    claims = List.copyOf(claims);
  }

  private static Noun noun(String word, String doc, Kind kind) {
    return new Noun(
        word,
        doc,
        new Shape.Many(new Shape.Sentence(), 1),
        Noun.keys(),
        """
        check: Of redistest and its port there is %s
        %s:
          - {container: redistest, expect: {state: running}}
          - {port: 12345, expect: {answers: redis}}
        within: 5s
        """
            .formatted(word, word),
        (sentence, subject, reading) -> read(kind, subject, reading));
  }

  private static Optional<Combination> read(Kind kind, YamlNode subject, NodeReader reading) {
    List<Claim> claims = new ArrayList<>();
    Optional<YamlNode.Sequence> list = reading.sequence(subject, "`" + kind.word() + "`");
    list.ifPresent(
        l ->
            l.items()
                .forEach(
                    item -> CheckReader.claim(item, List.of(), reading).ifPresent(claims::add)));
    if (list.isPresent() && list.get().items().isEmpty()) {
      reading.problems().add(subject.place(), "this expects nothing", "add at least one sentence");
    }
    return list.isPresent() && !claims.isEmpty() && claims.size() == list.get().items().size()
        ? Optional.of(new Combination(kind, claims))
        : Optional.empty();
  }

  @Override
  public boolean needsAct() {
    return switch (kind) {
      case ALL -> claims.stream().anyMatch(Claim::needsAct);
      case ANY -> claims.stream().allMatch(Claim::needsAct);
      case NONE -> false;
    };
  }

  @Override
  public boolean needsFile() {
    return switch (kind) {
      case ALL -> claims.stream().anyMatch(Claim::needsFile);
      case ANY -> claims.stream().allMatch(Claim::needsFile);
      case NONE -> false;
    };
  }

  @Override
  public List<String> files() {
    return claims.stream().flatMap(claim -> claim.files().stream()).toList();
  }

  @Override
  public boolean needsLine() {
    return switch (kind) {
      case ALL -> claims.stream().anyMatch(Claim::needsLine);
      case ANY -> claims.stream().allMatch(Claim::needsLine);
      case NONE -> false;
    };
  }

  @Override
  public boolean isOfActs() {
    return claims.stream().allMatch(Claim::isOfActs);
  }

  @Override
  public boolean mayFollow(EngineEvent event) {
    return claims.stream().anyMatch(claim -> claim.mayFollow(event));
  }

  @Override
  public List<String> looksFor() {
    return claims.stream().flatMap(claim -> claim.looksFor().stream()).toList();
  }

  @Override
  public List<String> programs() {
    return claims.stream().flatMap(claim -> claim.programs().stream()).toList();
  }

  @Override
  public Duration mayTake() {
    return claims.stream().map(Claim::mayTake).reduce(Duration.ZERO, Duration::plus);
  }

  @Override
  public List<Aim> aims(Scene scene) {
    return switch (kind) {
      case ALL -> claims.stream().flatMap(claim -> claim.aims(scene).stream()).toList();
      // One way is enough: the one on which the learner is the farthest.
      case ANY ->
          claims.stream()
              .filter(claim -> claim.judge(scene) instanceof Verdict.Failed)
              .max(
                  Comparator.comparing(
                      claim -> ((Verdict.Failed) claim.judge(scene)).why().progress()))
              .map(claim -> claim.aims(scene))
              .orElse(List.of());
      case NONE ->
          claims.stream()
              .flatMap(claim -> claim.aims(scene).stream())
              .filter(Aim.Named.class::isInstance)
              .map(Aim.Named.class::cast)
              .<Aim>map(named -> new Aim.Avoids(named.container(), named.command()))
              .toList();
    };
  }

  @Override
  public Verdict judge(Scene scene) {
    List<Verdict> verdicts = claims.stream().map(claim -> claim.judge(scene)).toList();
    Optional<Verdict> errored =
        verdicts.stream().filter(Verdict.Errored.class::isInstance).findFirst();
    long passed = verdicts.stream().filter(Verdict.Passed.class::isInstance).count();
    List<Verdict.Failed> failed =
        verdicts.stream()
            .filter(Verdict.Failed.class::isInstance)
            .map(Verdict.Failed.class::cast)
            .toList();
    return switch (kind) {
      case ALL ->
          passed == claims.size()
              ? new Verdict.Passed()
              : failed.isEmpty() ? errored.orElseThrow() : failed.getFirst();
      case ANY ->
          passed > 0
              ? new Verdict.Passed()
              : failed.stream()
                  .max(Comparator.comparing(f -> f.why().progress()))
                  .map(Verdict.class::cast)
                  .orElseGet(errored::orElseThrow);
      case NONE ->
          passed == 0
              ? errored.orElseGet(Verdict.Passed::new)
              : Claim.failed(
                  "none of it",
                  "it is so",
                  new Diagnosis(
                      Progress.WRONG_STATE, "Something that should not be so is so.", ""));
    };
  }

  @Override
  public List<AskedFor.Named> named(Scene scene) {
    return claims.stream().flatMap(claim -> claim.named(scene).stream()).toList();
  }

  @Override
  public List<AskedFor.Named> needs(Variables variables) {
    return kind == Kind.ALL
        ? claims.stream().flatMap(claim -> claim.needs(variables).stream()).toList()
        : List.of();
  }

  @Override
  public List<String> capturable() {
    return kind == Kind.NONE
        ? List.of()
        : claims.stream().flatMap(claim -> claim.capturable().stream()).distinct().toList();
  }

  @Override
  public Optional<String> value(String attribute, Scene scene) {
    return claims.stream()
        .map(claim -> claim.value(attribute, scene))
        .flatMap(Optional::stream)
        .findFirst();
  }
}
