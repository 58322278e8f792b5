package dev.ropewalk.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.check.Probes.ComposeAnswer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a learner reads of a compose file. */
final class ComposeFileDiagnosisTest {
  private static final String FILE = "compose_file: compose.yaml\nexpect: ";
  private static final String WEB = FILE + "{services: {web: {%s}}}";

  @TempDir private Path folder;
  private final Book book = new Book();

  @Test
  void compose_file() throws IOException {
    Files.writeString(
        folder.resolve("compose.yaml"),
        """
        x-common: &common
          restart: always
        services:
          web:
            <<: *common
            image: nginx:${TAG:-1.27}
            ports:
              - "80:8080"
            depends_on: [cache]
            volumes: [./html:/html:ro]
            environment:
              MODE: secret
          cache:
            image: redis
            volumes: [data:/data]
            profiles: [debug]
            networks: [back]
        volumes: {data: }
        networks: {back: }
        """);
    Files.writeString(folder.resolve("bad.yaml"), "services:\n  web:\n    imge: nginx\n");
    UnaryOperator<Bench> here = b -> b.in(folder);
    book.tell(
        "as it should be",
        """
        compose_file: compose.yaml
        expect:
          services:
            web:
              image: nginx:1.27
              ports: [80:8080]
              depends_on: [cache]
              volumes: {any: {type: bind, source: ./html, read_only: true}}
              environment: {MODE: secret, LEVEL: {absent: true}}
              build: {absent: true}
              networks: [default]
            cache: {profiles: [debug], networks: [back], volumes: {contains: data:/data}}
          names: [web, cache]
          networks: [back, default]
          volumes: [data]
        """,
        here);
    book.tell("not there", "compose_file: shop/compose.yaml\nexpect: {names: [web]}", here);
    book.tell(
        "a near name",
        "compose_file: compose.yml\nexpect: {names: [web]}",
        b -> b.inLessons(folder));
    book.tell("refused", "compose_file: bad.yaml\nexpect: {names: [web]}", here);
    book.tell("no such service", FILE + "{services: {shop: {image: nginx}}}", here);
    book.tell("a near service", FILE + "{services: {cach: {image: redis}}}", here);
    book.tell("another image", WEB.formatted("image: redis"), here);
    book.tell("ports the wrong way round", WEB.formatted("ports: [8080:80]"), here);
    book.tell("another port", WEB.formatted("ports: {contains: 81:8080}"), here);
    book.tell(
        "ports by their parts", WEB.formatted("ports: {any: {host: 81, container: 80}}"), here);
    book.tell("no port wanted", WEB.formatted("ports: {empty: true}"), here);
    book.tell("depends on another", WEB.formatted("depends_on: [cache, db]"), here);
    book.tell(
        "waits for a healthy one",
        WEB.formatted("depends_on: {any: {service: cache, condition: service_healthy}}"),
        here);
    book.tell("mounts another", WEB.formatted("volumes: {contains: data:/data}"), here);
    book.tell("another network", WEB.formatted("networks: [back]"), here);
    book.tell("another variable", WEB.formatted("environment: {contains: LEVEL}"), here);
    book.tell("another value", WEB.formatted("environment: {MODE: open}"), here);
    book.tell(
        "a value like another", WEB.formatted("environment: {MODE: {starts_with: op}}"), here);
    book.tell("a variable that is not set", WEB.formatted("environment: {LEVEL: '3'}"), here);
    book.tell("no variable wanted", WEB.formatted("environment: {empty: true}"), here);
    book.tell("another profile", WEB.formatted("profiles: [debug]"), here);
    book.tell("built", WEB.formatted("build: ."), here);
    book.tell("no command", WEB.formatted("command: [nginx, -t]"), here);
    Files.writeString(
        folder.resolve("run.yaml"),
        """
        services:
          web:
            image: nginx
            restart: unless-stopped
            healthcheck: {test: curl -f localhost}
            logging: {driver: local, options: {max-size: 10m}}
          cache:
            image: redis
            healthcheck: {disable: true, test: [CMD, "true"]}
        """);
    String run = "compose_file: run.yaml\nexpect: {services: {%s: {%s}}}";
    book.tell(
        "how it is kept running",
        run.formatted(
            "web",
            "restart: unless-stopped, healthcheck: {exists: true}, log_driver: local, log_options: {max-size: 10m}"),
        here);
    book.tell("another restart", run.formatted("web", "restart: always"), here);
    book.tell("no restart", run.formatted("cache", "restart: always"), here);
    book.tell("no health check", run.formatted("cache", "healthcheck: {exists: true}"), here);
    book.tell(
        "another size of the log", run.formatted("web", "log_options: {max-size: 20m}"), here);
    book.tell("more services", FILE + "{names: {count: 3}}", here);
    book.tell("another volume", FILE + "{volumes: {contains: logs}}", here);
    book.tell("another network of the file", FILE + "{networks: {contains: front}}", here);
    book.tell(
        "where Compose reads it",
        WEB.formatted("image: nginx:2"),
        b -> composed(b, new ComposeAnswer.Read("services: {web: {image: \"nginx:3\"}}")));
    book.tell(
        "where Compose refuses it, and nobody knows the line",
        WEB.formatted("image: nginx"),
        b ->
            composed(
                b,
                new ComposeAnswer.Refused(
                    "validating /tmp/compose.yaml: services.web is odd: invalid compose project")));
    book.compare("compose_file");
  }

  @Test
  void a_variable_of_the_shell_is_put_in() throws IOException {
    Files.writeString(folder.resolve("compose.yaml"), "services: {web: {image: \"a:$TAG\"}}");
    Bench bench = new Bench();

    Verdict verdict =
        composed(bench, new ComposeAnswer.NotThere(Map.of("TAG", "2")))
            .judge(WEB.formatted("image: a:2"));

    assertThat(verdict).isInstanceOf(Verdict.Passed.class);
  }

  private Bench composed(Bench bench, ComposeAnswer answer) {
    bench.probes.composed(answer);
    return bench.in(folder);
  }
}
