package dev.ropewalk.author;

import dev.ropewalk.lesson.Step;
import dev.ropewalk.lesson.StepId;
import dev.ropewalk.text.Place;
import dev.ropewalk.text.Problems;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How the task of a step stands in the prose. */
final class ProseRules {
  /** Begins the block that says what is to be done. */
  static final String TASK = "> **Do:**";

  private final Problems prose;
  private final List<String> lines;

  ProseRules(Problems prose) {
    this.prose = prose;
    this.lines = prose.source().text().lines().toList();
  }

  void look(Step step) {
    int heading = heading(step.id());
    List<String> told = step.prose().lines().toList();
    int task =
        IntStream.range(0, told.size()).filter(i -> isTask(told.get(i))).findFirst().orElse(-1);
    if (task < 0) {
      prose.warn(
          place(heading),
          "the step `" + step.id() + "` does not say in a block what to do",
          "end it with a line such as `> **Do:** Run ...`");
      return;
    }
    String words =
        told.stream()
            .skip(task)
            .takeWhile(line -> line.startsWith(">"))
            .map(line -> line.substring(1).strip())
            .collect(Collectors.joining(" "));
    List<String> solution = step.solution().commands();
    if (solution.stream().allMatch(line -> words.contains(line.strip().replaceAll("\\s+", " ")))) {
      int at =
          IntStream.range(heading, lines.size())
              .filter(i -> isTask(lines.get(i)))
              .findFirst()
              .orElse(heading);
      prose.warn(
          place(at),
          "the task of `" + step.id() + "` contains its whole solution",
          "say what is to be reached, and leave the command to the hints");
    }
  }

  private static boolean isTask(String line) {
    return line.startsWith(TASK);
  }

  /** The line of a step's heading, from 0; the first where it cannot be told. */
  private int heading(StepId id) {
    return IntStream.range(0, lines.size())
        .filter(i -> slug(lines.get(i)).filter(id::equals).isPresent())
        .findFirst()
        .orElse(0);
  }

  private static Optional<StepId> slug(String line) {
    try {
      return line.startsWith("## ")
          ? Optional.of(StepId.ofHeading(line.substring(3)))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Place place(int line) {
    return new Place(line + 1, 1, lines.get(line).length());
  }
}
