package dev.ropewalk.sandbox;

import java.nio.file.Path;
import java.util.List;

/** A way to get private engines on this machine. Safe for use by many threads. */
public interface Sandboxes {
  /** How far such an engine is apart from the machine. */
  TrustLevel trust();

  /**
   * What this machine lacks for it, each a sentence that says how to get it; empty when all is
   * there.
   */
  List<String> missing();

  /**
   * Starts an engine and waits until it answers and has its images. Removes first what crashed
   * processes have left.
   *
   * @throws SandboxProblem when the engine cannot be started; nothing of it is left then
   * @throws InterruptedException if this thread is interrupted; nothing is left then either
   */
  Sandbox start(SandboxPlan plan) throws InterruptedException;

  /**
   * Removes what crashed processes have left, as {@link #start} does, where that is possible and
   * there is any.
   */
  void sweep() throws InterruptedException;

  /**
   * Writes what the engine of a plan has after pulling some images into a file that {@link
   * SandboxPlan#stored} takes: an engine so started has them at once. The file fits the same
   * version of the engine.
   *
   * @param file is replaced when it exists
   */
  void store(SandboxPlan plan, List<String> images, Path file) throws InterruptedException;
}
