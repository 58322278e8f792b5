package dev.ropewalk.scratch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ScratchFolderTest {
  private static final ProcessIdentity OWN = ProcessIdentity.own();

  @TempDir private Path place;

  @Test
  void a_closed_folder_is_gone_with_all_that_is_in_it() throws IOException {
    ScratchFolder folder = ScratchFolder.in(place);
    Files.writeString(Files.createDirectory(folder.path().resolve("inner")).resolve("file"), "x");

    folder.close();

    assertThat(names()).isEmpty();
  }

  @Test
  void where_none_can_be_made_a_sentence_says_so() throws IOException {
    Path gone = place.resolve("gone");
    Path file = Files.createFile(place.resolve("file"));

    assertThatExceptionOfType(ScratchProblem.class)
        .isThrownBy(() -> ScratchFolder.in(gone))
        .withMessage("no folder can be made in " + gone + ": there is no such folder");
    assertThatExceptionOfType(ScratchProblem.class)
        .isThrownBy(() -> ScratchFolder.in(file))
        .withMessage("no folder can be made in " + file + ": Not a directory");
  }

  @Test
  void what_a_link_leads_to_stays() throws IOException {
    Path foreign = Files.createDirectory(place.resolve("foreign"));
    Files.writeString(foreign.resolve("precious"), "x");
    ScratchFolder folder = ScratchFolder.in(place);
    Files.createSymbolicLink(folder.path().resolve("link"), foreign);

    folder.close();

    assertThat(names()).containsExactly("foreign");
    assertThat(foreign.resolve("precious")).exists();
  }

  @Test
  void a_sweep_removes_the_folders_of_the_dead_alone() throws IOException {
    String usedAgain = name(new ProcessIdentity(OWN.pid(), OWN.start() - 1, OWN.namespace()));
    String elsewhere = name(new ProcessIdentity(OWN.pid(), OWN.start() - 1, OWN.namespace() + 1));
    String alive = name(OWN);
    for (String each :
        List.of(usedAgain, elsewhere, alive, "ropewalk-", "ropewalk-notes", "other")) {
      Files.createDirectory(place.resolve(each));
    }
    Files.createSymbolicLink(place.resolve(usedAgain + "link"), place.resolve("other"));

    ScratchFolder.sweep(place);

    assertThat(names())
        .containsExactlyInAnyOrder(
            elsewhere, alive, "ropewalk-", "ropewalk-notes", "other", usedAgain + "link");
  }

  @Test
  void a_process_that_is_hung_up_or_terminated_leaves_nothing() throws Exception {
    for (String signal : List.of("HUP", "TERM", "INT")) {
      Process owner = owner();
      String made = owner.inputReader().readLine();
      assertThat(names()).containsExactly(made);

      new ProcessBuilder("kill", "-" + signal, Long.toString(owner.pid())).start().waitFor();
      owner.waitFor();

      assertThat(names()).as(signal).isEmpty();
    }
  }

  @Test
  void what_a_killed_process_has_left_is_swept() throws Exception {
    Process owner = owner();
    String made = owner.inputReader().readLine();

    ScratchFolder.sweep(place);
    assertThat(names()).as("it lives").containsExactly(made);

    owner.destroyForcibly().waitFor();
    assertThat(names()).as("nobody has cleaned up").containsExactly(made);
    ScratchFolder.sweep(place);
    assertThat(names()).isEmpty();
  }

  /** A process that makes a folder, says its name, and waits. */
  public static final class Owner {
    private Owner() {}

    public static void main(String[] arguments) throws IOException {
      System.out.println(ScratchFolder.in(Path.of(arguments[0])).path().getFileName());
      System.in.transferTo(System.out);
    }
  }

  private Process owner() throws IOException {
    String java = ProcessHandle.current().info().command().orElseThrow();
    String path = System.getProperty("java.class.path");
    return new ProcessBuilder(java, "-cp", path, Owner.class.getName(), place.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static String name(ProcessIdentity owner) {
    return "ropewalk-" + owner.text() + "_123";
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(place)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
