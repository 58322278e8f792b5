package dev.ropewalk.check.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ropewalk.check.container.ContainerAttributes;
import dev.ropewalk.engine.ImageRef;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values as they are written, understood and shown. */
final class QuantityTest {
  private static Type type(String name) {
    return switch (name) {
      case "STATE" -> ContainerAttributes.STATE;
      case "PUBLISHED" -> ContainerAttributes.PORT_TYPE;
      case "MOUNT" -> ContainerAttributes.MOUNT;
      default -> Type.Single.valueOf(name);
    };
  }

  @ParameterizedTest(name = "{0} {1} is shown as {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "SIZE|64m|64m",
        "SIZE|64M|64m",
        "SIZE|64mb|64m",
        "SIZE|64MiB|64m",
        "SIZE|64 MB|64m",
        "SIZE|65536k|64m",
        "SIZE|512|512 bytes",
        "SIZE|0|0 bytes",
        "SIZE|1.5g|1.5g",
        "SIZE|0.3k|307 bytes",
        "SIZE|2t|2t",
        "SIZE|23800000|22.7m",
        "CPUS|0.5|0.5",
        "CPUS|2|2",
        "CPUS|1.50|1.5",
        "CPUS|0.000000001|0.000000001",
        "DURATION|500ms|500ms",
        "DURATION|5s|5s",
        "DURATION|0.5s|500ms",
        "DURATION|1.5m|90s",
        "DURATION|1h|3600s",
        "DURATION|0s|0s",
        "NUMBER|-7|-7",
        "NUMBER|+7|7",
        "NUMBER|007|7",
        "FLAG|true|true",
        "PORT|80|80/tcp",
        "PORT|080|80/tcp",
        "PORT|53/udp|53/udp",
        "PORT|65535/sctp|65535/sctp",
        "HOST_PORT|12345|12345",
        "IMAGE|redis|redis",
        "IMAGE|redis:latest|redis",
        "IMAGE|docker.io/library/redis:7|redis:7",
        "ID|sha256:0123456789abcdef|0123456789ab",
        "STATE|running|running",
        "PUBLISHED|6379|container 6379/tcp",
        "PUBLISHED|12345:6379|container 6379/tcp, host 12345",
        "PUBLISHED|127.0.0.1:12345:53/udp|address 127.0.0.1, container 53/udp, host 12345",
        "PUBLISHED|::1:12345:53|address ::1, container 53/tcp, host 12345",
        "MOUNT|data:/data|read_only false, source data, target /data",
        "MOUNT|data:/data:ro|read_only true, source data, target /data",
      })
  void what_is_written_is_understood(String type, String text, String shown) {
    assertThat(type(type).show(type(type).parse(text))).isEqualTo(shown);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '%',
      value = {
        "SIZE|m",
        "SIZE|-1m",
        "SIZE|64x",
        "SIZE|6 4m",
        "SIZE|1e3m",
        "SIZE|.5g",
        "SIZE|8388608t",
        "CPUS|half",
        "CPUS|-1",
        "CPUS|1e3",
        "CPUS|0.0000000001",
        "DURATION|5",
        "DURATION|5 seconds",
        "DURATION|1h30m",
        "DURATION|-5s",
        "NUMBER|1.5",
        "NUMBER|0x10",
        "NUMBER|9223372036854775808",
        "NUMBER|%%",
        "FLAG|yes",
        "FLAG|True",
        "PORT|0",
        "PORT|65536",
        "PORT|80/http",
        "PORT|80/",
        "PORT|80/tcp/udp",
        "PORT|-80",
        "HOST_PORT|80/tcp",
        "HOST_PORT|0",
        "IMAGE|%%",
        "IMAGE|redis 7",
        "ID|%%",
        "STATE|Running",
        "STATE|stopped",
        "PUBLISHED|a:80",
        "PUBLISHED|80:",
        "MOUNT|data",
      })
  void what_makes_no_sense_is_refused_with_what_was_expected(String type, String text) {
    assertThatThrownBy(() -> type(type).parse(text))
        .isExactlyInstanceOf(IllegalArgumentException.class)
        .message()
        .isNotBlank();
  }

  @ParameterizedTest
  @CsvSource({
    "redis, redis, latest, redis",
    "redis:latest, redis, latest, redis",
    "redis:7, redis, 7, redis:7",
    "library/redis, redis, latest, redis",
    "docker.io/library/redis, redis, latest, redis",
    "docker.io/redis:7, redis, 7, redis:7",
    "index.docker.io/library/redis:7, redis, 7, redis:7",
    "bitnami/redis, bitnami/redis, latest, bitnami/redis",
    "docker.io/bitnami/redis:7, bitnami/redis, 7, bitnami/redis:7",
    "localhost:5000/app, localhost:5000/app, latest, localhost:5000/app",
    "localhost:5000/app:2, localhost:5000/app, 2, localhost:5000/app:2",
    "ghcr.io/library/redis, ghcr.io/library/redis, latest, ghcr.io/library/redis",
    "redis@sha256:ab, redis, sha256:ab, redis@sha256:ab",
    "redis:7@sha256:ab, redis, sha256:ab, redis@sha256:ab",
    "localhost:5000/app@sha256:ab, localhost:5000/app, sha256:ab, localhost:5000/app@sha256:ab",
  })
  void an_image_has_one_name_however_it_is_written(
      String text, String name, String tag, String familiar) {
    ImageRef image = ImageRef.parse(text);

    assertThat(image).isEqualTo(new ImageRef(name, tag)).hasToString(familiar);
    assertThat(ImageRef.parse(familiar)).isEqualTo(image);
  }
}
