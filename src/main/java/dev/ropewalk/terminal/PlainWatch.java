package dev.ropewalk.terminal;

import dev.ropewalk.play.Task;
import dev.ropewalk.play.Workplace;
import dev.ropewalk.session.Input;
import dev.ropewalk.session.Message;
import dev.ropewalk.session.Prompt;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/**
 * The course beside the learner's shells where there is no terminal: what is said goes to a pipe,
 * and ropewalk's words come from one, with or without a colon. Its end is the end.
 */
public final class PlainWatch implements BesideFront {
  private final BufferedReader in;
  private final PrintWriter out;
  private final Sheet sheet;
  private final Workplace workplace;
  private final BlockingQueue<Task> tasks = new LinkedBlockingQueue<>();

  public PlainWatch(BufferedReader in, PrintWriter out, Sheet sheet, Workplace workplace) {
    this.in = in;
    this.out = out;
    this.sheet = sheet;
    this.workplace = workplace;
  }

  @Override
  public void work(Consumer<Input> offer) throws InterruptedException {
    while (true) {
      switch (tasks.take()) {
        case Task.Read(var prompt) -> {
          var unused =
              Thread.ofPlatform().name("words").daemon().start(() -> offer.accept(read(prompt)));
        }
        case Task.Run(var line) -> offer.accept(workplace.run(line));
        case Task.Expand(var words) -> offer.accept(workplace.expand(words));
        case Task.Jobs() -> offer.accept(new Input.Jobs(workplace.jobs()));
        case Task.Leave() -> {
          return;
        }
      }
    }
  }

  private Input read(Prompt prompt) {
    try {
      String line = in.readLine();
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
  public synchronized void say(Message message) {
    if (message instanceof Message.Waiting) {
      return; // Nobody is there to end the wait.
    }
    print(sheet.print(new MessageView(sheet).lines(message)));
  }

  @Override
  public void shells(int count) {
    // They are seen where they are.
  }

  @Override
  public synchronized void print(String text) {
    out.print(text);
    out.flush();
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
    // Nobody sees one.
  }

  @Override
  public void quit() {
    tasks.add(new Task.Leave());
  }
}
