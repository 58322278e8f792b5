package dev.ropewalk.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ropewalk.text.BrokenSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Courses as they come: folders and archives of people that nobody knows. */
final class IntakeTest extends LibraryScene {
  /** The archives that are read. */
  enum Form {
    ZIP,
    TAR;

    Path pack(Path folder, List<Archives.Item> items) throws IOException {
      return switch (this) {
        case ZIP -> Archives.zip(folder.resolve("shop.zip"), items);
        case TAR -> Archives.tar(folder.resolve("shop.tar.gz"), items);
      };
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "course-1.0/", "./", "a/b/"})
  void an_archive_and_a_folder_of_the_same_files_have_the_same_hash(String around)
      throws IOException {
    List<Archives.Item> items = Archives.of(source, around);
    String hash = Contents.of(source).hash();

    for (Form form : Form.values()) {
      Path archive = form.pack(folder, items);
      try (Candidate candidate = library.fetch(Origin.of(archive.toString(), ""), SHOP)) {
        assertThat(candidate.hash()).as(archive.toString()).isEqualTo(hash);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void a_path_that_leads_out_of_an_archive_is_refused_and_not_written(Form form)
      throws IOException {
    for (String path : List.of("../evil", "lessons/../../evil", "/evil", "a//evil", "..\\evil")) {
      List<Archives.Item> items = new ArrayList<>(Archives.of(source, ""));
      items.add(Archives.Item.file(path, "evil"));
      Path archive = form.pack(folder, items);

      assertThatThrownBy(() -> added(Origin.of(archive.toString(), "")))
          .as(path)
          .isInstanceOf(LibraryProblem.class)
          .hasMessageContaining("in it is no plain path below its top");
      assertThat(inLibrary()).isEmpty();
    }
    assertThat(folder.resolve("evil")).doesNotExist();
    assertThat(courses.resolve("evil")).doesNotExist();
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void a_link_in_the_course_is_refused_and_one_beside_it_is_left_out(Form form) throws IOException {
    List<Archives.Item> items = new ArrayList<>(Archives.of(source, "c/"));
    items.add(Archives.Item.link("README", "/etc/passwd"));
    Path beside = form.pack(folder, items);
    try (Candidate candidate = library.fetch(Origin.of(beside.toString(), ""), SHOP)) {
      assertThat(candidate.hash()).isEqualTo(Contents.of(source).hash());
    }

    items.add(Archives.Item.link("c/files/passwd", "/etc/passwd"));
    Path inside = form.pack(folder, items);

    assertThatThrownBy(() -> added(Origin.of(inside.toString(), "")))
        .isInstanceOf(LibraryProblem.class)
        .hasMessageContaining("`c/files/passwd` is no file, but a link");
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void an_archive_that_unpacks_without_end_is_given_up(Form form) throws IOException {
    List<Archives.Item> items = new ArrayList<>(Archives.of(source, ""));
    items.add(Archives.Item.file("files/zeros", "0".repeat((64 << 20) + 1)));
    Path archive = form.pack(folder, items);
    assertThat(Files.size(archive)).isLessThan(1 << 20);

    assertThatThrownBy(() -> added(Origin.of(archive.toString(), "")))
        .isInstanceOf(LibraryProblem.class)
        .hasMessageContaining("`files/zeros` has more than 64 MiB");
    assertThat(inLibrary()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void an_archive_of_very_many_files_is_given_up(Form form) throws IOException {
    List<Archives.Item> items = new ArrayList<>();
    for (int i = 0; i <= 10_000; i++) {
      items.add(Archives.Item.file("files/" + i, ""));
    }
    Path archive = form.pack(folder, items);

    assertThatThrownBy(() -> added(Origin.of(archive.toString(), "")))
        .isInstanceOf(LibraryProblem.class)
        .hasMessageContaining("more than 10000 files");
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void an_archive_that_is_cut_off_is_told_as_broken(Form form) throws IOException {
    Path archive = form.pack(folder, Archives.of(source, ""));
    byte[] whole = Files.readAllBytes(archive);
    Files.write(archive, Arrays.copyOf(whole, whole.length / 2));

    assertThatThrownBy(() -> added(Origin.of(archive.toString(), "")))
        .isInstanceOf(LibraryProblem.class)
        .hasMessageContaining("`" + archive + "` is refused: it is broken");
  }

  @Test
  void a_file_that_is_no_archive_is_refused() throws IOException {
    Path text = Files.writeString(folder.resolve("shop.zip"), "no archive");

    assertThatThrownBy(() -> added(Origin.of(text.toString(), "")))
        .hasMessageContaining("it is neither a folder, nor a zip, nor a tar.gz");
  }

  @Test
  void a_link_in_a_folder_is_refused() throws IOException {
    Files.createSymbolicLink(source.resolve("images/more"), courses);

    assertThatThrownBy(this::added).hasMessageContaining("`images/more` is no file, but a link");
  }

  @Test
  void what_version_control_keeps_in_a_folder_is_none_of_the_course() throws IOException {
    String hash = Contents.of(source).hash();
    SmallCourse.file(source, ".git/config", "secret");

    assertThat(added().hash()).isEqualTo(hash);
  }

  @Test
  void a_broken_course_is_not_added_and_told_with_the_place() throws IOException {
    SmallCourse.file(source, "checks/10-shop.yaml", "steps: {setup: {}}\n");

    assertThatThrownBy(this::added)
        .isInstanceOf(BrokenSource.class)
        .hasMessageContaining("checks/10-shop.yaml:");
    assertThat(inLibrary()).isEmpty();
  }

  @Test
  void of_several_courses_in_one_place_one_must_be_named() throws IOException {
    SmallCourse.write(folder.resolve("many/one"));
    SmallCourse.write(folder.resolve("many/two"));
    String many = folder.resolve("many").toString();

    assertThatThrownBy(() -> added(Origin.of(many, "")))
        .isInstanceOfSatisfying(
            LibraryProblem.class,
            problem -> assertThat(problem.fix()).isEqualTo("name one with --folder: one, two"));
    assertThatThrownBy(() -> added(Origin.of(many, "../shop")))
        .hasMessageContaining("has no `lessons/` and `checks/` in it");
    assertThat(added(Origin.of(many, "two")).title()).isEqualTo("The shop");
  }
}
