package dev.ropewalk.play;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.environment.HomeFiles;
import dev.ropewalk.journal.LaidFiles;
import dev.ropewalk.lesson.LessonFile;
import dev.ropewalk.lesson.WorkingFolder;
import dev.ropewalk.session.Input;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What lessons lay into their working folders, and what they leave alone. */
final class LessonFoldersTest {
  @TempDir private Path course;
  @TempDir private Path home;

  private Path place;
  private LessonFolders folders;

  @BeforeEach
  void open() {
    place = home.resolve("ropewalk/web");
    folders = new LessonFolders(HomeFiles.near(home));
  }

  private WorkingFolder folder(String... names) throws IOException {
    for (String name : names) {
      Path file = course.resolve(name);
      Files.createDirectories(file.getParent());
      if (!Files.exists(file)) {
        Files.writeString(file, name + " of the lesson\n");
      }
    }
    return new WorkingFolder(
        "web",
        List.of(names).stream()
            .map(
                name ->
                    new LessonFile(
                        name, course.resolve(name), Optional.empty(), name.endsWith(".sh")))
            .toList());
  }

  private Input.Laid lay(Optional<LaidFiles> before, String... names) throws IOException {
    return folders.lay(folder(names), before, List.of());
  }

  @Test
  void files_are_laid_in_folders_as_they_are() throws IOException {
    Input.Laid laid = lay(Optional.empty(), "index.html", "bin/start.sh");

    assertThat(laid.problem()).isEmpty();
    assertThat(laid.files().folder()).isEqualTo(place.toString());
    assertThat(laid.files().digests()).containsOnlyKeys("index.html", "bin/start.sh");
    assertThat(place.resolve("index.html")).hasContent("index.html of the lesson\n");
    assertThat(place.resolve("bin/start.sh")).isExecutable();
    assertThat(place.resolve("index.html").toFile().canExecute()).isFalse();
  }

  @Test
  void a_lesson_without_files_has_a_folder_all_the_same() throws IOException {
    assertThat(lay(Optional.empty()).problem()).isEmpty();
    assertThat(place).isDirectory();
  }

  @Test
  void what_is_filled_in_is_laid_filled() throws IOException {
    var file =
        new LessonFile("a.conf", course.resolve("a.conf"), Optional.of("port = 8001\n"), false);

    folders.lay(new WorkingFolder("web", List.of(file)), Optional.empty(), List.of());

    assertThat(place.resolve("a.conf")).hasContent("port = 8001\n");
  }

  @Test
  void a_file_of_the_learners_is_never_written_over() throws IOException {
    Files.createDirectories(place);
    Files.writeString(place.resolve("index.html"), "mine\n");

    Input.Laid laid = lay(Optional.empty(), "about.html", "index.html");

    assertThat(laid.inTheWay()).containsExactly("index.html");
    assertThat(place.resolve("index.html")).hasContent("mine\n");
    assertThat(place.resolve("about.html")).doesNotExist();
  }

  @Test
  void neither_is_one_in_whose_place_a_later_version_of_the_lesson_brings_one() throws IOException {
    Input.Laid first = lay(Optional.empty(), "index.html");
    Files.writeString(place.resolve("about.html"), "mine\n");

    Input.Laid second = lay(Optional.of(first.files()), "index.html", "about.html");

    assertThat(second.inTheWay()).containsExactly("about.html");
  }

  @Test
  void a_file_that_is_the_same_already_is_not_in_the_way() throws IOException {
    lay(Optional.empty(), "index.html");

    assertThat(lay(Optional.empty(), "index.html").inTheWay()).isEmpty();
  }

  @Test
  void a_file_that_is_changed_or_gone_is_not_as_it_was_laid() throws IOException {
    Input.Laid laid = lay(Optional.empty(), "changed", "gone", "same");
    Files.writeString(place.resolve("changed"), "mine\n");
    Files.delete(place.resolve("gone"));
    Files.writeString(place.resolve("more"), "mine\n");

    assertThat(folders.unchanged(laid.files())).containsExactly("same");
  }

