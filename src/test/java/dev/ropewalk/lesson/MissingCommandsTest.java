package dev.ropewalk.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A lesson for which one of several commands will do. */
final class MissingCommandsTest {
  private static final String NEW = "docker compose";
  private static final String OLD = "docker-compose";

  @TempDir private Path folder;

  private Lesson lesson() throws IOException {
    place("lessons/10-shop.md", "# Shop\n\n## Open it\n\n`docker compose` opens it.\n");
    place(
        "checks/10-shop.yaml",
        """
        needs: {commands: [docker compose or docker-compose]}
        steps:
          open-it:
            checks: [{check: it is open, compose: shop, expect: {services: {web: {state: running}}}}]
            solution: docker compose up -d && docker composer
            accept: [docker compose create; docker compose start]
            hints: ["`docker compose up`, and a flag."]
            mistakes: [{try: docker compose up, says: [docker compose up -d]}]
        """);
    return Course.open(folder).lesson(new LessonId("shop"));
  }

  private void place(String name, String text) throws IOException {
    Files.createDirectories(folder.resolve(name).getParent());
    Files.writeString(folder.resolve(name), text);
  }

  @Test
  void where_the_first_one_is_missing_lines_and_hints_name_the_other_one() throws IOException {
    Step step = lesson().without(Set.of(NEW)).steps().getFirst();

    assertThat(step.solution().text()).isEqualTo("docker-compose up -d && docker composer");
    assertThat(step.accept())
        .containsExactly(new Script("docker-compose create; docker-compose start"));
    assertThat(step.hints()).isEqualTo(List.of("`docker-compose up`, and a flag."));
    assertThat(step.prose()).isEqualTo(lesson().steps().getFirst().prose());
  }

  @Test
  void where_it_is_there_or_none_is_nothing_changes() throws IOException {
    assertThat(lesson().without(Set.of())).isEqualTo(lesson());
    assertThat(lesson().without(Set.of(OLD))).isEqualTo(lesson());
    assertThat(lesson().without(Set.of(NEW, OLD))).isEqualTo(lesson());
  }
}
