package dev.ropewalk.lesson;

import dev.ropewalk.text.BrokenSource;
import dev.ropewalk.text.Place;
import dev.ropewalk.text.Problems;
import dev.ropewalk.text.Source;
import java.util.List;
import java.util.Map;

/**
 * The prose of a lesson in another language. Its headings are other words, so each ends with the id
 * that it has in the original, as in <code>## Im Hintergrund {#in-the-background}</code>.
 */
final class Translation {
  private final LessonText original;
  private final LessonText text;
  private final Problems problems;

  private Translation(LessonText original, LessonText text, Problems problems) {
    this.original = original;
    this.text = text;
    this.problems = problems;
  }

  /**
   * Goes on only if a translation has the steps of the original, in the same order.
   *
   * @throws BrokenSource with all in which it differs, or all that is wrong in either
   */
  static void requireSameSteps(Source original, Source translated) {
    Problems first = new Problems(original);
    LessonText from = LessonText.read(first);
    first.throwIfAny();
    Problems problems = new Problems(translated);
    LessonText to = LessonText.read(problems);
    if (!to.steps().isEmpty()) {
      new Translation(from, to, problems).compare();
    }
    problems.throwIfAny();
  }

  private void compare() {
    List<StepId> wanted = List.copyOf(original.steps().keySet());
    List<StepId> has = List.copyOf(text.steps().keySet());
    List<StepId> missing = wanted.stream().filter(id -> !has.contains(id)).toList();
    for (int i = 0; i < has.size(); i++) {
      StepId id = has.get(i);
      if (!wanted.contains(id)) {
        problems.add(
            place(id),
            "the original of this translation has no step `" + id + "`",
            fix(i, wanted, has, missing));
      } else if (missing.isEmpty() && wanted.size() == has.size() && !wanted.get(i).equals(id)) {
        problems.add(
            place(id),
            "in the original the step `" + wanted.get(i) + "` stands here",
            "put the steps in the order of the original");
      }
    }
    if (wanted.size() > has.size()) {
      missing.forEach(
          id ->
              problems.add(
                  Place.START,
                  "this translation has no step `" + id + "`",
                  "add a heading that ends with `{#" + id + "}`"));
    }
    debriefs();
  }

  private static String fix(int i, List<StepId> wanted, List<StepId> has, List<StepId> missing) {
    if (missing.isEmpty()) {
      return "remove it, or add it to the original";
    }
    return wanted.size() == has.size() && missing.contains(wanted.get(i))
        ? "end the heading with `{#" + wanted.get(i) + "}`"
        : "end the heading with the name that it has in the original, one of: "
            + String.join(", ", missing.stream().map(id -> "`{#" + id + "}`").toList());
  }

  private void debriefs() {
    for (Map.Entry<StepId, LessonText.StepText> step : original.steps().entrySet()) {
      LessonText.StepText other = text.steps().get(step.getKey());
      if (other != null && other.debrief().isEmpty() && !step.getValue().debrief().isEmpty()) {
        problems.add(
            other.place(),
            "the original has a text that is told after the step `" + step.getKey() + "`",
            "give its heading here the ending `{#" + LessonText.DEBRIEF + "}`");
      }
    }
  }

  private Place place(StepId id) {
    LessonText.StepText step = text.steps().get(id);
    return step == null ? Place.START : step.place();
  }
}
