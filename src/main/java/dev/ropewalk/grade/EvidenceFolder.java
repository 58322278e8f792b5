package dev.ropewalk.grade;

import dev.ropewalk.grade.submission.Submission;
import dev.ropewalk.lesson.LessonId;
import dev.ropewalk.scorecard.Scorecard;
import dev.ropewalk.text.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Keeps what results stand on: for each submission and lesson the command lines as they were handed
 * in, what they have printed, the session's journal with the recorder's record and the events, and
 * what was seen of the engine when each step was judged. Safe for use by several threads, each with
 * submissions of its own.
 *
 * @param out the folder of the results
 * @param name makes the name of a folder of a submission's id
 * @param earlier how many gradings have kept theirs in the same folder: each has a place of its
 *     own, since a log names the files with their hashes
 */
record EvidenceFolder(Path out, UnaryOperator<String> name, int earlier) {
  static final String JOURNAL = "journal.jsonl";
  static final String FACTS = "facts.json";
  private static final String PRINTED = "output.txt";

  /** Keeps what came of a lesson. */
  List<Scorecard.EvidenceFile> keep(
      String submission, LessonId lesson, Submission.Part handedIn, Replayed replayed)
      throws IOException {
    String folder = folder() + "/" + name.apply(submission) + "/" + lesson.slug() + "/";
    return List.of(
        write(folder + Submission.COMMANDS, handedIn.commands().text() + "\n"),
        write(folder + PRINTED, replayed.printed()),
        write(folder + JOURNAL, replayed.journal()),
        write(folder + FACTS, replayed.facts()));
  }

  private String folder() {
    return earlier == 0 ? "evidence" : "evidence-" + (earlier + 1);
  }

  private Scorecard.EvidenceFile write(String path, String text) throws IOException {
    byte[] content = text.getBytes(StandardCharsets.UTF_8);
    Path file = out.resolve(path);
    Files.createDirectories(file.resolveSibling(""));
    Files.write(file, content);
    return new Scorecard.EvidenceFile(path, content.length, Sha256.of(content));
  }
}
