package dev.ropewalk.terminal;

import dev.ropewalk.play.Front;
import dev.ropewalk.session.Input;
import java.util.function.Consumer;

/** A front beside the learner's own shells. */
public sealed interface BesideFront extends Front permits WatchFront, PlainWatch {
  /** Works until the session ends. Called by the thread that owns the terminal. */
  void work(Consumer<Input> offer) throws InterruptedException;

  /** Shows what a line of ropewalk's own has printed. For any thread. */
  void print(String text);

  /** So many shells of the learner's take part. For any thread. */
  void shells(int count);
}
