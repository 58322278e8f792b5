package dev.ropewalk.terminal;

import dev.ropewalk.play.Workplace;
import dev.ropewalk.session.Input;
import dev.ropewalk.session.Prompt;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.function.Consumer;

/**
 * The course beside the learner's shells where there is no terminal: what is said goes to a pipe,
 * and ropewalk's words come from one, with or without a colon. Its end is the end.
 */
public final class PlainWatch extends PipeFront implements BesideFront {
  public PlainWatch(BufferedReader in, PrintWriter out, Sheet sheet, Workplace workplace) {
    super(in, out, sheet, workplace);
  }

  @Override
  public void work(Consumer<Input> offer) throws InterruptedException {
    untilLeft(offer);
  }

  /** Lines of ropewalk's own run while a word is waited for. */
  @Override
  void read(Prompt prompt, Consumer<Input> offer) {
    var unused = Thread.ofPlatform().name("words").daemon().start(() -> offer.accept(word(prompt)));
  }

  private Input word(Prompt prompt) {
    try {
      String line = in().readLine();
      if (line == null) {
        return new Input.Typed(":quit");
      }
      boolean bare = prompt.question() == Prompt.Question.NONE && !line.startsWith(":");
      return new Input.Typed(bare && !line.isBlank() ? ":" + line.strip() : line);
    } catch (IOException e) {
      return new Input.Typed(":quit");
    }
  }

  @Override
  public void shells(int count) {
    // They are seen where they are.
  }
}
