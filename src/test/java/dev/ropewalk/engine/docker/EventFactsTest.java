package dev.ropewalk.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.github.dockerjava.api.model.Event;
import dev.ropewalk.engine.EngineEvent;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EventFactsTest {
  private static final Instant AT = Instant.parse("2026-11-01T10:00:00.123456789Z");
  private static final long NANOS = 1793527200123456789L;

  @Test
  void what_happens_to_a_container_has_its_name_image_and_details() {
    assertThat(
            read(
                """
                {"status": "die", "id": "c1", "from": "redis", "Type": "container", "Action": "die",
                 "Actor": {"ID": "c1", "Attributes": {"exitCode": "137", "image": "redis", "name": "db"}},
                 "scope": "local", "time": 1793527200, "timeNano": %s}
                """))
        .isEqualTo(
            new EngineEvent.ToContainer(
                AT,
                "die",
                "c1",
                "db",
                "redis",
                Map.of("exitCode", "137", "image", "redis", "name", "db")));
  }

  @Test
  void the_command_of_an_exec_is_cut_off_and_kept() {
    assertThat(
            read(
                """
                {"Type": "container", "Action": "exec_start: sh -c echo: hi", "timeNano": %s,
                 "Actor": {"ID": "c1", "Attributes": {"execID": "e1", "image": "redis", "name": "db"}}}
                """))
        .isEqualTo(
            new EngineEvent.ToContainer(
                AT,
                "exec_start",
                "c1",
                "db",
                "redis",
                Map.of(
                    "command", "sh -c echo: hi", "execID", "e1", "image", "redis", "name", "db")));
  }

  @Test
  void a_state_of_health_is_cut_off_and_kept() {
    EngineEvent event =
        read(
            """
            {"Type": "container", "Action": "health_status: healthy", "timeNano": %s,
             "Actor": {"ID": "c1", "Attributes": {}}}
            """);

    assertThat(event.action()).isEqualTo("health_status");
    assertThat(event.details()).containsExactly(Map.entry("health", "healthy"));
  }

  @Test
  void a_pulled_image_is_named_by_its_reference() {
    assertThat(
            read(
                """
                {"Type": "image", "Action": "pull", "timeNano": %s,
                 "Actor": {"ID": "redis:latest", "Attributes": {"name": "redis"}}}
                """))
        .isEqualTo(
            new EngineEvent.ToImage(AT, "pull", "redis:latest", "redis", Map.of("name", "redis")));
  }

  @Test
  void a_network_tells_the_container_that_joined() {
    assertThat(
            read(
                """
                {"Type": "network", "Action": "connect", "timeNano": %s,
                 "Actor": {"ID": "n1", "Attributes": {"container": "c1", "name": "shop", "type": "bridge"}}}
                """))
        .isEqualTo(
            new EngineEvent.ToNetwork(
                AT,
                "connect",
                "n1",
                "shop",
                "c1",
                Map.of("container", "c1", "name", "shop", "type", "bridge")));
  }

  @Test
  void a_volume_is_named_by_its_id() {
    assertThat(
            read(
                """
                {"Type": "volume", "Action": "create", "timeNano": %s,
                 "Actor": {"ID": "data", "Attributes": {"driver": "local"}}}
                """))
        .isEqualTo(new EngineEvent.ToVolume(AT, "create", "data", "", Map.of("driver", "local")));
  }

  @Test
  void a_type_that_docker_java_does_not_know_keeps_its_name() {
    assertThat(
            read(
                """
                {"Type": "builder", "Action": "prune", "timeNano": %s,
                 "Actor": {"ID": "", "Attributes": {"reclaimed": "0"}}}
                """))
        .isEqualTo(new EngineEvent.ToOther(AT, "builder", "prune", "", Map.of("reclaimed", "0")));
  }

  private static EngineEvent read(String json) {
    try {
      return EventFacts.read(
          Fields.of(RawModels.mapper().readValue(json.formatted(NANOS), Event.class)));
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
