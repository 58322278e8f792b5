package dev.ropewalk.check.object;

import dev.ropewalk.check.Claim;
import java.util.List;

/** A claim about a file on the learner's disk, which may be there before they do anything. */
interface LearnersFile extends Claim {
  /**
   * Relative to the lesson's own folder, or else to where the learner's shell is; may use
   * variables.
   */
  String path();

  @Override
  default boolean needsAct() {
    return false;
  }

  @Override
  default List<String> files() {
    return List.of(path());
  }

  @Override
  default boolean needsFile() {
    return true;
  }
}
