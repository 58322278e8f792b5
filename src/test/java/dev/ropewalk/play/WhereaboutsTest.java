package dev.ropewalk.play;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.command.StoredHelps;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which lines are about where docker goes. */
final class WhereaboutsTest {
  private final Whereabouts whereabouts = new Whereabouts(StoredHelps.table(StoredHelps.OLD));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "echo $DOCKER_HOST",
        "printf '%s\\n' \"${DOCKER_HOST:-none}\"",
        "printenv DOCKER_HOST",
        "printenv",
        "env | grep DOCKER",
        "export",
        "export -p",
        "declare -p DOCKER_HOST",
        "export DOCKER_HOST=tcp://box:2375; docker ps",
        "DOCKER_HOST=tcp://box:2375 docker ps",
        "unset DOCKER_HOST",
        "[ -z \"$DOCKER_CONTEXT\" ]",
        "docker context ls",
        "docker context use default",
        "true; docker --log-level debug context show",
      })
  void they_are(String line) {
    assertThat(whereabouts.areAskedIn(line)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "docker ps",
        "curl --unix-socket \"${DOCKER_HOST#unix://}\" http://docker/version",
        "env A=b docker ps",
        "export A=b",
        "docker run -e DOCKER_HOST redis",
        "docker run --name context redis",
        "echo context",
        "",
      })
  void others_are_not(String line) {
    assertThat(whereabouts.areAskedIn(line)).isFalse();
  }
}
