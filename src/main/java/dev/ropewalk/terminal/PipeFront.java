package dev.ropewalk.terminal;

import dev.ropewalk.play.Workplace;
import dev.ropewalk.session.Message;
import dev.ropewalk.session.Prompt;
import java.io.BufferedReader;
import java.io.PrintWriter;

/** A front without a terminal: lines come from a pipe, and what is said goes to one. */
abstract sealed class PipeFront extends TaskFront permits PlainFront, PlainWatch {
  private final BufferedReader in;
  private final PrintWriter out;
  private final Sheet sheet;

  PipeFront(BufferedReader in, PrintWriter out, Sheet sheet, Workplace workplace) {
    super(workplace);
    this.in = in;
    this.out = out;
    this.sheet = sheet;
  }

  BufferedReader in() {
    return in;
  }

  Sheet sheet() {
    return sheet;
  }

  /** Shows what is ready to be printed. For any thread. */
  public synchronized void print(String text) {
    out.print(text);
    out.flush();
  }

  @Override
  public void say(Message message) {
    if (message instanceof Message.Waiting || message instanceof Message.Comes) {
      return; // Nobody is there to end the wait, or to watch it.
    }
    print(sheet.print(new MessageView(sheet).lines(message)));
  }

  @Override
  public void reprompt(Prompt prompt) {
    // The next line gets the prompt that is true when it is read.
  }
}
