package dev.ropewalk.lesson;

import dev.ropewalk.check.value.Variables;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A lesson.
 *
 * @param seed what the values of its variables were chosen by
 * @param values of its variables; put in wherever the lesson names one
 * @param folder where it is worked on, if it has a folder of its own
 * @param intro what the learner will be able to do, as Markdown
 */
public record Lesson(
    LessonId id,
    Seed seed,
    Variables values,
    String title,
    String intro,
    Needs needs,
    Optional<WorkingFolder> folder,
    List<Step> steps) {
  public Lesson {
    steps = List.copyOf(steps);
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("a lesson without steps: " + id);
    }
  }

  /** Whether no step gives hints and its author weighs the checks: what counts is the points. */
  public boolean isExam() {
    return steps.stream().allMatch(step -> step.hints().isEmpty())
        && steps.stream()
            .flatMap(step -> step.checks().stream())
            .anyMatch(check -> check.points() != 1);
  }

  /** The files in its own folder that its checks look at, by their paths from there. */
  public List<String> judgedFiles() {
    return steps.stream()
        .flatMap(step -> step.checks().stream())
        .flatMap(check -> check.claim().files().stream())
        .filter(name -> !name.matches("/.*|.*\\.\\./.*|.*\\$\\{.*"))
        .distinct()
        .toList();
  }

  /**
   * The same lesson where commands are missing: of several that do, its lines and hints then name
   * the first one that is there.
   */
  public Lesson without(Set<String> missing) {
    Lesson lesson = this;
    for (List<String> ways : needs.commands()) {
      Optional<String> other = ways.stream().filter(way -> !missing.contains(way)).findFirst();
      if (missing.contains(ways.getFirst()) && other.isPresent()) {
        Pattern named =
            Pattern.compile("(?<![\\w-])" + Pattern.quote(ways.getFirst()) + "(?![\\w-])");
        String instead = Matcher.quoteReplacement(other.get());
        lesson = lesson.with(step -> step.told(it -> named.matcher(it).replaceAll(instead)));
      }
    }
    return lesson;
  }

  private Lesson with(UnaryOperator<Step> change) {
    return new Lesson(
        id, seed, values, title, intro, needs, folder, steps.stream().map(change).toList());
  }

  /** The same lesson, ending with a step of it. */
  public Lesson upTo(StepId step) {
    int last = indexOf(step).orElseThrow();
    return new Lesson(id, seed, values, title, intro, needs, folder, steps.subList(0, last + 1));
  }

  /** Where a step stands, counted from 0. */
  public OptionalInt indexOf(StepId step) {
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i).id().equals(step)) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }
}
