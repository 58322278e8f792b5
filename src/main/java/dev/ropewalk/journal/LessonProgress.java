package dev.ropewalk.journal;

import dev.ropewalk.check.LearnerAct;
import dev.ropewalk.check.value.Variables;
import dev.ropewalk.engine.EngineEvent;
import dev.ropewalk.lesson.Seed;
import dev.ropewalk.lesson.StepId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One run through a lesson, as far as it came: enough to go on with it.
 *
 * @param seed what the values of its variables are chosen by, the same in every run
 * @param done the steps that are done, and who did them
 * @param open the step that is open
 * @param finished whether the last run reached the end
 * @param everFinished whether any run did
 * @param owned the births of the objects that belong to it
 * @param before events of its objects before the open step
 * @param events the same since the open step opened
 * @param acts what the learner did since then
 * @param differed the sentences of the checks that were seen to fail since then
 * @param directory of the learner's shell after the last line
 * @param opened when the open step opened, by our clock
 */
public record LessonProgress(
    Seed seed,
    Map<StepId, Entry.How> done,
    Optional<StepId> open,
    boolean finished,
    boolean everFinished,
    Set<EngineEvent> owned,
    List<EngineEvent> before,
    List<EngineEvent> events,
    List<LearnerAct> acts,
    Set<String> differed,
    Variables variables,
    Optional<Path> directory,
    Instant opened) {
  /** Never opened. */
  public static final LessonProgress NEW =
      new LessonProgress(
          Seed.NONE,
          Map.of(),
          Optional.empty(),
          false,
          false,
          Set.of(),
          List.of(),
          List.of(),
          List.of(),
          Set.of(),
          Variables.NONE,
          Optional.empty(),
          Instant.EPOCH);

  public LessonProgress {
    done = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(done));
    owned = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(owned));
    before = List.copyOf(before);
    events = List.copyOf(events);
    acts = List.copyOf(acts);
    differed = Set.copyOf(differed);
  }

  /** With one more entry of this lesson. */
  LessonProgress and(Entry entry) {
    return switch (entry) {
      case Entry.LessonOpened(_, _, var chosen) -> fresh(new Seed(chosen));
      case Entry.LessonReset _ -> fresh(seed);
      case Entry.StepOpened(var at, _, var step) ->
          new LessonProgress(
              seed,
              done,
              Optional.of(new StepId(step)),
              false,
              everFinished,
              owned,
              plus(before, events),
              List.of(),
              List.of(),
              Set.of(),
              variables,
              directory,
              at);
      case Entry.Ran(_, var line, var ran, var exitCode, var where) ->
          acted(new LearnerAct.Line(line, ran, exitCode)).in(where);
      case Entry.SkipBegun _ -> acted(new LearnerAct.Skip());
      case Entry.Answered(_, var value) -> acted(new LearnerAct.Answer(value));
      case Entry.Happened(_, var event, var created) -> happened(event, created);
      case Entry.Disowned(_, var id) -> without(id);
      case Entry.LessonResumed _ -> this;
      case Entry.Judged(_, var outcomes) -> judged(outcomes);
      case Entry.StepDone(_, _, var step, var how, var captured) -> {
        Map<StepId, Entry.How> more = new LinkedHashMap<>(done);
        more.put(new StepId(step), how);
        yield new LessonProgress(
            seed,
            more,
            open,
            finished,
            everFinished,
            owned,
            before,
            events,
            acts,
            differed,
            variables.with(captured),
            directory,
            opened);
      }
      case Entry.LessonDone _ ->
          new LessonProgress(
              seed, done, open, true, true, owned, before, events, acts, differed, variables,
              directory, opened);
    };
  }

  private LessonProgress fresh(Seed chosen) {
    return new LessonProgress(
        chosen,
        Map.of(),
        Optional.empty(),
        false,
        everFinished,
        Set.of(),
        List.of(),
        List.of(),
        List.of(),
        Set.of(),
        Variables.NONE,
        directory,
        opened);
  }

  private LessonProgress in(String where) {
    return new LessonProgress(
        seed,
        done,
        open,
        finished,
        everFinished,
        owned,
        before,
        events,
        acts,
        differed,
        variables,
        where.isBlank() ? directory : Optional.of(Path.of(where)),
        opened);
  }

  private LessonProgress acted(LearnerAct act) {
    return new LessonProgress(
        seed,
        done,
        open,
        finished,
        everFinished,
        owned,
        before,
        events,
        plus(acts, List.of(act)),
        differed,
        variables,
        directory,
        opened);
  }

  private LessonProgress judged(List<Entry.Outcome> outcomes) {
    Set<String> failed = new LinkedHashSet<>(differed);
    outcomes.stream()
        .filter(outcome -> outcome.verdict().equals("failed"))
        .map(Entry.Outcome::check)
        .forEach(failed::add);
    return new LessonProgress(
        seed,
        done,
        open,
        finished,
        everFinished,
        owned,
        before,
        events,
        acts,
        failed,
        variables,
        directory,
        opened);
  }

  private LessonProgress happened(EngineEvent event, boolean created) {
    Set<EngineEvent> births = new LinkedHashSet<>(owned);
    if (created) {
      births.add(event);
    }
    return new LessonProgress(
        seed,
        done,
        open,
        finished,
        everFinished,
        births,
        before,
        plus(events, List.of(event)),
        acts,
        differed,
        variables,
        directory,
        opened);
  }

  private LessonProgress without(String id) {
    return new LessonProgress(
        seed,
        done,
        open,
        finished,
        everFinished,
        owned.stream()
            .filter(birth -> !birth.id().equals(id))
            .collect(Collectors.toCollection(LinkedHashSet::new)),
        before,
        events.stream().filter(event -> !event.id().equals(id)).toList(),
        acts,
        differed,
        variables,
        directory,
        opened);
  }

  private static <T> List<T> plus(List<T> first, List<T> second) {
    List<T> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }
}
