package dev.ropewalk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What is kept of a learner, and that it is one learner's at a time. */
@ExtendWith(EngineLock.class)
class JournalIT {
  private static final String LESSON = "start-and-stop";
  private static final String SECRET = "S3CRETvalue";

  @TempDir Path folder;
  private Home home;
  private Learner learner;

  @BeforeEach
  void start() throws IOException {
    Docker.remove("redistest");
    home = new Home(folder);
    learner = Learner.starts(home, "learn", LESSON);
    learner.promptAt(LESSON + " 1/6");
  }

  @AfterEach
  void stop() {
    learner.close();
    Docker.remove("redistest");
  }

  @Test
  void a_second_terminal_is_told_where_the_first_is() throws IOException {
    try (Learner second = Learner.starts(home, "learn", LESSON)) {
      assertThat(second.left()).isEqualTo(2);
      assertThat(second.terminal().shown())
          .contains("error: ropewalk is open already: process " + learner.process().pid())
          .contains("at the lesson `" + LESSON + "`")
          .contains("fix: go on there, or leave it there (`:quit`");

      learner.terminal().enter(":quit");
      assertThat(learner.left()).isZero();
      second.startsAgain("learn", LESSON).promptAt(LESSON + " 1/6");
    }
  }

  @Test
  void what_is_secret_in_a_line_is_kept_nowhere_and_the_rest_by_nobody_else() throws IOException {
    learner.enters("docker login -u me -p " + SECRET + " 127.0.0.1:1", LESSON + " 1/6");
    learner.enters(
        "docker run -d --name redistest -e API_TOKEN=%s --label api.token=%s redis"
            .formatted(SECRET, SECRET),
        LESSON + " 2/6");
    learner.enters("docker inspect redistest >/dev/null; docker ps", LESSON + " 2/6");
    learner.terminal().enter(":quit");
    learner.left();

    List<Path> kept = kept();
    assertThat(kept).contains(home.journalFile());
    for (Path file : kept) {
      assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
          .as(file.toString())
          .doesNotContain(SECRET);
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .as(file.toString())
          .isEqualTo("rw-------");
    }
    assertThat(Files.readString(home.journalFile())).contains("\"entry\":\"asked\"");
  }

  private List<Path> kept() throws IOException {
    try (Stream<Path> all = Files.walk(home.journalFile().getParent())) {
      return all.filter(Files::isRegularFile).toList();
    }
  }
}
