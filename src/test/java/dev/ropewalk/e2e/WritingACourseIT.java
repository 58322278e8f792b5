package dev.ropewalk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.sandbox.InPrivateEngines;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The guide for teachers, up to a lesson that is proved and handed out. */
@InPrivateEngines
class WritingACourseIT {
  @TempDir Path folder;

  @Test
  void the_guide_leads_from_an_exercise_to_a_proved_lesson() throws IOException {
    int followed = CourseGuide.follow(new Home(folder), block -> !block.contains("ropewalk learn"));

    assertThat(followed).isGreaterThan(8);
  }
}
