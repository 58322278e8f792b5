package dev.ropewalk.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.scratch.ProcessIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An update that is killed loses nothing of the learner's, wherever it stands. */
final class ReplacementTest extends LibraryScene {
  private static final String CHECKS = "checks/10-shop.yaml";

  /** No process has this id. */
  private static final ProcessIdentity ENDED =
      new ProcessIdentity(4_194_305, 1, ProcessIdentity.own().namespace());

  private String edited;

  @BeforeEach
  void a_course_that_the_learner_has_changed_and_its_author_too() throws IOException {
    AddedCourse unused = added();
    edited = "# mine\n" + Files.readString(courses.resolve("shop").resolve(CHECKS));
    Files.writeString(courses.resolve("shop").resolve(CHECKS), edited);
    Files.writeString(source.resolve("NEWS"), "new");
  }

  private Replacement killed() {
    return Replacement.of(courses, SHOP, new PinFile(courses.resolve("shop.json")), ENDED);
  }

  @Test
  void killed_between_the_two_moves_the_course_is_as_it_was() throws IOException {
    try (Candidate candidate = library.fetchAgain(library.get("shop"))) {
      killed().begin(candidate);
    }
    assertThat(courses.resolve("shop")).doesNotExist();

    AddedCourse found = library.get("shop");

    assertThat(found.folder().resolve(CHECKS)).hasContent(edited);
    assertThat(found.folder().resolve("NEWS")).doesNotExist();
    assertThat(inLibrary()).containsExactly("shop", "shop.json");
  }

  @Test
  void killed_after_both_moves_the_update_is_made_and_the_edit_is_kept() throws IOException {
    try (Candidate candidate = library.fetchAgain(library.get("shop"))) {
      killed().begin(candidate);
      Files.move(candidate.folder(), courses.resolve("shop"), StandardCopyOption.ATOMIC_MOVE);
    }

    AddedCourse found = library.get("shop");

    assertThat(found.changes()).isEmpty();
    assertThat(found.folder().resolve("NEWS")).hasContent("new");
    assertThat(courses.resolve("shop.kept-1").resolve(CHECKS)).hasContent(edited);
    assertThat(inLibrary()).containsExactly("shop", "shop.json", "shop.kept-1");
  }

  @Test
  void what_is_written_after_the_old_files_were_moved_is_kept_too() throws IOException {
    Path moved = courses.resolve("shop.update-" + ENDED.text()).resolve("before");
    try (Candidate candidate = library.fetchAgain(library.get("shop"))) {
      killed().begin(candidate);
      // An editor that has the file open in its folder does not know that this was moved.
      Files.writeString(moved.resolve(CHECKS), edited + "# late\n");
      Files.move(candidate.folder(), courses.resolve("shop"), StandardCopyOption.ATOMIC_MOVE);
    }

    AddedCourse unused = library.get("shop");

    assertThat(courses.resolve("shop.kept-1").resolve(CHECKS)).hasContent(edited + "# late\n");
  }

  @Test
  void an_update_that_another_process_is_making_is_left_alone() throws IOException {
    Replacement living =
        Replacement.of(
            courses, SHOP, new PinFile(courses.resolve("shop.json")), ProcessIdentity.own());
    try (Candidate candidate = library.fetchAgain(library.get("shop"))) {
      living.begin(candidate);
      AddedCourse unused = library.get("shop");
    }

    assertThat(inLibrary())
        .containsExactly("shop.json", "shop.update-" + ProcessIdentity.own().text());
  }
}
