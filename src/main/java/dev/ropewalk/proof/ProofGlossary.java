package dev.ropewalk.proof;

import dev.ropewalk.proof.Followed.End;
import dev.ropewalk.proof.TrialRow.Outcome;
import dev.ropewalk.text.MarkdownPage;
import java.util.Arrays;
import java.util.List;

/** What the words of a proof mean and what an author does about them, as Markdown. */
public final class ProofGlossary {
  private static final String BEGINNING =
      """
      ## What a proof says

      `ropewalk author prove LESSON` opens each step as a learner finds it, types one answer, and looks what comes of it. Its table has
      a row for each lesson; below it, each trial that did not end as it must is listed with what was typed and what the learner
      read. It ends with `proved:` (exit code 0), or with `not proved` and, for each lesson that is not, the reasons (exit code 1). A lesson
      holds or does not by itself, whatever is proved beside it. All must hold but these: of the
      mutants of a lesson %1$s %% must be killed or explained, of its wrong answers %1$s %% must be mended by what is told, and of the answers
      in `answers/` one in a hundred may be misjudged. The wrong answers of a step are tried one after the
      other on one engine, each after `:retry`: the log of a container of an earlier step still has what earlier answers wrote there,
      but for a check with `since: step`.
      """
          .formatted(Proof.ENOUGH);

  private static final String ENDINGS =
      """
      A mutant is a wrong answer that is made from the solution by one change: a flag left out, another port, name or image, a command
      left out, a line of a written file left out, the container stopped afterwards. These are the words for how a trial ended, and what
      to do about them:
      """;

  private static final String FOLLOWED =
      """
      After each wrong answer that is named in `mistakes` or `answers/`, the proof also types the commands that the learner is told,
      three times at most, unless `--follow none` is given:
      """;

  private static final String HARM =
      """
      `locked` is a step that is not done then, and that `:skip` does not bring to its end either: look whether its solution works from
      there. `harmed` is where something that was there before the lesson is not as it was: a command that the learner is told, or
      the solution, removes too much. `tried twice` lists what held at the second attempt only; where that is so on an idle machine, a
      check needs `within`.

      `--json FILE` writes all of it: `holds`, sums of the mutants, and `lessons`, each with `lesson`, `holds`, `objections` (why it does
      not) and `steps`. A step has `trials`, in which `trial` is the kind (`untouched`, `idle`, `solution`, `accept`, `mistake`, `mutant`
      and so on), `script` what was typed, `outcome` a word of the table above, `reason` why, `read` what the learner read, `milliseconds`
      how long it took with the opening of the step, and `followed` what came of doing as told.
      """;

  private ProofGlossary() {}

  /** The section, without a line end. */
  public static String text() {
    return new MarkdownPage()
        .paragraph(BEGINNING)
        .table(
            List.of("column", "meaning"),
            ProofTable.HEADINGS.stream()
                .map(heading -> List.of("`" + heading + "`", column(heading)))
                .toList())
        .paragraph(ENDINGS)
        .table(
            List.of("word", "meaning", "what to do"),
            Arrays.stream(Outcome.values())
                .map(it -> List.of("`" + ProofTable.heading(it) + "`", meaning(it), remedy(it)))
                .toList())
        .paragraph(FOLLOWED)
        .table(
            List.of("word", "meaning", "what to do"),
            Arrays.stream(End.values())
                .map(it -> List.of("`" + it.word() + "`", meaning(it), remedy(it)))
                .toList())
        .paragraph(HARM)
        .text()
        .strip();
  }

  private static String meaning(End end) {
    return switch (end) {
      case MENDED -> "the step was done";
      case LOOP -> "the learner is told once more what they have just done";
      case UNMENDED -> "each time something else is told, and the step is not done";
      case NOTHING -> "nothing is told that could be typed";
    };
  }

  private static String remedy(End end) {
    return switch (end) {
      case MENDED -> "nothing";
      case NOTHING -> "nothing; it is no failure, though a command would help the learner more";
      case LOOP, UNMENDED ->
          "the lesson is not proved: ask for what is wrong by a check of its own, before the others, or give the words and what to type by a `diagnose` with `instead`; where what ropewalk computes is wrong, report it";
    };
  }

  private static String column(String heading) {
    return switch (heading) {
      case "lesson" -> "its slug";
      case "steps" -> "how many it has";
      case "untouched" ->
          "how many steps pass although nothing was done, on an engine where the lesson has not begun or after the steps before; none may";
      case "solutions" ->
          "how many held, of all: each solution is typed in two runs through the lesson, the second on what the first has left";
      case "accepts" -> "how many of the other right answers passed";
      case "mistakes" ->
          "how many of the wrong answers of `mistakes` failed, and the learner read all words of `says`";
      case "mutants" -> "how many were killed, of all";
      case "unnamed" -> "how many mutants failed in words that do not help";
      case "survived" -> "how many mutants passed";
      case "explained" -> "how many passed or were not named, and `survivors` says why they may";
      case "seconds" -> "how long it took";
      default -> throw new IllegalArgumentException(heading);
    };
  }

  private static String meaning(Outcome outcome) {
    return switch (outcome) {
      case HOLDS -> "it ended as it must";
      case FAILS ->
          "it did not: a solution or an `accept` does not pass, a mistake passes or is told other words than `says`, a step passes untouched, or an entry of `survivors` explains nothing";
      case ERRORED -> "nothing is known, for the machine or ropewalk had trouble";
      case REFUSED -> "a right answer of `answers/` does not pass";
      case PASSED -> "a wrong answer of `answers/` passes";
      case SILENT -> "a wrong answer does not pass, but the learner is told nothing";
      case UNSAID ->
          "a wrong answer does not pass, but the words that its author hoped for are not told";
      case KILLED -> "a mutant does not pass, and the learner reads what is wrong";
      case UNNAMED ->
          "a mutant does not pass, but nothing that the learner reads names what was changed";
      case SURVIVED -> "a mutant passes";
      case EXPLAINED -> "the same, and `survivors` of the step names it with the reason";
      case EMPTY -> "a `script` check passes although nothing was done";
      case UNWRITTEN -> "a `script` check does nothing but to pass";
      case UNRUN -> "a `script` check lacks something here, such as a program or the network";
    };
  }

  private static String remedy(Outcome outcome) {
    return switch (outcome) {
      case HOLDS, KILLED, EXPLAINED -> "nothing";
      case FAILS -> "mend what is listed: the checks, the answer, or the words of `says`";
      case ERRORED -> "prove it once more";
      case REFUSED ->
          "ask for what the exercise wants, not for one way to it; add the answer to `accept`";
      case PASSED -> "add a check of what is wrong in it";
      case SILENT -> "ask for something that this answer has an effect on; or add a `diagnose`";
      case UNSAID -> "say more precisely what is expected, or add a `diagnose`";
      case UNNAMED ->
          "say more precisely what is expected, such as `program: httpd`; add words of your own with `diagnose`; or, where other words help as well, name it in `survivors`";
      case SURVIVED ->
          "a check is missing: add one of what was changed. Where it is as right as the solution, add it to `accept`; where the checks need not tell it apart, to `survivors` with `because`";
      case EMPTY, UNWRITTEN -> "write what must be true, best with another noun";
      case UNRUN -> "say it with another noun, or prove it where that is there";
    };
  }
}
