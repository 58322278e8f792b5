package dev.ropewalk.cli;

import dev.ropewalk.lesson.AnswerFolder;
import dev.ropewalk.lesson.Answers;
import dev.ropewalk.lesson.Course;
import dev.ropewalk.lesson.Lesson;
import dev.ropewalk.lesson.LessonId;
import dev.ropewalk.proof.MutantShare;
import dev.ropewalk.proof.ProofScope;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say what of lessons is proved. */
final class ScopeOptions {
  private static final Pattern PART = Pattern.compile("(\\d{1,4})/(\\d{1,4})");

  @Option(
      names = "--part",
      paramLabel = "I/N",
      description = "Of the wrong answers that are made, only every N-th, from the I-th on.")
  private String part = "1/1";

  @Option(
      names = "--answers",
      paramLabel = "DIR",
      description =
          "A folder of answers that were written by people who have not read the checks, a file"
              + " `NN-slug.yaml` for a lesson; otherwise the `answers/` of the course, if it has one.")
  private @Nullable Path answers;

  @Option(
      names = "--only",
      paramLabel = "KIND",
      split = ",",
      description =
          "Try only these: lesson (played from end to end), untouched (the `script:` checks, where"
              + " nothing is done but the setup: names those that pass, and what could not be run),"
              + " accept, mistakes, answers, mutants.")
  private Set<ProofScope.Kind> kinds = EnumSet.allOf(ProofScope.Kind.class);

  @Option(
      names = "--follow",
      paramLabel = "WHICH",
      description =
          "After which wrong answers to type what the learner is told, up to three times, and then"
              + " `:skip`: none; wrong (mistakes and answers, the default; doubles their time); all"
              + " (mutants, too).")
  private ProofScope.Follow follow = ProofScope.Follow.WRONG;

  /**
   * What is tried.
   *
   * @throws WrongUse when an option says nothing of sense
   * @throws dev.ropewalk.text.BrokenSource when a file of answers is broken
   */
  ProofScope of(Course course, List<Lesson> lessons) {
    return new ProofScope(kinds, share(), follow, answers(course, lessons));
  }

  /** The answers to these lessons; files for other lessons may lie beside them. */
  private Map<LessonId, Answers> answers(Course course, List<Lesson> lessons) {
    if (answers != null && !Files.isDirectory(answers)) {
      throw new WrongUse(
          "`" + answers + "` is no folder", "name one with files such as `10-boxes.yaml`");
    }
    AnswerFolder folder =
        answers == null ? course.answers() : new AnswerFolder(answers.toString(), answers);
    return lessons.stream().collect(Collectors.toMap(Lesson::id, folder::of));
  }

  private MutantShare share() {
    Matcher matcher = PART.matcher(part);
    if (matcher.matches()) {
      int number = Integer.parseInt(matcher.group(1));
      int of = Integer.parseInt(matcher.group(2));
      if (number >= 1 && number <= of) {
        return new MutantShare(number, of);
      }
    }
    throw new WrongUse("`" + part + "` is no part", "write for instance `--part 1/4`");
  }
}
