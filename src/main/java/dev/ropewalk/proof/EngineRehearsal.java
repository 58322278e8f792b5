package dev.ropewalk.proof;

import dev.ropewalk.check.History;
import dev.ropewalk.check.Verdict;
import dev.ropewalk.check.value.Variables;
import dev.ropewalk.command.CommandTable;
import dev.ropewalk.engine.World;
import dev.ropewalk.lesson.Course;
import dev.ropewalk.lesson.Lesson;
import dev.ropewalk.lesson.Script;
import dev.ropewalk.lesson.Step;
import dev.ropewalk.verify.Judge;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Plays lessons at a venue, in a shell with a terminal of its own. Each opening has a folder, a
 * shell and a journal of its own.
 */
final class EngineRehearsal implements Rehearsal {
  private final Course course;
  private final Venue venue;
  private final CommandTable commands;
  private final Judge judge;
  private @Nullable Scenery scenery;
  private @Nullable Checkpoint checkpoint;

  /**
   * @param venue is closed at the end
   */
  EngineRehearsal(Course course, Venue venue, CommandTable commands) {
    this.course = course;
    this.venue = venue;
    this.commands = commands;
    judge = new Judge(venue.engine(), venue.probes(), commands, !venue.stays());
  }

  @Override
  public void open(Lesson lesson, Step step) throws InterruptedException {
    Checkpoint last = checkpoint;
    checkpoint = null;
    if (last != null
        && scenery != null
        && last.isOf(lesson, step)
        && last.restore(scenery, venue.engine())) {
      scenery.close();
      scenery = begin(last.journal());
      scenery.open(lesson, Optional.empty());
    } else {
      reset();
      scenery = begin("");
      scenery.open(lesson, Optional.of(step.id()));
    }
    if (!isOpen(step)) {
      throw new NotReached(scenery.read().said());
    }
    checkpoint = Checkpoint.of(lesson, step, scenery, venue.engine().world());
  }

  private Scenery begin(String journal) throws InterruptedException {
    return new Scenery(course, venue, judge, commands, journal);
  }

  @Override
  public Reading type(Script script) throws InterruptedException {
    return current().type(script);
  }

  @Override
  public boolean isOpen(Step step) {
    return current().openStep().equals(Optional.of(step.id()));
  }

  @Override
  public boolean passesUntouched(Step step) {
    return judge.judge(step.checks(), History.NONE, Variables.NONE).stream()
        .allMatch(Verdict.Passed.class::isInstance);
  }

  @Override
  public World world() {
    return venue.engine().world();
  }

  private Scenery current() {
    if (scenery == null) {
      throw new IllegalStateException("no lesson is open");
    }
    return scenery;
  }

  @Override
  public void reset() throws InterruptedException {
    checkpoint = null;
    if (scenery != null) {
      scenery.reset();
      scenery.close();
      scenery = null;
    }
  }

  @Override
  public void close() throws InterruptedException {
    try (venue) {
      if (venue.stays()) {
        reset();
      } else if (scenery != null) {
        scenery.close();
      }
    }
  }
}
