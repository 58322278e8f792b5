package dev.ropewalk.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ropewalk.journal.Entry;
import dev.ropewalk.journal.JournalLine;
import dev.ropewalk.patience.Patience;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The exit codes of a pipe's members come into the journal, from every shell. */
@ExtendWith(EngineLock.class)
class PipeIT {
  /** Docker refuses the first two, and is not read to its end in the third. */
  private static final Map<String, List<Integer>> LINES =
      Map.of(
          "docker build . x 2>&1 | tail -1", List.of(1, 0),
          "docker ps --nonsense 2>&1 | cat | wc -l", List.of(125, 0, 0),
          "docker info | true", List.of(141, 0),
          "docker ps | grep nonsense", List.of(0, 1));

  @TempDir Path folder;
  private Home home;

  @BeforeEach
  void start() {
    home = new Home(folder);
  }

  @Test
  void of_lines_at_the_prompt() throws IOException {
    try (Learner learner = Learner.starts(home, "learn", "logs")) {
      learner.terminal().await("desk $");
      LINES.keySet().forEach(line -> learner.enters(line, "desk"));

      LINES.forEach((line, codes) -> assertThat(pipe(line)).isEqualTo(codes));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh", "fish"})
  void of_lines_in_a_shell_of_the_learners_own(String kind) throws IOException {
    assumeTrue(isThere(kind), "there is no " + kind + " here");
    try (Learner course = Learner.starts(home, "watch", "logs");
        TmuxTerminal shell = shell(kind)) {
      course.terminal().await(" 1/");
      shell.await("own");
      shell.enter("eval \"$(ropewalk env)\"").await("takes part as shell-");

      for (String line : LINES.keySet()) {
        shell.enter(line);
        await(line);
      }

      LINES.forEach((line, codes) -> assertThat(pipe(line)).isEqualTo(codes));
    }
  }

  private TmuxTerminal shell(String kind) throws IOException {
    String prompt = "function fish_prompt; echo 'own>'; end; function fish_greeting; end";
    List<String> command =
        switch (kind) {
          case "bash" -> List.of("bash", "--norc", "-i");
          case "zsh" -> List.of("zsh", "-f");
          default -> List.of("fish", "--no-config", "-C", prompt);
        };
    Map<String, String> environment = home.environment();
    environment.put("PS1", "own> ");
    return TmuxTerminal.open(110, 40, home.desk(), environment, command);
  }

  private void await(String line) {
    Instant end = Instant.now().plus(Patience.BUSY_MACHINE);
    while (ran(line).isEmpty() && Instant.now().isBefore(end)) {
      LockSupport.parkNanos(50_000_000);
    }
  }

  private List<Integer> pipe(String line) {
    return ran(line).getFirst().pipe();
  }

  private List<Entry.Ran> ran(String line) {
    return home.journal().stream()
        .map(JournalLine::entry)
        .filter(Entry.Ran.class::isInstance)
        .map(Entry.Ran.class::cast)
        .filter(ran -> ran.line().equals(line))
        .toList();
  }

  private static boolean isThere(String program) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
