package dev.ropewalk.lesson;

import dev.ropewalk.text.BrokenSource;
import dev.ropewalk.text.Source;
import java.util.List;
import java.util.Map;

/**
 * Answers to the steps of a lesson, written from its text alone by somebody who has not read its
 * checks: an independent test of them. In contrast to the answers in a check file nobody promises
 * that all of them are told apart.
 */
public record Answers(Map<StepId, Given> steps) {
  /** Nobody has written any. */
  public static final Answers NONE = new Answers(Map.of());

  public Answers {
    steps = Map.copyOf(steps);
  }

  /**
   * The answers to one step.
   *
   * @param right must pass
   * @param wrong must not, and whoever typed it must be told something, best in the words that are
   *     hoped for
   */
  public record Given(List<Script> right, List<Step.Mistake> wrong) {
    private static final Given NOTHING = new Given(List.of(), List.of());

    public Given {
      right = List.copyOf(right);
      wrong = List.copyOf(wrong);
    }
  }

  /** The answers to a step; none where the file has none. */
  public Given of(StepId step) {
    return steps.getOrDefault(step, Given.NOTHING);
  }

  /**
   * Reads answers to a lesson.
   *
   * @throws BrokenSource with all that is wrong in the file
   */
  public static Answers read(Source source, Lesson lesson) {
    return new AnswersReader(source, lesson).read();
  }
}
