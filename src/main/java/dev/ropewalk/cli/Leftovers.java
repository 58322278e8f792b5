package dev.ropewalk.cli;

import dev.ropewalk.sandbox.SandboxProblem;
import dev.ropewalk.sandbox.Sandboxes;
import dev.ropewalk.scratch.ScratchFolder;

/** What processes of ropewalk that were killed have left on this machine. */
final class Leftovers {
  private Leftovers() {}

  /** Removes them in the background: nobody waits for it, and the next start tries again. */
  static void sweep(Sandboxes sandboxes) {
    Thread unused =
        Thread.ofPlatform()
            .daemon()
            .name("sweep")
            .start(
                () -> {
                  ScratchFolder.sweep();
                  try {
                    sandboxes.sweep();
                  } catch (SandboxProblem e) {
                    // Who starts one is told.
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                });
  }
}
