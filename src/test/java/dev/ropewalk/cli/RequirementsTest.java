package dev.ropewalk.cli;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ropewalk.engine.EngineInfo;
import dev.ropewalk.lesson.CourseDescription.Requires;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An engine that is too old for a course is refused, by what it speaks and not by what we do. */
final class RequirementsTest {
  private static final EngineInfo ENGINE =
      new EngineInfo(
          "ID",
          "Docker on box",
          "28.0.1",
          "1.44",
          "1.48",
          "127.0.0.1",
          2,
          "Debian",
          "6.1",
          Duration.ZERO);

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "1.9", "1.44", "1.47", "1.48"})
  void an_engine_that_has_it_will_do(String needed) {
    assertThatCode(() -> new Requirements(new Requires("", needed)).checkEngine(ENGINE))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.49", "1.100", "2"})
  void an_older_one_is_named_and_the_remedy_told(String needed) {
    assertThatThrownBy(() -> new Requirements(new Requires("", needed)).checkEngine(ENGINE))
        .isInstanceOf(WrongUse.class)
        .hasMessage(
            """
            error: this course needs an engine with the API %s, and Docker on box, version 28.0.1, has 1.48
              fix: install a newer engine, or let DOCKER_HOST or `docker context use` lead to one"""
                .formatted(needed));
  }

  @Test
  void a_ropewalk_that_was_not_packaged_will_do() {
    assertThatCode(() -> new Requirements(new Requires("99", "")).checkRopewalk())
        .doesNotThrowAnyException();
  }
}
