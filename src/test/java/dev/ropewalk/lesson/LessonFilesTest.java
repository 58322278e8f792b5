package dev.ropewalk.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ropewalk.text.BrokenSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a lesson says that it brings along, and how it sets itself up. */
final class LessonFilesTest {
  private static final String STEPS =
      """
      steps:
        run-it:
          checks: [{check: box runs, container: box, expect: {state: running}}]
          solution: docker run -d --name box redis
        stop-it:
          setup: echo second
          checks: [{check: box ended, container: box, expect: {state: exited}}]
          solution: docker stop box
      """;

  @TempDir private Path folder;

  private Lesson lesson(String head) throws IOException {
    place("lessons/10-web.md", "# Web\n\n## Run it\n\nGo.\n\n## Stop it\n\nGo.\n");
    place("checks/10-web.yaml", head + "\n" + STEPS);
    return Course.open(folder).lesson(new LessonId("web"));
  }

  private void place(String name, String text) throws IOException {
    Files.createDirectories(folder.resolve(name).getParent());
    Files.writeString(folder.resolve(name), text);
  }

  private static List<String> paths(Lesson lesson) {
    return lesson.folder().orElseThrow().files().stream().map(LessonFile::path).toList();
  }

  @Test
  void a_lesson_brings_a_whole_folder() throws IOException {
    place("files/web/index.html", "hello\n");
    place("files/web/conf/web.ini", "port = ${port}\n");

    Lesson lesson = lesson("files: files/web");

    assertThat(paths(lesson)).containsExactly("conf/web.ini", "index.html");
    assertThat(lesson.folder().orElseThrow().files().getFirst().text()).isEmpty();
  }

  @Test
  void values_are_put_into_files_that_are_named() throws IOException {
    place("files/web/web.ini", "port = ${port} of ${HOME}\n");

    Lesson lesson =
        lesson("vary: {port: {pick: [8001, 8002]}}\nfiles: {folder: files/web, fill: [web.ini]}");

    assertThat(lesson.folder().orElseThrow().files().getFirst().text())
        .contains("port = 8001 of ${HOME}\n");
  }

  @Test
  void the_setup_of_the_lesson_is_that_of_its_first_step() throws IOException {
    Lesson lesson = lesson("setup: echo first");

    assertThat(lesson.steps().getFirst().setup().text()).isEqualTo("echo first");
    assertThat(lesson.steps().getLast().setup().text()).isEqualTo("echo second");
    assertThat(paths(lesson)).isEmpty();
  }

  @Test
  void an_image_is_built_before_anything_else_is_set_up() throws IOException {
    place("images/shop/Dockerfile", "FROM redis\n");

    Lesson lesson = lesson("needs: {images: [redis, {shop:1: images/shop}]}\nsetup: echo first");

    assertThat(lesson.needs().images()).containsExactly("redis");
    assertThat(paths(lesson)).containsExactly(".images/shop-1/Dockerfile");
    assertThat(lesson.steps().getFirst().setup().commands())
        .containsExactly("docker build -q -t shop:1 .images/shop-1", "echo first");
  }

  @Test
  void a_lesson_may_have_a_folder_and_bring_nothing() throws IOException {
    place("lessons/10-web.md", "# Web\n\n## Run it\n\nGo.\n");
    place("checks/10-web.yaml", "folder: own\n" + STEPS.substring(0, STEPS.indexOf("  stop-it")));

    Lesson lesson = Course.open(folder).lesson(new LessonId("web"));

    assertThat(lesson.folder().orElseThrow().name()).isEqualTo("web");
  }

  @Test
  void a_link_is_not_brought_along() throws IOException {
    place("files/web/index.html", "hello\n");
    Files.createSymbolicLink(folder.resolve("files/web/passwd"), Path.of("/etc/passwd"));

    assertThatThrownBy(() -> lesson("files: files/web"))
        .isInstanceOf(BrokenSource.class)
        .hasMessageContaining("`passwd` is no plain file");
  }

  @Test
  void a_folder_that_is_a_link_out_of_the_course_is_not_either() throws IOException {
    Files.createDirectories(folder.resolve("files"));
    Files.createSymbolicLink(folder.resolve("files/web"), Path.of("/etc"));

    assertThatThrownBy(() -> lesson("files: files/web"))
        .isInstanceOf(BrokenSource.class)
        .hasMessageContaining("link out of the course");
  }

  @Test
  void a_misspelt_folder_or_file_is_told_with_the_nearest() throws IOException {
    place("files/web/index.html", "hello\n");

    assertThatThrownBy(() -> lesson("files: files/wep"))
        .hasMessageContaining("did you mean `files/web`?");
    assertThatThrownBy(() -> lesson("files: {folder: files/web, fill: [index.htm]}"))
        .hasMessageContaining("did you mean `index.html`?");
  }
}
