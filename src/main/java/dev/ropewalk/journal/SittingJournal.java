package dev.ropewalk.journal;

import dev.ropewalk.engine.EngineEvent;
import dev.ropewalk.lesson.LessonId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * The journal as one sitting sees it and writes it.
 *
 * @param hide takes out of a command line, what must not be kept
 * @param at is told the lesson of each entry, before it is written
 */
public record SittingJournal(
    Journal journal, Sitting sitting, UnaryOperator<String> hide, Consumer<LessonId> at) {
  /** One of which nobody else follows where the learner is. */
  public SittingJournal(Journal journal, Sitting sitting, UnaryOperator<String> hide) {
    this(journal, sitting, hide, _ -> {});
  }

  /** How far the learner is in the sitting's course, on its engine. */
  public Progress progress() {
    return JournalReader.settling(journal.file()).on(sitting.course(), sitting.engine());
  }

  /** Leaves it so that the next start is quick. */
  public void settle() {
    JournalReader unused = JournalReader.settling(journal.file());
  }

  /**
   * Adds an entry and brings it to the disk.
   *
   * @throws JournalProblem when the disk refuses; the message names the file
   */
  public void append(Instant when, LessonId lesson, Entry entry) {
    at.accept(lesson);
    journal.append(new JournalLine(when, sitting, lesson, kept(entry)));
  }

  /** The entry as it is kept: command lines and labels without their secrets. */
  private Entry kept(Entry entry) {
    return switch (entry) {
      case Entry.LineBegan(var line) -> new Entry.LineBegan(hide.apply(line));
      case Entry.Ran ran ->
          new Entry.Ran(
              hide.apply(ran.line()),
              ran.ran().stream().map(hide).toList(),
              ran.recorded(),
              ran.requests(),
              ran.lane(),
              ran.exitCode(),
              ran.pipe(),
              ran.directory());
      case Entry.Judged(var outcomes) ->
          new Entry.Judged(
              outcomes.stream()
                  .map(it -> new Entry.Outcome(it.check(), it.verdict(), hide.apply(it.says())))
                  .toList());
      case Entry.Happened(var event, var created) -> new Entry.Happened(kept(event), created);
      default -> entry;
    };
  }

  /** Labels are among an event's details. */
  private EngineEvent kept(EngineEvent event) {
    return switch (event) {
      case EngineEvent.ToContainer(var at, var action, var id, var name, var image, var all) ->
          new EngineEvent.ToContainer(at, action, id, name, image, kept(all));
      case EngineEvent.ToImage(var at, var action, var id, var name, var all) ->
          new EngineEvent.ToImage(at, action, id, name, kept(all));
      case EngineEvent.ToNetwork(var at, var action, var id, var name, var container, var all) ->
          new EngineEvent.ToNetwork(at, action, id, name, container, kept(all));
      case EngineEvent.ToVolume(var at, var action, var id, var container, var all) ->
          new EngineEvent.ToVolume(at, action, id, container, kept(all));
      case EngineEvent.ToOther(var at, var type, var action, var id, var all) ->
          new EngineEvent.ToOther(at, type, action, id, kept(all));
    };
  }

  private Map<String, String> kept(Map<String, String> details) {
    Map<String, String> kept = new HashMap<>();
    details.forEach(
        (name, value) -> {
          String variable = name.replaceAll("\\W", "_") + "=";
          String hidden = hide.apply(variable + "value").substring(variable.length());
          kept.put(name, hidden.equals("value") ? value : hidden);
        });
    return kept;
  }
}
