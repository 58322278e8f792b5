package dev.ropewalk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * A course of another teacher's at the prompt: its lessons bring files along, set a scene, and are
 * solved with more than one line at a time.
 */
@ExtendWith(EngineLock.class)
class OtherCourseIT {
  private static final Path COURSE = Path.of("src/test/resources/mend").toAbsolutePath();
  private static final String[] NAMES = {"worker1", "worker2", "cache"};

  @TempDir Path folder;
  private Home home;

  @BeforeEach
  void start() {
    Docker.remove(NAMES);
    home = new Home(folder);
  }

  @AfterEach
  void stop() {
    Docker.remove(NAMES);
  }

  @Test
  void lines_that_belong_together_are_one_command_of_the_learner() throws IOException {
    try (Learner learner = opens("a-row-of-workers")) {
      at(learner, "a-row-of-workers 1/1", "a-row-of-workers");
      var terminal = learner.terminal();
      terminal.enter("cat >names.txt <<'END'").enter("worker1").enter("worker2").enter("END");
      at(learner, "a-row-of-workers 1/1", "a-row-of-workers");

      terminal.enter("for name in $(cat names.txt)").enter("do");
      terminal.enter("docker run -d --name $name redis").enter("done");
      terminal.await("The lesson \"A row of workers\" is done.");
    }
    assertThat(Files.readString(work("a-row-of-workers").resolve("names.txt")))
        .isEqualTo("worker1\nworker2\n");
  }

  @Test
  void a_solution_of_many_lines_is_shown_and_played_as_it_is_typed() throws IOException {
    try (Learner learner = opens("a-row-of-workers")) {
      at(learner, "a-row-of-workers 1/1", "a-row-of-workers");
      learner.terminal().enter(":solution").await("  while read -r name; do");
      assertThat(learner.terminal().shown()).contains("\n  worker1\n  worker2\n  END\n");

      learner.terminal().enter(":skip").await("The lesson \"A row of workers\" is done.");

      assertThat(learner.terminal().everything())
          .contains("$ cat >names.txt <<'END'", "> worker1", "> done <names.txt");
    }
  }

  @Test
  void a_lesson_brings_its_files_and_what_is_broken() throws IOException {
    try (Learner learner = opens("a-wrong-setting")) {
      at(learner, "a-wrong-setting 1/2", "a-wrong-setting");
      Path conf = work("a-wrong-setting").resolve("redis.conf");
      String refused = Files.readString(conf).replaceFirst("(?s).*\\b(maxm\\w+) 64mb.*", "$1");
      assertThat(refused).startsWith("maxm").doesNotContain(" ").isNotEqualTo("maxmemory");

      learner.terminal().enter(":answer " + refused);
      at(learner, "a-wrong-setting 2/2", "a-wrong-setting");
      learner
          .terminal()
          .enter("sed -i s/" + refused + "/maxmemory/ redis.conf; docker start cache");
      learner.terminal().await("The lesson \"A wrong setting\" is done.");

      learner.terminal().enter(":reset").await("- container cache (redis, running)");
    }
  }

  private Learner opens(String lesson) throws IOException {
    return Learner.starts(home, "learn", lesson, "--course", COURSE.toString());
  }

  private Path work(String lesson) {
    return home.folder().resolve("ropewalk").resolve(lesson);
  }

  private static void at(Learner learner, String place, String folder) {
    learner
        .terminal()
        .await(
            "the prompt of `" + place + "`",
            shown -> shown.endsWith("\n" + place + " " + folder + " $"));
  }
}
