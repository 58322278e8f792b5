package dev.ropewalk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The guide for teachers, up to the lesson as a learner plays it on the present engine. */
@ExtendWith(EngineLock.class)
class PlayingAWrittenCourseIT {
  @TempDir Path folder;

  @BeforeEach
  void start() {
    Docker.remove("web");
  }

  @AfterEach
  void stop() {
    Docker.remove("web");
  }

  @Test
  void the_guide_leads_from_an_exercise_to_a_lesson_that_is_played() throws IOException {
    int followed = CourseGuide.follow(new Home(folder), block -> !block.contains("author prove"));

    assertThat(followed).isGreaterThan(7);
  }
}
