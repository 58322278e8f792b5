package dev.ropewalk.proof;

import dev.ropewalk.engine.Engine;
import dev.ropewalk.engine.EngineEvent;
import dev.ropewalk.engine.World;
import dev.ropewalk.engine.World.ContainerSummary;
import dev.ropewalk.journal.Entry;
import dev.ropewalk.lesson.Lesson;
import dev.ropewalk.lesson.Step;
import dev.ropewalk.session.Belonging;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The moment at which a step has been opened. Where what was typed since has only added things to
 * the engine, they are removed, and the session goes on from the journal of that moment: that saves
 * doing the steps before it again.
 *
 * @param owned the births of what belonged to the lesson
 */
record Checkpoint(Lesson lesson, Step step, String journal, Set<EngineEvent> owned, World world) {
  /** What leaves a container as it is; a command that is run in it may not. */
  private static final String HARMLESS = "top";

  static Checkpoint of(Lesson lesson, Step step, RehearsalSession session, World world) {
    return new Checkpoint(lesson, step, session.journal(), session.owned(), world);
  }

  boolean isOf(Lesson lesson, Step step) {
    return this.lesson.id().equals(lesson.id()) && this.step.id().equals(step.id());
  }

  /** Tells whether the engine is again as it was. If not, only what was added may be gone. */
  boolean restore(RehearsalSession session, Engine engine, Whose added)
      throws InterruptedException {
    if (session.hasFiles() || touched(session) || !same(engine.world())) {
      return false;
    }
    return switch (added) {
      case ALL_OURS -> {
        EngineBefore before = new EngineBefore(world);
        session.run(before.puttingBack(engine.world()));
        yield before.isAgain(engine.world());
      }
      case SOME_FOREIGN -> {
        Set<EngineEvent> births = new HashSet<>(session.owned());
        births.removeAll(owned);
        session.run(Belonging.of(births, engine.world()).stream().map(Belonging::removal).toList());
        yield Belonging.of(births, engine.world()).isEmpty();
      }
    };
  }

  /** Whose that is what has come to the engine since. */
  enum Whose {
    /** Nobody else makes anything there. */
    ALL_OURS,
    /** Only what the session knows to be its own may be removed. */
    SOME_FOREIGN
  }

  /** Whether anything has happened to what was there. */
  private boolean touched(RehearsalSession session) {
    Set<String> ids = owned.stream().map(EngineEvent::id).collect(Collectors.toSet());
    return session.entries().stream()
        .skip(journal.lines().count())
        .filter(Entry.Happened.class::isInstance)
        .map(entry -> ((Entry.Happened) entry).event())
        .anyMatch(event -> ids.contains(event.id()) && !event.action().matches(HARMLESS));
  }

  /** Whether what belonged to the lesson is there unchanged, and the images are the same. */
  private boolean same(World now) {
    Set<String> ids = owned.stream().map(EngineEvent::id).collect(Collectors.toSet());
    return containers(world, ids).equals(containers(now, ids))
        && new HashSet<>(world.images()).equals(new HashSet<>(now.images()))
        && now.networks().containsAll(world.networks())
        && now.volumes().containsAll(world.volumes());
  }

  private static Set<ContainerSummary> containers(World world, Set<String> ids) {
    return world.containers().stream()
        .filter(container -> ids.contains(container.id()))
        .collect(Collectors.toSet());
  }
}
