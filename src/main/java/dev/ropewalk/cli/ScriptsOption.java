package dev.ropewalk.cli;

import dev.ropewalk.verify.Scripts;
import java.nio.file.Path;
import java.util.function.Supplier;
import picocli.CommandLine.Option;

/** The option that keeps the scripts of a course from running. */
final class ScriptsOption {
  @Option(
      names = "--no-scripts",
      description = "Run no script of the course; a check that is one is then not judged.")
  private boolean refused;

  /**
   * What is done with scripts.
   *
   * @param folder where the learner is
   */
  Scripts scripts(Context context, Supplier<Path> folder) {
    return refused ? new Scripts.Refused() : new Scripts.Run(folder, context.address().variables());
  }
}
