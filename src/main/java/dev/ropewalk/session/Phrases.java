package dev.ropewalk.session;

import dev.ropewalk.lesson.LessonId;
import dev.ropewalk.lesson.StepId;
import dev.ropewalk.text.Quotation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The sentences that a session says by itself. */
final class Phrases {
  static final String CHECKS = "the checks of this step";
  static final String ENGINE_BACK = "The engine is back. Go on where you were.";
  static final String DOOR_SHUT =
      "This lesson is not open yet. Do what is asked above, or go elsewhere with `:goto`.";
  static final String NO_STEP =
      "No step is open. `:next` opens the next lesson, `:list` shows them all.";
  static final String NO_HINTS = "This step has no hints. `:solution` shows how it can be done.";
  static final String ANSWER_WHAT = "Type the answer behind the word: `:answer VALUE`.";
  static final String NO_QUESTION =
      "This step asks no question, so there is nothing to answer. `:step` shows what it wants done.";
  static final String ANSWERED = "Your answer was right, and the step is done.";
  static final String NOT_YET_NEXT =
      "This step is not done yet. `:hint` helps, `:skip` lets ropewalk do it, `:goto LESSON` leaves for another lesson.";
  static final String LAST_LESSON =
      "This was the last lesson. `:list` shows them all, `:goto LESSON` opens one again.";
  static final String GOTO_WHERE =
      "Name a lesson, or a step of it: `:goto LESSON/STEP`. `:list` shows the lessons.";
  static final String DONE_AFTER_LINE = "The step is done when the line that runs now has ended.";
  static final String REPLACES_FILES = "A file that has the name already is replaced.";
  static final String NOTHING_REMOVED = "Nothing was removed.";
  static final String BROKEN_LESSON = "(this lesson's files are broken)";

  static final String COMMENT = "What stands after `#` is a comment: nothing was run.";
  static final String NOTHING_RUN = "Nothing was run.";
  static final String RECALLED =
      "ropewalk was ended while a line of yours ran. What the engine still knows of it is counted.";
  static final String NOT_PUT_BACK =
      "That did not bring everything back. This does the lesson again from its start:";
  static final String SOLUTION_FAILED =
      "The solution did not lead to the end of the step from here. This does the lesson again from its start:";
  static final String GAVE_UP =
      "The solution did not lead to the end of the step: what is said above is in the way. `:retry` sets the stage again, `:reset` begins the lesson again.";

  static final String SETTING_UP = "Something is set up for this step. That may take a moment.";
  static final String SETUP_CUT_OFF =
      "ropewalk was ended while this step was set up, so the lesson must begin again.";

  private Phrases() {}

  /** The setup of a step has failed; what it said stands above. */
  static String setupFailed(int exitCode) {
    return "This step could not be set up: its commands ended with %s. What they said stands above. `:retry` tries again, `:goto LESSON` leaves for another lesson."
        .formatted(exitCode);
  }

  /** A file of the lesson's that the learner had changed is as it was. */
  static String keptAside(String name, String kept) {
    return "`%s` is again as the lesson brings it; yours is kept as `%s`.".formatted(name, kept);
  }

  /** A file has another name now, so that it is not taken for what a step asks for. */
  static String setAside(String name, String kept) {
    return "There was a file `%s` already; it is kept as `%s`.".formatted(name, kept);
  }

  static final String NO_FOLDER =
      "The shell cannot go to this lesson's folder, and what it writes must not land elsewhere."
          + " `:reset` makes the folder again.";

  /** Where a lesson is worked on. */
  static String workingFolder(String folder, int files, Manner manner) {
    String what =
        switch (files) {
          case 0 -> "This lesson is worked on in the folder `%s`.";
          case 1 -> "This lesson is worked on in the folder `%s`, which has a file for it.";
          default -> "This lesson is worked on in the folder `%s`, which has %s files for it.";
        };
    String where = what.formatted(folder, files);
    return manner == Manner.BESIDE ? where + " In your shell: `cd %s`".formatted(folder) : where;
  }

