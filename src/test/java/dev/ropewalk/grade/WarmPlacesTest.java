package dev.ropewalk.grade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.check.Probes;
import dev.ropewalk.engine.Engine;
import dev.ropewalk.engine.FakeEngine;
import dev.ropewalk.environment.LearnerEnvironment;
import dev.ropewalk.lesson.Course;
import dev.ropewalk.lesson.Lesson;
import dev.ropewalk.rehearsal.RehearsalPlace;
import dev.ropewalk.sandbox.TrustLevel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Which engines are started before they are asked for, and how many. */
final class WarmPlacesTest {
  private static final Course COURSE = Course.open(Path.of(""));
  private static final List<Lesson> LESSONS =
      COURSE.lessons().stream().limit(6).map(COURSE::lesson).toList();

  private final Queue<String> begun = new ConcurrentLinkedQueue<>();
  private final Queue<String> ended = new ConcurrentLinkedQueue<>();
  private CountDownLatch mayEnd = new CountDownLatch(0);

  @Test
  void of_many_lessons_no_more_start_ahead_than_are_graded_at_once() throws Exception {
    try (WarmPlaces places = places(1)) {
      LESSONS.forEach(places::expect);
      try (var first = places.take(LESSONS.getFirst()).place()) {
        assertThat(first).isNotNull();
      }
      try (var second = places.take(LESSONS.get(1)).place()) {
        assertThat(second).isNotNull();
      }
    }

    // One thread starts them in turn; the third had begun, or not yet.
    assertThat(List.copyOf(begun)).startsWith(slug(0), slug(1)).hasSizeBetween(2, 3);
    assertThat(ended).containsExactlyInAnyOrderElementsOf(begun);
  }

  @Test
  void one_that_nobody_was_told_of_is_started_when_it_is_taken() throws Exception {
    try (WarmPlaces places = places(1)) {
      places.expect(LESSONS.get(2));
      try (var unexpected = places.take(LESSONS.get(4)).place()) {
        assertThat(unexpected).isNotNull();
      }
      try (var expected = places.take(LESSONS.get(2)).place()) {
        assertThat(expected).isNotNull();
      }
    }

    assertThat(begun).containsExactly(slug(2), slug(4));
    assertThat(ended).containsExactlyInAnyOrder(slug(2), slug(4));
  }

  @Test
  void one_that_was_taken_before_its_turn_is_not_started_again() throws Exception {
    try (WarmPlaces places = places(1)) {
      places.expect(LESSONS.get(0));
      places.expect(LESSONS.get(1));
      places.take(LESSONS.get(1)).place().close();
      places.take(LESSONS.get(0)).place().close();
    }

    assertThat(begun).containsExactly(slug(0), slug(1));
  }

  @Test
  void nobody_waits_for_the_end_of_one_but_whoever_closes_them_all() throws Exception {
    mayEnd = new CountDownLatch(1);
    WarmPlaces places = places(1);
    places.giveBack(places.take(LESSONS.getFirst()));
    List<String> soon = List.copyOf(ended);

    mayEnd.countDown();
    places.close();

    assertThat(soon).isEmpty();
    assertThat(ended).containsExactly(slug(0));
  }

  @Test
  void no_more_end_at_once_than_are_graded_at_once() throws Exception {
    mayEnd = new CountDownLatch(1);
    try (WarmPlaces places = places(1)) {
      places.giveBack(places.take(LESSONS.get(0)));
      var second = places.take(LESSONS.get(1));
      Thread next = Thread.ofPlatform().start(() -> places.giveBack(second));

      // It ends the second itself, and waits.
      assertThat(next.join(Duration.ofMillis(50))).isFalse();
      mayEnd.countDown();
      next.join();
    }

    assertThat(ended).containsExactlyInAnyOrder(slug(0), slug(1));
  }

  private static String slug(int lesson) {
    return LESSONS.get(lesson).id().slug();
  }

  private WarmPlaces places(int jobs) {
    return new WarmPlaces(this::begin, TrustLevel.NAMESPACES, jobs);
  }

  private RehearsalPlace begin(Lesson lesson) {
    begun.add(lesson.id().slug());
    return new RehearsalPlace(
        new Nowhere(lesson.id().slug()),
        (_, _) -> {
          throw new UnsupportedOperationException();
        },
        RehearsalPlace.Alone.THE_LESSONS);
  }

  /** An engine on no machine. */
  private final class Nowhere implements LearnerEnvironment {
    private final String name;

    private Nowhere(String name) {
      this.name = name;
    }

    @Override
    public Engine engine() {
      return new FakeEngine();
    }

    @Override
    public Probes probes(Supplier<Path> directory) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Home home() {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean isPrivate() {
      return true;
    }

    @Override
    public void close() {
      try {
        mayEnd.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      ended.add(name);
    }
  }
}
