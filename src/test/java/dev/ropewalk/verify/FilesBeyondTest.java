package dev.ropewalk.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of a machine whose root is a folder of ours. */
final class FilesBeyondTest {
  @TempDir private Path root;
  private FilesBeyond files;

  @BeforeEach
  void setUp() throws IOException {
    files = new FilesBeyond(root);
    Files.createDirectories(root.resolve("etc"));
    Files.createDirectories(root.resolve("home/a"));
    Files.writeString(root.resolve("etc/passwd"), "theirs");
  }

  private void link(String from, String to) throws IOException {
    Files.createSymbolicLink(root.resolve(from), Path.of(to));
  }

  private Path here(String there) {
    return files.here(Path.of(there));
  }

  @Test
  void a_file_is_found_below_the_root() {
    assertThat(here("/etc/passwd")).hasContent("theirs");
    assertThat(here("/")).isEqualTo(root);
    assertThat(here("/home/a/../../../../etc/passwd")).hasContent("theirs");
    assertThat(here("/home/none/file")).isEqualTo(root.resolve("home/none/file"));
  }

  @Test
  void a_link_leads_where_it_leads_there() throws IOException {
    link("home/absolute", "/etc/passwd");
    link("home/relative", "../../../../../etc/passwd");
    link("home/folder", "/etc");
    link("home/chain", "folder/../home/relative");

    assertThat(here("/home/absolute")).hasContent("theirs");
    assertThat(here("/home/relative")).hasContent("theirs");
    assertThat(here("/home/folder/passwd")).hasContent("theirs");
    assertThat(here("/home/chain")).hasContent("theirs");
    assertThat(here("/home/folder/hostname")).isEqualTo(root.resolve("etc/hostname"));
  }

  @Test
  void a_link_to_itself_leads_nowhere() throws IOException {
    link("loop", "/loop");

    assertThat(here("/loop")).doesNotExist();
  }
}
