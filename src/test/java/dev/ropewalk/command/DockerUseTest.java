package dev.ropewalk.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What lines do with docker, as their words tell. */
final class DockerUseTest {
  private static final CommandTable TABLE = StoredHelps.table(StoredHelps.OLD);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ls -l|NONE",
        "echo docker run redis|NONE",
        "# docker run redis|NONE",
        "cd docker|NONE",
        "which docker|NONE",
        "docker ps -a|LOOKS",
        "sudo docker container ls PIPE grep redis|LOOKS",
        "docker logs nothing|LOOKS",
        "docker run --help|LOOKS",
        "echo $(docker ps -q)|LOOKS",
        "for c in $(docker ps -q); do docker inspect $c; done|LOOKS",
        "docker run redis|ACTS",
        "docker ps --bogus|ACTS",
        "docker fetch redis|ACTS",
        "docker stop $(docker ps -q)|ACTS",
        "docker ps -q PIPE xargs docker stop|ACTS",
        "docker ps; docker rm box|ACTS",
        "sh -c 'docker ps'|ACTS",
        "bash docker.sh|ACTS",
      })
  void a_look_is_told_from_an_act(String line, DockerUse use) {
    assertThat(DockerUse.of(line.replace("PIPE", "|"), List.of(), TABLE)).isEqualTo(use);
  }

  @ParameterizedTest
  @CsvSource({"docker run redis, ACTS", "docker ps, LOOKS", "ls, NONE"})
  void what_the_shell_ran_counts_as_well(String ran, DockerUse use) {
    assertThat(DockerUse.of("dk", List.of("true", ran), TABLE)).isEqualTo(use);
  }
}
