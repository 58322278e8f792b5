package dev.ropewalk.session;

import dev.ropewalk.engine.World;
import dev.ropewalk.journal.Entry;
import dev.ropewalk.journal.LaidFiles;
import dev.ropewalk.journal.LessonProgress;
import dev.ropewalk.lesson.Lesson;
import dev.ropewalk.lesson.Script;
import dev.ropewalk.lesson.Step;
import dev.ropewalk.text.ShellQuote;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Sets up a step before the learner sees it: goes to the lesson's working folder, and runs the
 * lesson's own command lines there. What they make belongs to the lesson, and none of it counts as
 * done by the learner.
 */
public final class SettingUp {
  /**
   * Runs command lines up to the first that fails, in a shell of their own. Nothing is seen of them
   * but the end of what they said when one has failed.
   */
  private static final String UNSEEN =
      "( said=$(set -e; cd -- %s; unalias -a; eval %s 2>&1 </dev/null); code=$?;"
          + " if [ \"$code\" -ne 0 ]; then printf '%%s\\n' \"$said\" | tail -n 20; fi;"
          + " exit \"$code\" )";

  /** Begins the line that leads to the working folder. */
  private static final String WAY = "cd -- ";

  private final Turn turn;

  SettingUp(Turn turn) {
    this.turn = turn;
  }

  /** Sets up the step that has just been opened, and then does an errand. */
  void begin(Optional<Errand> errand) {
    State state = turn.state();
    Step step = state.step().orElseThrow();
    List<String> lines = new ArrayList<>();
    Optional<String> folder = state.standing().laid().map(LaidFiles::folder);
    if (folder.isPresent() && state.number() == 1) {
      lines.add(way(folder.get()));
    }
    if (!step.setup().isEmpty()) {
      lines.add(unseen(step.setup(), folder.orElse(".")));
    }
    turn.errand(errand);
    if (lines.isEmpty()) {
      over();
    } else {
      turn.script(lines);
      turn.beginLine();
      next();
    }
  }

  private void next() {
    List<String> script = turn.state().script();
    String line = script.getFirst();
    turn.script(script.subList(1, script.size()));
    if (line.startsWith(WAY)) {
      sayToPrompt(line);
    } else {
      turn.note(Phrases.SETTING_UP);
    }
    turn.run(line, Phase.By.SETUP);
  }

  /** The shell at the prompt is the learner's, who then finds it somewhere else. */
  private void sayToPrompt(String line) {
    if (turn.state().manner().hasShell()) {
      turn.say(new Message.Typing(line));
    }
  }

  private static String way(String folder) {
    return WAY + ShellQuote.of(folder);
  }

  /** A lesson is gone on with: goes to its working folder, and then gives the step. */
  void goBack(LaidFiles laid, Optional<Errand> errand) {
    turn.record(new Entry.FilesLaid(laid));
    turn.script(List.of());
    turn.errand(errand);
    sayToPrompt(way(laid.folder()));
    turn.run(way(laid.folder()), Phase.By.WAY);
  }

  /**
   * Types the solution in the lesson's working folder, wherever the shell is: files are judged
   * there.
   */
  void typeThere() {
    LessonProgress standing = turn.state().standing();
    Optional<LaidFiles> laid = standing.laid();
    boolean isThere =
        turn.state().manner().hasShell() && Evidence.whereabouts(standing).wayBack().isEmpty();
    if (laid.isEmpty() || isThere) {
      new Typing(turn).typeNext(Phase.By.SOLUTION);
      return;
    }
    turn.record(new Entry.FilesLaid(laid.get()));
    turn.say(new Message.Typing(way(laid.get().folder())));
    turn.run(way(laid.get().folder()), Phase.By.WAY);
  }

  /** The shell is in the working folder, or could not go there. */
  private void isThere(Input.Finished finished) {
    Optional<Errand> errand = turn.state().errand();
    if (finished.shell() == Input.Finished.Shell.ENDED) {
      turn.note(Phrases.shellEnded(finished.exitCode()));
      turn.effect(new Effect.Quit());
    } else if (!turn.state().script().isEmpty()) {
      if (finished.exitCode() == 0) {
        new Typing(turn).typeNext(Phase.By.SOLUTION);
      } else {
        turn.dropErrand();
        turn.say(new Message.Trouble(Phrases.NO_FOLDER));
        turn.ready();
      }
    } else {
      turn.dropErrand();
      new Entering(turn).recallOrResume(errand);
    }
  }

  /** A line has ended. */
  void ran(Phase.By by, Input.Finished finished) {
    if (by == Phase.By.WAY) {
      isThere(finished);
      return;
    }
    new Following(turn).lineEnded(finished.asked());
    if (finished.shell() == Input.Finished.Shell.ENDED) {
      turn.note(Phrases.shellEnded(finished.exitCode()));
      turn.effect(new Effect.Quit());
    } else if (finished.exitCode() != 0) {
      turn.dropErrand();
      turn.say(new Message.Trouble(Phrases.setupFailed(finished.exitCode())));
      turn.ready();
    } else if (turn.state().script().isEmpty()) {
      turn.look(new Phase.Then.SetUp());
    } else {
      next();
    }
  }

  /** The engine shows what the lines have made. */
  void looked(World world) {
    new Following(turn).looked(world);
    turn.forgetLines();
    over();
  }

  /** The step is as its lesson wants it to begin. */
  private void over() {
    Optional<LaidFiles> laid = turn.state().standing().laid();
    if (laid.isEmpty()) {
      begins(Input.FilesSeen.NONE);
      return;
    }
    List<String> judged = turn.state().lesson().orElseThrow().judgedFiles();
    if (laid.get().digests().isEmpty() && judged.isEmpty()) {
      begins(Input.FilesSeen.NONE);
    } else {
      turn.phase(new Phase.Noting());
      turn.effect(new Effect.LookAtFiles(laid.get(), judged));
    }
  }

  /** The lesson's files have been looked at. */
  void noted(Input.FilesSeen files) {
    if (turn.state().phase() instanceof Phase.Noting) {
      begins(files);
    }
  }

  private void begins(Input.FilesSeen files) {
    State state = turn.state();
    turn.record(
        new Entry.StageNoted(StageSetting.note(state.standing().owned(), state.world(), files)));
    turn.freshStep();
    if (new Playing(turn).waitsBefore(state.errand())) {
      new Playing(turn).pause();
    } else {
      turn.say(state.text(state.step().orElseThrow()));
      new Opening(turn).setUp(state.errand());
    }
  }

  /** Whether the open step was left before its setup was over. */
  static boolean isCutOff(State state) {
    return state.standing().open().filter(open -> open.beginning().isEmpty()).isPresent()
        && state.step().filter(step -> !step.setup().isEmpty()).isPresent();
  }

  /** What a lesson with a working folder tells of it. */
  static String folder(Lesson lesson, LaidFiles laid, Manner manner) {
    return Phrases.workingFolder(
        ShellQuote.of(laid.folder()), lesson.folder().orElseThrow().files().size(), manner);
  }

  /** The command line that sets up without being seen, with the exit code of what fails. */
  public static String unseen(Script setup, String folder) {
    return UNSEEN.formatted(ShellQuote.of(folder), ShellQuote.of(setup.text()));
  }
}
