package dev.ropewalk.cli;

import dev.ropewalk.grade.Pseudonyms;
import dev.ropewalk.scorecard.Results;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Whether reports name anybody. */
final class PseudonymsOption {
  @Option(
      names = "--pseudonyms",
      description =
          "Put pseudonyms for names in all reports; the key to them stays in the folder of the"
              + " results. `merge` then leaves out logs and evidence, which have the names.")
  private boolean pseudonyms;

  /** Whether nobody is to be named. */
  boolean areWanted() {
    return pseudonyms;
  }

  /**
   * Results as reports are to have them.
   *
   * @param folder that has the key, or gets one
   */
  Results in(Results named, Path folder) throws IOException {
    return pseudonyms ? Pseudonyms.of(folder).in(named) : named;
  }
}
