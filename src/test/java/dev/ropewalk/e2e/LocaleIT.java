package dev.ropewalk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Learners elsewhere: with digits of their own (Persian, Arabic), with letters that have another
 * large form (Turkish), and where nothing but ASCII is known.
 */
@ExtendWith(EngineLock.class)
class LocaleIT {
  private static final String STEP = "images-and-containers %s/6";

  @TempDir Path folder;
  private Home home;

  @BeforeEach
  void start() {
    home = new Home(folder);
  }

  @ParameterizedTest
  @ValueSource(strings = {"C", "fa_IR.UTF-8", "ar_EG.UTF-8", "tr_TR.UTF-8"})
  void a_lesson_is_played_to_its_end_wherever_the_learner_is(String locale) throws Exception {
    Map<String, String> here = locale(locale);
    try (Learner learner = Learner.starts(home, 120, here)) {
      learner.promptAt(STEP.formatted(1));

      String pulled = learner.enters("docker pull redis", STEP.formatted(2));
      String listed = learner.enters("docker images", STEP.formatted(3));
      String counted = learner.enters("for i in 1 2; do echo \"I$i\"; done", STEP.formatted(3));
      for (int step = 4; step <= 6; step++) {
        learner.enters(":skip", STEP.formatted(step));
      }
      learner.terminal().enter(":skip").await("is done.");
      learner.terminal().await(":next");
      String lessons = learner.terminal().enter(":list").await("logs");

      assertThat(pulled).contains("You pulled the image redis", "2/6");
      assertThat(listed).contains("3/6");
      assertThat(counted).contains("I1\nI2");
      assertThat(lessons).contains("6/6", "interactive-terminal");
      assertThat(learner.terminal().everything()).doesNotContainPattern("(?U)[\\d&&[^0-9]]");
      learner.terminal().enter(":quit");
      assertThat(learner.left()).isZero();
    }
    assertThat(Files.readString(home.journalFile(), StandardCharsets.UTF_8))
        .contains("docker pull redis")
        .doesNotContainPattern("(?U)[\\d&&[^0-9]]");
  }

  /** The variables of a locale; it is made for the test, since few machines have many. */
  private Map<String, String> locale(String name) throws Exception {
    if (name.equals("C")) {
      return Map.of("LANG", "C", "LC_ALL", "C");
    }
    Path locales = Files.createDirectories(folder.resolve("locales"));
    Process made =
        new ProcessBuilder(
                "localedef",
                "--no-archive",
                "-i",
                name.replace(".UTF-8", ""),
                "-f",
                "UTF-8",
                locales.resolve(name).toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(made.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(made.waitFor()).as(said).isZero();
    return Map.of("LOCPATH", locales.toString(), "LANG", name, "LC_ALL", name);
  }
}