  @Test
  void what_is_right_already_stays_the_same_file() throws IOException {
    Input.Laid laid = lay(Optional.empty(), "index.html");
    Object file = Files.getAttribute(place.resolve("index.html"), "unix:ino");

    lay(Optional.of(laid.files()), "index.html");

    assertThat(Files.getAttribute(place.resolve("index.html"), "unix:ino")).isEqualTo(file);
  }

  @Test
  void texts_are_read_and_what_is_none_is_left_out() throws IOException {
    Input.Laid laid = lay(Optional.empty(), "index.html");
    Files.writeString(place.resolve("compose.yaml"), "services:\n\n");
    Files.write(place.resolve("picture"), new byte[] {(byte) 0xff, 0});
    Files.write(place.resolve("long"), new byte[17 << 10]);

    assertThat(
            folders.texts(
                laid.files(), List.of("compose.yaml", "index.html", "picture", "long", "none")))
        .isEqualTo(
            Map.of("compose.yaml", "services:\n\n", "index.html", "index.html of the lesson\n"));
  }

  @Test
  void what_the_learner_has_changed_gets_another_name_each_time() throws IOException {
    Input.Laid first = lay(Optional.empty(), "conf/web.ini");
    Files.writeString(place.resolve("conf/web.ini"), "changed\n");
    Input.Laid second = lay(Optional.of(first.files()), "conf/web.ini");
    Files.writeString(place.resolve("conf/web.ini"), "changed again\n");
    Input.Laid third = lay(Optional.of(second.files()), "conf/web.ini");

    assertThat(second.kept()).containsEntry("conf/web.ini", "conf/web.ini.yours-1");
    assertThat(third.kept()).containsEntry("conf/web.ini", "conf/web.ini.yours-2");
    assertThat(place.resolve("conf/web.ini")).hasContent("conf/web.ini of the lesson\n");
    assertThat(place.resolve("conf/web.ini.yours-1")).hasContent("changed\n");
    assertThat(place.resolve("conf/web.ini.yours-2")).hasContent("changed again\n");
  }

  @Test
  void what_a_check_would_take_for_the_learners_work_is_set_aside() throws IOException {
    Files.createDirectories(place);
    Files.writeString(place.resolve("Dockerfile"), "FROM scratch # precious\n");
    Files.writeString(place.resolve("other"), "mine\n");

    Input.Laid laid =
        folders.lay(folder("index.html"), Optional.empty(), List.of("Dockerfile", "index.html"));

    assertThat(laid.kept()).containsExactly(Map.entry("Dockerfile", "Dockerfile.yours-1"));
    assertThat(place.resolve("Dockerfile")).doesNotExist();
    assertThat(place.resolve("Dockerfile.yours-1")).hasContent("FROM scratch # precious\n");
    assertThat(place.resolve("other")).hasContent("mine\n");
    assertThat(place.resolve("index.html")).exists();
  }

  @Test
  void a_new_version_of_the_lesson_takes_the_place_of_what_was_laid() throws IOException {
    Input.Laid first = lay(Optional.empty(), "index.html");
    Files.writeString(course.resolve("index.html"), "better\n");

    Input.Laid second = lay(Optional.of(first.files()), "index.html");

    assertThat(second.kept()).isEmpty();
    assertThat(place.resolve("index.html")).hasContent("better\n");
  }

  @Test
  void a_file_that_the_learner_has_removed_comes_back() throws IOException {
    Input.Laid first = lay(Optional.empty(), "index.html");
    Files.delete(place.resolve("index.html"));

    lay(Optional.of(first.files()), "index.html");

    assertThat(place.resolve("index.html")).exists();
  }

  @Test
  void a_folder_in_the_place_of_a_file_is_told() throws IOException {
    Files.createDirectories(place.resolve("index.html"));

    assertThat(lay(Optional.empty(), "index.html").problem().orElseThrow()).contains("index.html");
  }

  @Test
  void a_file_in_the_place_of_the_folder_is_told() throws IOException {
    Files.writeString(home.resolve("ropewalk"), "mine\n");

    assertThat(lay(Optional.empty(), "index.html").problem()).isPresent();
    assertThat(home.resolve("ropewalk")).hasContent("mine\n");
  }
}
