package dev.ropewalk.cli;

import dev.ropewalk.proof.LessonProof;
import dev.ropewalk.proof.ProofTable;
import dev.ropewalk.proof.Prover;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Tells how far a proof is where its output is no terminal: each lesson when it is proved, and in
 * between a line after the first trial and then now and again. For one thread at a time.
 */
final class PlainProofProgress implements Prover.Listener {
  /** How long nothing is said. */
  static final Duration PAUSE = Duration.ofSeconds(20);

  private final PrintWriter out;
  private final LongSupplier nanoTime;
  private boolean begun;
  private long last;

  /**
   * @param nanoTime as {@link System#nanoTime}
   */
  PlainProofProgress(PrintWriter out, LongSupplier nanoTime) {
    this.out = out;
    this.nanoTime = nanoTime;
  }

  @Override
  public void tried(Prover.Progress progress) {
    long now = nanoTime.getAsLong();
    if (!begun || now - last >= PAUSE.toNanos()) {
      begun = true;
      last = now;
      String typed = progress.row().trial().typed().lines().findFirst().orElse("");
      out.println(
          "%s of %s trials, %s: %s%s"
              .formatted(
                  progress.done(),
                  progress.all(),
                  progress.lesson().id(),
                  progress.row().trial().word(),
                  typed.isEmpty() ? "" : " `" + typed + "`"));
      out.flush();
    }
  }

  @Override
  public void proved(LessonProof lesson) {
    out.println(ProofTable.line(lesson));
    out.flush();
  }
}
