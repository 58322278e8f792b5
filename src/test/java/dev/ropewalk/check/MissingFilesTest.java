package dev.ropewalk.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that is not there, and another one that has nearly its name: whose it may be. */
final class MissingFilesTest {
  private static final String CHECK = "compose_file: compose.yaml\nexpect: {names: [stock]}";
  private static final Instant OPENED = Instant.parse("2026-11-01T10:00:00Z");

  @TempDir private Path folder;

  @BeforeEach
  void write() throws IOException {
    Files.writeString(folder.resolve("course.yaml"), "name: mine\n");
  }

  private void written(Instant at) throws IOException {
    Files.setLastModifiedTime(folder.resolve("course.yaml"), FileTime.from(at));
  }

  private static Diagnosis why(Bench bench) {
    return ((Verdict.Failed) bench.judge(CHECK)).why();
  }

  @Test
  void one_of_the_lessons_folder_may_have_got_the_wrong_name() {
    Diagnosis why = why(new Bench().inLessons(folder));

    assertThat(why.says()).contains("There is a file `course.yaml`");
    assertThat(why.remedy()).contains("`mv course.yaml compose.yaml`");
  }

  @Test
  void who_is_elsewhere_is_told_the_whole_way_to_both() {
    Bench bench = new Bench().inLessons(folder);
    Path home = folder.resolve("home");

    Diagnosis why = why(bench.in(home));

    assertThat(why.remedy())
        .contains("`mv %1$s/course.yaml %1$s/compose.yaml`".formatted(folder.toAbsolutePath()));
  }

  @Test
  void elsewhere_one_that_was_written_in_this_step_may_be_it() throws IOException {
    written(OPENED.plusSeconds(5));

    assertThat(why(new Bench().in(folder).opened(OPENED)).remedy())
        .contains("`mv course.yaml compose.yaml`");
  }

  @Test
  void elsewhere_one_from_before_is_somebodys_own() throws IOException {
    written(OPENED.minusSeconds(5));

    assertThat(why(new Bench().in(folder).opened(OPENED)).remedy()).doesNotContain("mv ");
  }

  @Test
  void where_nobody_knows_when_the_step_opened_no_file_is_to_be_renamed() {
    Diagnosis why = why(new Bench().in(folder));

    assertThat(why.says() + why.remedy())
        .doesNotContain("course.yaml")
        .contains("ropewalk looks for it in your current directory");
  }
}
