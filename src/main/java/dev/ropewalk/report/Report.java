package dev.ropewalk.report;

import dev.ropewalk.scorecard.Results;
import dev.ropewalk.text.Sha256;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A format of results. All words of students in them are somebody else's: each format makes what it
 * would take for its own signs harmless.
 */
public interface Report {
  /**
   * What needs no other name on any file system; without a point, so that no other gets the same.
   */
  Pattern PLAIN = Pattern.compile("[A-Za-z0-9_-]{1,80}");

  /** What it is asked for by, for instance {@code json}. */
  String name();

  /** The files that it consists of. */
  List<File> files(Results results);

  /**
   * A file of a report.
   *
   * @param path from the folder of the reports, with {@code /}; made of our own words and {@link
   *     #fileName}
   */
  record File(String path, String text) {}

  /** What keeps it from being made here; empty where nothing does. */
  default Optional<String> obstacle() {
    return Optional.empty();
  }

  /**
   * All formats; nothing else lists them.
   *
   * @param environment of the process, in which a runner says what it is for
   */
  static List<Report> all(Map<String, String> environment) {
    return List.of(
        new JsonReport(),
        new HtmlReport(),
        new JUnitReport(),
        new TapReport(),
        new CtrfReport(),
        new GitHubReport(),
        new GradescopeReport(),
        new Classroom50Report(environment),
        new CanvasReport(),
        new MoodleReport());
  }

  /**
   * The name of a submission as a part of a path: letters, digits, {@code . _ -} and nothing else,
   * and another one for each submission.
   */
  static String fileName(String submission) {
    if (PLAIN.matcher(submission).matches()) {
      return submission;
    }
    String words = submission.replaceAll("[^A-Za-z0-9_-]+", "_");
    String start = words.substring(0, Math.min(40, words.length()));
    return start + "." + Sha256.of(submission).substring(0, 16);
  }
}
