package dev.ropewalk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.e2e.MistakenLearner.End;
import dev.ropewalk.e2e.MistakenLearner.Outcome;
import dev.ropewalk.lesson.Lesson;
import dev.ropewalk.lesson.Step;
import dev.ropewalk.proof.Turns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The course by somebody who makes every mistake that its lessons name, and then does what the
 * screen says. A lesson is gone through as often as its richest step has mistakes, each time as by
 * somebody new: of each step another mistake. All of it takes an hour or two, so lessons take
 * turns; {@code make learners} has all of them.
 */
@ExtendWith(EngineLock.class)
class EveryMistakeIT {
  private static final int DAYS = 25;

  /** Of a hundred mistakes so many must be mended by what is read, one way or another. */
  private static final int MENDED_PERCENT = 95;

  @TempDir Path folder;

  static List<Lesson> lessonsOfToday() {
    List<Lesson> named =
        PlayedCourse.lessons().stream()
            .filter(lesson -> lesson.id().slug().matches(System.getProperty("lesson", ".*")))
            .toList();
    return System.getProperty("lesson") == null ? Turns.ofToday(named, DAYS) : named;
  }

  @ParameterizedTest
  @MethodSource("lessonsOfToday")
  void what_the_screen_says_to_a_mistake_leads_to_the_end_of_the_step(Lesson written)
      throws IOException {
    Map<End, Integer> ends = new EnumMap<>(End.class);
    List<String> faults = new ArrayList<>();
    int most =
        written.steps().stream().mapToInt(step -> step.mistakes().size()).max().orElseThrow();

    for (int pass = 0; pass < most; pass++) {
      PlayedCourse.clear(List.of(written));
      // An image may be among what the one before has removed.
      PlayedCourse.fetchImages(List.of(written));
      Set<String> before = Docker.containers();
      Set<String> volumes = Docker.volumes();
      Home home = new Home(Files.createDirectory(folder.resolve("learner-" + pass)));
      try (var learner = MistakenLearner.opens(written, home)) {
        Lesson lesson = home.asOpened(written);
        for (Step step : lesson.steps()) {
          if (pass >= step.mistakes().size()) {
            learner.solve(step);
            continue;
          }
          Step.Mistake mistake = step.mistakes().get(pass);
          Outcome outcome = learner.makes(mistake, step);
          ends.merge(outcome.end(), 1, Integer::sum);
          if (isFault(outcome)) {
            faults.add(
                "%s/%s, %s, unsaid %s:%n%s"
                    .formatted(
                        lesson.id(),
                        step.id(),
                        outcome.end(),
                        outcome.unsaid(),
                        String.join("\n----\n", outcome.talk())));
          }
        }
      } finally {
        PlayedCourse.remove(before, volumes);
      }
    }
    PlayedCourse.clear(List.of(written));

    int all = ends.values().stream().mapToInt(Integer::intValue).sum();
    int lost = all - ends.getOrDefault(End.MENDED, 0) - ends.getOrDefault(End.BY_WORDS, 0);
    System.out.printf("%s: %s mistakes, %s, %s faults%n", written.id(), all, ends, faults.size());
    faults.forEach(System.out::println);
    assertThat(faults).as(() -> String.join("\n====\n", faults)).isEmpty();
    assertThat(100 * (all - lost)).isGreaterThanOrEqualTo(MENDED_PERCENT * all);
  }

  private static boolean isFault(Outcome outcome) {
    return !outcome.unsaid().isEmpty()
        || switch (outcome.end()) {
          case MENDED, BY_WORDS -> false;
          case PASSED, AGAIN, LOCKED -> true;
        };
  }
}
