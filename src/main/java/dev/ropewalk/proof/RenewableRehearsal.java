package dev.ropewalk.proof;

import dev.ropewalk.engine.World;
import dev.ropewalk.environment.ImagesMissing;
import dev.ropewalk.lesson.Lesson;
import dev.ropewalk.lesson.Script;
import dev.ropewalk.lesson.Step;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Rehearsals of one lesson, one after the other: a new one begins when there was trouble of ours in
 * the one before, such as a shell that did not come up on a busy machine. For one thread.
 */
final class RenewableRehearsal implements Rehearsal {
  private static final int MOST_ATTEMPTS = 3;

  private final Rehearsals rehearsals;
  private final Lesson lesson;
  private @Nullable Rehearsal current;
  private boolean hasNeighbours;
  private boolean hasImages = true;

  RenewableRehearsal(Rehearsals rehearsals, Lesson lesson) {
    this.rehearsals = rehearsals;
    this.lesson = lesson;
  }

  /** Something that trouble of ours may end. */
  interface Attempt<T> {
    T make() throws InterruptedException;
  }

  /**
   * Makes an attempt, and after trouble of ours at most two more, each in a new rehearsal.
   *
   * @param trouble what comes of it where the trouble stays
   * @throws StepNotReached when the lesson itself is in the way
   * @throws ImagesMissing since no other attempt would find them
   */
  <T> T attempt(Attempt<T> attempt, Function<RuntimeException, T> trouble)
      throws InterruptedException {
    for (int made = 1; ; made++) {
      try {
        return attempt.make();
      } catch (StepNotReached | ImagesMissing e) {
        throw e;
      } catch (RuntimeException e) {
        giveUp();
        if (made == MOST_ATTEMPTS) {
          return trouble.apply(e);
        }
      }
    }
  }

  private Rehearsal current() throws InterruptedException {
    Rehearsal now = current;
    if (now == null) {
      now = hasImages ? rehearsals.begin(lesson) : rehearsals.beginWithoutImages(lesson);
      current = now;
      if (hasNeighbours) {
        now.placeNeighbours();
      }
    }
    return now;
  }

  /** Leaves a rehearsal that is of no more use, as far as it can be ended. */
  private void giveUp() throws InterruptedException {
    Rehearsal last = current;
    current = null;
    if (last != null) {
      try {
        last.close();
      } catch (RuntimeException e) {
        // The trouble that it had is told. What it has left is swept at the next start.
      }
    }
  }

  /** Until it is renewed, its engine has none of the images that the lesson needs. */
  void goWithoutImages() throws InterruptedException {
    giveUp();
    hasImages = false;
  }

  /** What comes next begins as the first did. */
  void renew() throws InterruptedException {
    giveUp();
    hasImages = true;
  }

  @Override
  public void open(Lesson opened, Step step) throws InterruptedException {
    current().open(opened, step);
  }

  @Override
  public LearnerReading type(Script script) throws InterruptedException {
    return current().type(script);
  }

  @Override
  public LearnerReading obey(List<String> lines) throws InterruptedException {
    return current().obey(lines);
  }

  /** Each new rehearsal gets them, too. */
  @Override
  public void placeNeighbours() throws InterruptedException {
    if (!hasNeighbours) {
      hasNeighbours = true;
      if (current != null) {
        current.placeNeighbours();
      }
    }
  }

  @Override
  public List<String> lostSince(World moment) throws InterruptedException {
    return current().lostSince(moment);
  }

  @Override
  public boolean isOpen(Step step) throws InterruptedException {
    return current().isOpen(step);
  }

  @Override
  public boolean passesUntouched(Step step) throws InterruptedException {
    return current().passesUntouched(step);
  }

  @Override
  public List<ScriptRun> scriptsUntouched(Lesson opened) throws InterruptedException {
    return current().scriptsUntouched(opened);
  }

  @Override
  public World world() throws InterruptedException {
    return current().world();
  }

  @Override
  public void reset() throws InterruptedException {
    current().reset();
  }

  @Override
  public void close() throws InterruptedException {
    giveUp();
  }
}