  static String nothingOpen(State.Door door) {
    return door == State.Door.SHUT ? DOOR_SHUT : NO_STEP;
  }

  /** What a lesson builds on that has not been done. */
  static String buildsOn(List<LessonId> open) {
    return "This lesson builds on %s, which you have not done yet. `:goto %s` leads there."
        .formatted(
            open.stream().map(id -> "`" + id + "`").collect(Collectors.joining(" and ")),
            open.getFirst());
  }

  /** Where the course is, and what it does. */
  static String status(State state) {
    String place =
        state.lesson().isEmpty()
            ? "No lesson is open."
            : state
                .step()
                .map(
                    step ->
                        "`%s`, step %s of %s: %s."
                            .formatted(
                                state.lesson().get().id(),
                                state.number(),
                                state.lesson().get().steps().size(),
                                step.title()))
                .orElse(
                    "`%s`: %s"
                        .formatted(
                            state.lesson().get().id(),
                            state.finished()
                                ? "the lesson is done."
                                : "the lesson is not open yet."));
    List<String> lines =
        state.runningElsewhere().values().stream()
            .filter(line -> !Consultation.isAskedIn(line))
            .sorted()
            .toList();
    String doing =
        switch (state.phase()) {
          case Phase.Laying _ -> " The lesson opens.";
          case Phase.Noting _, Phase.BringingBack _ -> " The step opens.";
          case Phase.Fetching _ -> " Images are being fetched.";
          case Phase.Running _, Phase.Expanding _ -> " A line runs at the course's prompt.";
          case Phase.Confirming _ -> " The course waits for a yes or no.";
          case Phase.Judging _, Phase.Looking _, Phase.Beginning _, Phase.Recalling _ ->
              " The step is being judged.";
          case Phase.LookingInside _, Phase.AtPrompt _, Phase.Leaving _ -> "";
        };
    return place
        + doing
        + (lines.isEmpty() ? "" : " Your shells run: `%s`.".formatted(String.join("`, `", lines)))
        + (state.link() == State.Link.DOWN ? " The engine does not answer." : "");
  }

  static String willRun(Errand errand, StageSetting.Plan.Kind kind) {
    String purpose =
        switch (errand.kind()) {
          case RESUME -> "put things back as they were before you tried more";
          case RETRY -> "bring the engine back to the beginning of this step";
          case SKIP -> "do this step";
          case GOTO -> "get to `%s`".formatted(errand.step());
        };
    return kind == StageSetting.Plan.Kind.REBUILD
        ? "To %s, ropewalk removes what is left of this lesson and does it again:"
            .formatted(purpose)
        : "To %s, ropewalk runs:".formatted(purpose);
  }

  static String neitherYesNorNo(String answer) {
    return "%s is neither yes nor no. `y` does it, `n` leaves everything as it is."
        .formatted(Quotation.code(answer));
  }

  static String drifted(List<String> sentences) {
    return "Something has changed while nobody looked: "
        + String.join(" ", sentences)
        + " `:retry` sets the stage of this step again.";
  }

  static String engineLost(String sentence) {
    return "The engine does not answer: "
        + sentence
        + " Your step is kept; ropewalk goes on when the engine is back.";
  }

  static String unknownWord(String word, Optional<String> near) {
    return near.map(n -> "There is no word `:%s`. Did you mean `:%s`?".formatted(word, n))
        .orElse("There is no word `:%s`. `:help` shows them all.".formatted(word));
  }

  static String severalWords(String beginning, List<String> words) {
    return "`:%s` can be several words: `:%s`.".formatted(beginning, String.join("`, `:", words));
  }

  static String jobs(List<String> jobs) {
    return "There are jobs in your shell, which end with the course: `%s`. `:quit` once more leaves."
        .formatted(
            jobs.stream()
                .map(job -> job.replaceAll("\\s+", " "))
                .collect(Collectors.joining("`, `")));
  }

  static String cutOff(List<String> lines) {
    return "Commands of your shells talk to the engine through this course, and would be cut off: %s. `:quit` once more leaves."
        .formatted(lines.stream().map(Quotation::code).collect(Collectors.joining(", ")));
  }

