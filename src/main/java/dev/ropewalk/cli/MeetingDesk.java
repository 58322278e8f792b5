package dev.ropewalk.cli;

import dev.ropewalk.check.Verdict;
import dev.ropewalk.check.inside.InsideAnswer;
import dev.ropewalk.meeting.Answer;
import dev.ropewalk.meeting.Request;
import dev.ropewalk.play.LiveStage;
import dev.ropewalk.session.Consultation;
import dev.ropewalk.session.Message;
import dev.ropewalk.terminal.MessageView;
import dev.ropewalk.terminal.Sheet;
import dev.ropewalk.terminal.WordNames;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jline.utils.AttributedString;

/**
 * Answers what commands in other terminals ask of this course. For any thread.
 *
 * @param stage of the session that is asked
 * @param names how the course's words are named in another terminal
 * @param shells answers what is not for the session, but for the learner's own shells
 */
record MeetingDesk(LiveStage stage, WordNames names, Function<Request, Answer> shells)
    implements Function<Request, Answer> {
  /** Longer than the longest round of judging. */
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @Override
  public Answer apply(Request request) {
    return Consultation.find(request.word())
        .map(what -> consult(what, request.detail("value"), Drawing.sheet(request).with(names)))
        .orElseGet(() -> shells.apply(request));
  }

  private Answer consult(Consultation what, String argument, Sheet sheet) {
    try {
      MessageView view = new MessageView(sheet);
      List<Message> messages = stage.consult(what, argument, PATIENCE);
      List<AttributedString> lines =
          messages.stream().flatMap(message -> view.lines(message).stream()).toList();
      String text = sheet.print(lines);
      return messages.stream().anyMatch(message -> fails(what, message))
          ? Answer.notPassed(text)
          : Answer.result(text);
    } catch (TimeoutException e) {
      return Answer.refusal("error: the course does not answer; it may be ending\n");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Answer.refusal("error: the course is ending\n");
    }
  }

  private static boolean fails(Consultation what, Message message) {
    return message instanceof Message.Inside(InsideAnswer.NotSeen _)
        || what == Consultation.ANSWER
            && message instanceof Message.Verdicts(var lines, _)
            && lines.stream().anyMatch(line -> line.verdict() instanceof Verdict.Failed);
  }
}
