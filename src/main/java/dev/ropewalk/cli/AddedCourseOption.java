package dev.ropewalk.cli;

import dev.ropewalk.library.AddedCourse;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** An added course to which something is done, and whether that is asked about. */
final class AddedCourseOption {
  @Option(names = "--yes", description = "Show, but do not ask.")
  private boolean yes;

  @Parameters(paramLabel = "NAME", description = "An added course.")
  private String name = "";

  String name() {
    return name;
  }

  /** The course. */
  AddedCourse of(Context context) {
    return context.library().get(name);
  }

  /**
   * Whether it may be done.
   *
   * @param why what is told where nobody can be asked
   */
  boolean agrees(String why, String question) {
    return yes || YesNo.ask(why, question);
  }
}
