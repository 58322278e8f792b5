package dev.ropewalk.author;

import java.util.ArrayList;
import java.util.List;

/**
 * How much of scenarios came over.
 *
 * @param scripts verify scripts, kept as checks
 * @param questions with the answer that is right
 * @param files that lie in the learner's folder
 * @param setups scripts that run before a lesson or a step opens
 * @param notRun scripts that stay as remarks
 * @param notCopied files that nothing takes into a lesson
 * @param unlisted scenarios that no list names, read or left out
 */
public record ImportFigures(
    int lessons,
    int steps,
    int scripts,
    int questions,
    int files,
    int setups,
    int notRun,
    int notCopied,
    int unlisted) {
  static final ImportFigures NONE = new ImportFigures(0, 0, 0, 0, 0, 0, 0, 0, 0);

  ImportFigures plus(ImportFigures more) {
    return new ImportFigures(
        lessons + more.lessons,
        steps + more.steps,
        scripts + more.scripts,
        questions + more.questions,
        files + more.files,
        setups + more.setups,
        notRun + more.notRun,
        notCopied + more.notCopied,
        unlisted + more.unlisted);
  }

  /** Of a lesson and the files that it did not take. */
  static ImportFigures of(Scenario scenario, ScenarioLesson lesson, int notCopied) {
    List<Scenario.Page> pages = scenario.pages();
    int given = pages.stream().mapToInt(page -> page.setup().size()).sum();
    return new ImportFigures(
        1,
        scenario.steps().size(),
        (int) scenario.steps().stream().filter(step -> step.verify().isPresent()).count(),
        lesson.questions(),
        lesson.assets().size(),
        given - lesson.notRun(),
        lesson.notRun(),
        notCopied,
        0);
  }

  /** For people. */
  @Override
  public String toString() {
    List<String> parts = new ArrayList<>();
    parts.add(count(lessons, "lesson") + " with " + count(steps, "step"));
    parts.add(count(scripts, "verify script"));
    parts.add(count(questions, "question"));
    parts.add(count(files, "file"));
    parts.add(count(setups, "setup"));
    return String.join(", ", parts)
        + "; not carried over: %s, %s; in no list: %s"
            .formatted(
                count(notRun, "script"), count(notCopied, "file"), count(unlisted, "scenario"));
  }

  private static String count(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}