  static String shellEnded(int exitCode) {
    return "Your shell has ended, with exit code %s, and the course with it. `ropewalk` goes on from here."
        .formatted(exitCode);
  }

  static String wentRound(String line) {
    return "%s went round the recorder: it asked the engine by another way. What it did is judged by the engine's events and its words alone."
        .formatted(Quotation.code(line));
  }

  static String colonMissing(String word) {
    return "`:%s` is the word of ropewalk, with a colon.".formatted(word);
  }

  static String answerMeant(String word) {
    return "An answer goes to ropewalk: `:answer %s`.".formatted(word);
  }

  static String hereNotInside(String program) {
    return "That was this computer's own `%s`. In a container it runs when it stands after the image of `docker run`."
        .formatted(program);
  }

  static String hereNotRunning(String program, String container) {
    return "That was this computer's own `%s`. In `%s`, which runs, it is `docker exec %s %s ...`."
        .formatted(program, container, container, program);
  }

  static String notHereButRunning(String program, String container) {
    return "This computer has no `%s`. In `%s`, which runs, it is `docker exec %s %s ...`."
        .formatted(program, container, container, program);
  }

  static String ofThisComputer(String program) {
    return "That was `%s` of this computer; the question is about a container.".formatted(program);
  }

  static String notHere(String program) {
    return "This computer has no `%s`. A container has it when its image brings it along: there it stands after the image of `docker run`."
        .formatted(program);
  }

  static String halfCommand(String word) {
    return "`%s` by itself is no command here; what docker is to do begins with `docker`."
        .formatted(word);
  }

  static String printedOnly(String program) {
    return "`%s` prints the words after it; docker was not run.".formatted(program);
  }

  static String dockersOnly(String command) {
    return "There is no command `%s` by itself; docker has it: `docker %s`."
        .formatted(command, command);
  }

  static String dockersOwn(String command) {
    return "`%s` by itself is a command of this computer; docker's is `docker %s`."
        .formatted(command, command);
  }

  static String notYet(String sentence, String why) {
    return "Still open: %s%s %s"
        .formatted(sentence, sentence.matches("(?s).*[.?!]") ? "" : ".", why);
  }

  static String notJudged(String sentence, String reason) {
    return "%s could not be judged: %s".formatted(sentence, reason);
  }

  static String commandMeant(String typed, String near) {
    return "There is no command `%s`. Did you mean `%s`?".formatted(typed, near);
  }

  static String unknownLesson(String lesson, Optional<String> near) {
    return near.map(n -> "There is no lesson `%s`. Did you mean `%s`?".formatted(lesson, n))
        .orElse("There is no lesson `%s`. `:list` shows them all.".formatted(lesson));
  }

  static String severalLessons(String beginning, List<LessonId> lessons) {
    return "`%s` can be several lessons: `%s`. Type more of the name."
        .formatted(
            beginning.strip(),
            lessons.stream().map(LessonId::slug).collect(Collectors.joining("`, `")));
  }

  static String movedName(String name, String image) {
    return "The name `%s` was there before this lesson, so it stays. `docker tag %s %s` gives it back to the image that it had."
        .formatted(name, image, name);
  }

  static String nobodysVolumes(List<String> volumes) {
    return "Since this lesson opened there are volumes without a name that no container has, and nothing tells whose they are. They stay; if they are yours, this removes them: `%s`"
        .formatted(Belonging.removalOf(volumes));
  }

  static String stepIsDone(StepId step) {
    return "The step `%s` is done already. `:reset` begins the lesson again.".formatted(step);
  }

  static String shownAgain(StepId step, StepId open, int number) {
    return "The step `%s` is done already, so it is only shown. Step %s is open, `%s`: `:step` shows it. `:reset` begins the lesson again."
        .formatted(step, number, open);
  }

  static String unknownStep(LessonId lesson, String step) {
    return "The lesson `%s` has no step `%s`. Name a step, or its number.".formatted(lesson, step);
  }
}
