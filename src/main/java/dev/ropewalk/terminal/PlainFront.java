package dev.ropewalk.terminal;

import dev.ropewalk.play.Workplace;
import dev.ropewalk.session.Input;
import dev.ropewalk.session.Prompt;
import dev.ropewalk.session.Word;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.function.Consumer;

/** The course without a terminal: lines come from a pipe, and what is said goes to one. */
public final class PlainFront extends PipeFront {
  public PlainFront(BufferedReader in, PrintWriter out, Sheet sheet, Workplace workplace) {
    super(in, out, sheet, workplace);
  }

  /** Works until the lines or the session end. */
  public void work(Consumer<Input> offer) throws InterruptedException {
    untilLeft(offer);
  }

  @Override
  void read(Prompt prompt, Consumer<Input> offer) throws InterruptedException {
    offer.accept(new Input.Typed(typed(prompt)));
  }

  private String typed(Prompt prompt) throws InterruptedException {
    try {
      String line = in().readLine();
      String typed = line == null ? ":quit" : rest(line);
      print(
          PromptText.draw(sheet(), prompt, workplace().directory())
              + typed
              + System.lineSeparator());
      return typed;
    } catch (IOException e) {
      return ":quit";
    }
  }

  /** A line with those that the shell would wait for. */
  private String rest(String first) throws IOException, InterruptedException {
    StringBuilder text = new StringBuilder(first);
    while (!Word.isMeant(first) && workplace().isUnfinished(text.toString())) {
      String line = in().readLine();
      if (line == null) {
        break;
      }
      text.append('\n').append(line);
    }
    return text.toString();
  }
}
