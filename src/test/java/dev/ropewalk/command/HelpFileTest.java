package dev.ropewalk.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HelpFileTest {
  @TempDir Path folder;
  private final List<List<String>> asked = new ArrayList<>();

  @Test
  void a_second_start_asks_nobody() {
    Path file = folder.resolve("cache/help.txt");
    String first = new HelpFile(file, this::docker).help(List.of("ps"));
    asked.clear();

    String second = new HelpFile(file, this::docker).help(List.of("ps"));

    assertThat(second).isEqualTo(first).startsWith("Usage:  docker ps");
    assertThat(asked).isEmpty();
  }

  @Test
  void an_entry_that_was_cut_short_is_asked_again() throws IOException {
    Path file = folder.resolve("help.txt");
    new HelpFile(file, this::docker).help(List.of("ps"));
    String whole = Files.readString(file);
    Files.writeString(file, whole.substring(0, whole.length() - 9));

    new HelpFile(file, this::docker).help(List.of("run"));
    var again = new HelpFile(file, this::docker);

    assertThat(again.help(List.of("ps"))).endsWith("file sizes\n");
    assertThat(again.help(List.of("run"))).startsWith("Usage:  docker run");
    assertThat(asked).containsExactly(List.of("ps"), List.of("run"), List.of("ps"));
  }

  @Test
  void the_help_of_an_unknown_command_is_not_kept() {
    Path file = folder.resolve("help.txt");
    new HelpFile(file, this::docker).help(List.of("pss"));

    assertThat(file).doesNotExist();
  }

  @Test
  void a_folder_that_cannot_be_written_does_no_harm() throws IOException {
    Path blocked = Files.writeString(folder.resolve("blocked"), "a file, no folder");

    String text = new HelpFile(blocked.resolve("help.txt"), this::docker).help(List.of("ps"));

    assertThat(text).startsWith("Usage:  docker ps");
  }

  private String docker(List<String> path) {
    asked.add(path);
    return StoredHelps.of(StoredHelps.NEW).help(path);
  }
}
