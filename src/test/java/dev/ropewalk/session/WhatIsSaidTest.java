package dev.ropewalk.session;

import static dev.ropewalk.session.SampleVerdict.FAILED;
import static dev.ropewalk.session.SampleVerdict.PASSED;
import static dev.ropewalk.session.SampleWorld.REDIS_ONLY;
import static dev.ropewalk.session.SampleWorld.with;

import dev.ropewalk.Golden;
import dev.ropewalk.check.Claim;
import dev.ropewalk.check.Diagnosis;
import dev.ropewalk.check.Verdict;
import dev.ropewalk.terminal.Glyphs;
import dev.ropewalk.terminal.MessageView;
import dev.ropewalk.terminal.Palette;
import dev.ropewalk.terminal.Sheet;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * All that a learner reads when the stage is set for them, from the typed word to the prompt after
 * it: nothing is missing, nothing is said twice.
 */
final class WhatIsSaidTest {
  @TempDir private Path folder;
  private final Sheet sheet = new Sheet(80, Palette.none(), Glyphs.UNICODE);
  private final StringBuilder read = new StringBuilder();

  /** What the learner types, and what is drawn below it. */
  private void types(Rehearsal play, String line) {
    read.append(play.state().prompt().question()).append("> ").append(line).append('\n');
    play.typed(line);
    reads(play);
  }

  private Rehearsal reads(Rehearsal play) {
    play.said().forEach(message -> read.append(sheet.print(new MessageView(sheet).lines(message))));
    return play;
  }

  /** The line that ropewalk has typed does this to the container, and ends. */
  private void runs(Rehearsal play, String action) {
    String line = play.line();
    reads(play.happens(action, "box").finished(line));
  }

  /** The solution of the first step is run, and passes. */
  private void solvesFirst(Rehearsal play) {
    runs(play, "create");
    runs(play, "start");
    reads(play.looked(with("box")));
    reads(play.judged(PASSED, PASSED));
    reads(play.woken().judged(PASSED, PASSED));
  }

  /** The shell has expanded the answer of the second step, and it passes. */
  private void answersSecond(Rehearsal play) {
    reads(play.input(Rehearsal.expanded("42")));
    reads(play.looked(with("box")));
    reads(play.judged(PASSED));
  }

  private void isSaid(String name) {
    Golden.assertSame("session/" + name + ".txt", read.toString());
  }

  /** The learner's line has ended, and nothing on the engine has changed. */
  private void ends(Rehearsal play, String line, int exitCode, Verdict... verdicts) {
    types(play, line);
    reads(play.finished(line, exitCode));
    reads(play.looked(REDIS_ONLY));
    reads(play.judged(verdicts));
  }

  @Test
  void a_look_that_misses_gets_one_line_and_the_remedy_after_a_hint() {
    Verdict missing =
        Claim.failed(
            "running",
            "nothing",
            new Diagnosis(
                Diagnosis.Progress.NOTHING_DONE,
                "There is no container named `box` yet.",
                "`docker run --name box` makes one."));
    Rehearsal play = Rehearsal.opened(folder);
    ends(play, "docker ps", 0, missing, FAILED);
    types(play, ":hint");
    ends(play, "docker ps -a", 0, missing, FAILED);
    ends(play, "docker run redis", 0, missing, FAILED);
    ends(play, "echo docker run redis", 0, missing, FAILED);
    ends(play, "ls", 0, missing, FAILED);
    isSaid("look");
  }

  @Test
  void a_step_is_skipped() {
    Rehearsal play = Rehearsal.opened(folder);
    types(play, ":skip");
    reads(play.looked(REDIS_ONLY));
    solvesFirst(play);
    isSaid("skip");
  }

  @Test
  void a_question_is_skipped() {
    Rehearsal play = Rehearsal.atSecondStep(folder);
    types(play, ":skip");
    reads(play.looked(with("box")));
    answersSecond(play);
    isSaid("skip-question");
  }

  @Test
  void a_step_is_skipped_after_a_wrong_attempt() {
    Rehearsal play = Rehearsal.opened(folder).runs("box").judged(FAILED, FAILED);
    types(play, ":skip");
    reads(play.looked(with("box")));
    types(play, "y");
    runs(play, "destroy");
    reads(play.looked(REDIS_ONLY));
    solvesFirst(play);
    isSaid("skip-after-attempt");
  }

  @Test
  void a_step_is_begun_again() {
    Rehearsal play = Rehearsal.atSecondStep(folder).happens("die", "box").happens("destroy", "box");
    types(play, ":retry");
    reads(play.looked(REDIS_ONLY));
    types(play, "n");
    types(play, ":retry");
    reads(play.looked(with("box")));
    isSaid("retry");
  }

  @Test
  void a_later_step_is_gone_to() {
    Rehearsal play = Rehearsal.opened(folder);
    types(play, ":goto first/3");
    reads(play.looked(REDIS_ONLY));
    types(play, "y");
    solvesFirst(play);
    answersSecond(play);
    isSaid("goto");
  }

  @Test
  void a_lesson_is_begun_again() {
    Rehearsal play = Rehearsal.atSecondStep(folder);
    types(play, ":reset");
    reads(play.looked(with("box", "alien")));
    types(play, "n");
    types(play, ":reset");
    reads(play.looked(with("box", "alien")));
    types(play, "y");
    runs(play, "destroy");
    reads(play.looked(with("alien")));
    isSaid("reset");
  }

  @Test
  void a_line_was_cut_off_and_left_something_half_done() {
    String line = "docker run -d --name box redis";
    Rehearsal play = Rehearsal.opened(folder).typed(line).again().open("first");
    reads(play.looked(with("box")));
    reads(
        play.input(
            new Input.Recalled(List.of(play.event("create", "box")), LineWords.asked(line))));
    reads(play.judged(FAILED, FAILED));
    reads(play.looked(with("box")));
    types(play, "y");
    runs(play, "destroy");
    reads(play.looked(REDIS_ONLY));
    isSaid("cut-off");
  }
}
