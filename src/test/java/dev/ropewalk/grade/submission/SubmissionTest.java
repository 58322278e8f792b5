package dev.ropewalk.grade.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ropewalk.archive.RefusedArchive;
import dev.ropewalk.lesson.LessonId;
import dev.ropewalk.lesson.Seed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is found in what was handed in. */
final class SubmissionTest {
  private static final LessonId PORTS = new LessonId("ports");
  private static final LessonId LOGS = new LessonId("logs");

  @TempDir private Path all;
  private Path folder;

  @BeforeEach
  void make() throws IOException {
    folder = Files.createDirectory(all.resolve("ada"));
  }

  @Test
  void of_one_lesson_the_commands_are_at_the_top_with_the_files() throws Exception {
    write("commands.sh", "docker build .\n");
    write("app/Dockerfile", "FROM redis\n");

    Submission.Part part = Submission.read(folder).part(PORTS, true).orElseThrow();

    assertThat(part.commands().commands()).containsExactly("docker build .");
    assertThat(part.files()).containsOnlyKeys("app/Dockerfile");
    assertThat(Submission.read(folder).part(PORTS, false)).isEmpty();
  }

  @Test
  void of_several_lessons_each_has_a_file_or_a_folder_of_its_own() throws Exception {
    write("ada-lovelace/ports.sh", "docker ps\r\n");
    write("ada-lovelace/logs/commands.sh", "docker logs x\n");
    write("ada-lovelace/logs/note.txt", "hello");

    Submission submission = Submission.read(folder);

    assertThat(submission.part(PORTS, false).orElseThrow().commands().commands())
        .containsExactly("docker ps");
    assertThat(submission.part(LOGS, false).orElseThrow().files()).containsOnlyKeys("note.txt");
  }

  @Test
  void the_hash_is_that_of_names_and_contents() throws Exception {
    write("commands.sh", "docker ps\n");
    String first = Submission.read(folder).sha256();

    write("commands.sh", "docker ps -a\n");
    String second = Submission.read(folder).sha256();
    Files.move(folder.resolve("commands.sh"), folder.resolve("ports.sh"));
    String third = Submission.read(folder).sha256();

    assertThat(first).hasSize(64).isNotEqualTo(second);
    assertThat(third).isNotEqualTo(second);
  }

  @Test
  void commands_that_are_no_text_or_too_long_are_refused() throws Exception {
    Files.write(folder.resolve("ports.sh"), new byte[] {'a', (byte) 0xFF});
    write("logs.sh", "docker ps\n".repeat(30_000));

    Submission submission = Submission.read(folder);

    assertThatThrownBy(() -> submission.part(PORTS, false))
        .isInstanceOf(RefusedArchive.class)
        .hasMessage("`ports.sh` is no text in UTF-8: see line 1.");
    assertThatThrownBy(() -> submission.part(LOGS, false))
        .hasMessage("`logs.sh` has more than 256 KiB.");
  }

  @Test
  void the_first_line_counts_whatever_editor_wrote_it() throws Exception {
    write("commands.sh", "\uFEFF# seed: 7\r\ndocker ps\r\n");

    Submission.Part part = Submission.read(folder).part(PORTS, true).orElseThrow();

    assertThat(part.commands().commands()).containsExactly("# seed: 7", "docker ps");
    assertThat(part.seed()).contains(new Seed(7));
    write("commands.sh", "docker ps\rdocker images\r");
    assertThat(Submission.read(folder).part(PORTS, true).orElseThrow().commands().commands())
        .containsExactly("docker ps", "docker images");
  }

  @Test
  void what_is_in_another_encoding_is_told_as_that() throws Exception {
    Files.write(folder.resolve("ports.sh"), "docker ps\n".getBytes(StandardCharsets.UTF_16));

    Submission submission = Submission.read(folder);

    assertThatThrownBy(() -> submission.part(PORTS, false))
        .isInstanceOf(RefusedArchive.class)
        .hasMessage("`ports.sh` is text in UTF-16, and not in UTF-8.");
  }

  @Test
  void what_was_looked_for_and_what_is_there_is_told_where_nothing_was_found() throws Exception {
    assertThat(Submission.read(folder).without(PORTS, true))
        .isEqualTo(
            "Nothing was handed in for the lesson `ports`: there is no file in it at all. Its command lines are looked for in `commands.sh`, `ports/commands.sh` and `ports.sh`.");

    write("a/b/Commands.sh", "docker ps\n");
    for (int i = 0; i < 6; i++) {
      write("a/file" + i, "");
    }
    Submission submission = Submission.read(folder);

    assertThat(submission.part(PORTS, true)).isEmpty();
    assertThat(submission.without(PORTS, false))
        .isEqualTo(
            "Nothing was handed in for the lesson `ports`: its command lines are looked for in `ports/commands.sh` and `ports.sh`, and in it there is `a/b/Commands.sh`, `a/file0`, `a/file1`, `a/file2`, `a/file3` and 2 more.");
  }

  @Test
  void what_systems_leave_beside_a_folder_does_not_hide_it() throws Exception {
    write("ports/commands.sh", "docker ps\n");
    String alone = Submission.read(folder).sha256();
    for (String litter :
        List.of("__MACOSX/ports/._commands.sh", ".DS_Store", "Thumbs.db", "ports/._commands.sh")) {
      write(litter, "\0");
    }

    Submission submission = Submission.read(folder);

    assertThat(submission.files()).containsOnlyKeys("ports/commands.sh");
    assertThat(submission.part(PORTS, true)).isPresent();
    assertThat(submission.sha256()).isEqualTo(alone);
  }

  private void write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
