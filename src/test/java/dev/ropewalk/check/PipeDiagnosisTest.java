package dev.ropewalk.check;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a learner reads of a line whose docker command is not the last of a pipe. */
final class PipeDiagnosisTest {
  private final Book book = new Book();

  @Test
  void each_docker_command_of_a_pipe_is_judged_by_its_own_exit_code() {
    String build = "typed: {docker: build}";
    String ps = "typed: {docker: ps}";
    String logs = "typed: {docker: logs, args: {any: [box]}}";
    String failing = "typed: {docker: exec, exit_code: 3}";
    String seen = "shown: {containers: {any: [box]}}";

    book.tell("refused", build, b -> b.piped("docker build . x 2>&1 | tail", 0, 1, 0));
    book.tell("it worked", build, b -> b.piped("docker build . 2>&1 | tail", 0, 0, 0));
    book.tell("nobody knows, as in older journals", build, b -> b.ran("docker build . | tail", 0));
    book.tell("a reader that found nothing", ps, b -> b.piped("docker ps | grep x", 1, 0, 1));
    book.tell("a reader that had enough", ps, b -> b.piped("docker ps | head -1", 0, 141, 0));
    book.tell("after another pipe", build, b -> b.piped("docker build . x | cat; ls", 0, 0));
    book.tell(
        "expanded",
        logs,
        b -> b.piped("docker logs $C | cat", List.of("cat", "docker logs no"), 0, 1, 0));
    book.tell("the last member", logs, b -> b.piped("echo | docker logs no", 1, 0, 1));
    book.tell(
        "the code that is asked for", failing, b -> b.piped("docker exec b x | cat", 0, 3, 0));
    book.tell("a list that failed", seen, b -> b.piped("docker ps -x | cat", 0, 125, 0));
    book.tell("a list of which nothing is left", seen, b -> b.piped("docker ps | grep x", 1, 0, 1));
    book.tell("a list of which some is left", seen, b -> b.piped("docker ps | grep box", 0, 0, 0));
    book.tell(
        "run ends so where nobody reads on",
        "typed: {docker: run}",
        b -> b.piped("docker run redis yes | head -1", 0, 1, 0));
    book.tell(
        "run was refused", "typed: {docker: run}", b -> b.piped("docker run x | cat", 0, 125, 0));
    book.compare("typed-pipe");
  }
}
