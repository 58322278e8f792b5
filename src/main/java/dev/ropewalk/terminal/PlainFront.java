package dev.ropewalk.terminal;

import dev.ropewalk.play.Front;
import dev.ropewalk.play.Task;
import dev.ropewalk.play.Workplace;
import dev.ropewalk.session.Input;
import dev.ropewalk.session.Message;
import dev.ropewalk.session.Prompt;
import dev.ropewalk.session.Word;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/** The course without a terminal: lines come from a pipe, and what is said goes to one. */
public final class PlainFront implements Front {
  private final BufferedReader in;
  private final PrintWriter out;
  private final Sheet sheet;
  private final Workplace workplace;
  private final BlockingQueue<Task> tasks = new LinkedBlockingQueue<>();

  public PlainFront(BufferedReader in, PrintWriter out, Sheet sheet, Workplace workplace) {
    this.in = in;
    this.out = out;
    this.sheet = sheet;
    this.workplace = workplace;
  }

  /** Works until the lines or the session end. */
  public void work(Consumer<Input> offer) throws InterruptedException {
    while (true) {
      switch (tasks.take()) {
        case Task.Read(var prompt) -> offer.accept(new Input.Typed(read(prompt)));
        case Task.Run(var line) -> offer.accept(workplace.run(line));
        case Task.Expand(var words) -> offer.accept(workplace.expand(words));
        case Task.Jobs() -> offer.accept(new Input.Jobs(workplace.jobs()));
        case Task.Leave() -> {
          return;
        }
      }
    }
  }

  private String read(Prompt prompt) throws InterruptedException {
    try {
      String line = in.readLine();
      String typed = line == null ? ":quit" : rest(line);
      print(PromptText.draw(sheet, prompt, workplace.directory()) + typed + System.lineSeparator());
      return typed;
    } catch (IOException e) {
      return ":quit";
    }
  }

  /** A line with those that the shell would wait for. */
  private String rest(String first) throws IOException, InterruptedException {
    StringBuilder text = new StringBuilder(first);
    while (!Word.isMeant(first) && workplace.isUnfinished(text.toString())) {
      String line = in.readLine();
      if (line == null) {
        break;
      }
      text.append('\n').append(line);
    }
    return text.toString();
  }

  private void print(String text) {
    out.print(text);
    out.flush();
  }

  @Override
  public void say(Message message) {
    if (message instanceof Message.Waiting) {
      return; // Nobody is there to end the wait.
    }
    print(sheet.print(new MessageView(sheet).lines(message)));
  }

  @Override
  public void run(String line) {
    tasks.add(new Task.Run(line));
  }

  @Override
  public void expand(String words) {
    tasks.add(new Task.Expand(words));
  }

  @Override
  public void askJobs() {
    tasks.add(new Task.Jobs());
  }

  @Override
  public void ready(Prompt prompt) {
    tasks.add(new Task.Read(prompt));
  }

  @Override
  public void reprompt(Prompt prompt) {
    // The next line gets the prompt that is true when it is read.
  }

  @Override
  public void quit() {
    tasks.add(new Task.Leave());
  }
}
