package dev.ropewalk.cli;

import dev.ropewalk.check.inside.InsideAnswer;
import dev.ropewalk.engine.docker.DockerJavaEngine;
import dev.ropewalk.meeting.Answer;
import dev.ropewalk.meeting.Request;
import dev.ropewalk.meeting.RunningCourse;
import dev.ropewalk.session.Consultation;
import dev.ropewalk.session.Message;
import dev.ropewalk.terminal.MessageView;
import dev.ropewalk.terminal.Sheet;
import dev.ropewalk.verify.Judge;
import dev.ropewalk.verify.LiveProbes;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * Looks into a container: through the course that is running, whose engine may be one of its own,
 * or else on the engine that the docker command uses.
 */
@Command(
    name = "inside",
    description =
        "Show the namespaces, limits, rights and processes of a running container, beside its host's.")
final class InsideCommand implements Callable<Integer> {
  private final Context context;

  @Parameters(
      paramLabel = "NAME",
      arity = "0..1",
      description = "The container; by default the running one that was made last.")
  private String name = "";

  InsideCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    String word = Consultation.INSIDE.name().toLowerCase(Locale.ROOT);
    Map<String, String> details = new HashMap<>(Drawing.details(context.environment()));
    details.put("value", name);
    try {
      return AskCommand.show(
          context, RunningCourse.find(context.places().pointer()).ask(new Request(word, details)));
    } catch (RunningCourse.NotRunning e) {
      return AskCommand.show(context, look());
    }
  }

  private Answer look() {
    DockerJavaEngine engine = context.engine();
    InsideAnswer answer =
        new Judge(engine, new LiveProbes(engine), context.commands()).inside(name);
    return answer(answer, context.sheet());
  }

  /** What is shown where one was looked into, and what is said where there was none. */
  static Answer answer(InsideAnswer answer, Sheet sheet) {
    String text = sheet.print(new MessageView(sheet).lines(new Message.Inside(answer)));
    return answer instanceof InsideAnswer.Seen ? Answer.result(text) : Answer.notPassed(text);
  }
}
