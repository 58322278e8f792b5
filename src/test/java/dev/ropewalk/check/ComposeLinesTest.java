package dev.ropewalk.check;

import dev.ropewalk.engine.SampleContainer;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Lines of Compose that failed: Compose itself speaks of something else then. */
final class ComposeLinesTest {
  private static final String STORED =
      "exec: {service: compose/stock}\nrun: [redis-cli, get, window]\nexpect: {stdout: nutmeg}";
  private static final String UP =
      "compose: compose\nexpect: {services: {stock: {state: running, mode: detached}}}";

  private final Book book = new Book();

  private static SampleContainer of(String service, String image) {
    return new SampleContainer("compose-%s-1".formatted(service))
        .image(image)
        .label("com.docker.compose.project", "compose")
        .label("com.docker.compose.service", service);
  }

  private static Bench empty(Bench bench) {
    bench.engine.exec("compose-stock-1", "redis-cli get window", 0, "");
    return bench;
  }

  private void tell(String line, int exitCode, UnaryOperator<Bench> there, String... checks) {
    book.tell(
        line,
        List.of(checks),
        b -> {
          b.engine.withImage("redis:7").withImage("busybox");
          return there.apply(b).ran(line, exitCode);
        });
  }

  @Test
  void the_service_is_forgotten_or_has_another_name() {
    for (String line :
        List.of(
            "docker compose exec redis-cli set window nutmeg",
            "docker compose exec -T redis-cli set window nutmeg",
            "docker-compose -p compose exec redis-cli set window nutmeg",
            "docker compose exec redis redis-cli set window nutmeg",
            "docker compose exec compose-stock-1 redis-cli set window 'nut meg'",
            "docker compose exec stok redis-cli set window nutmeg",
            "docker compose exec redis-cli set window nutmeg; ls")) {
      tell(line, line.endsWith("ls") ? 0 : 1, b -> empty(b.had(of("stock", "redis:7"))), STORED);
    }
    tell(
        "docker compose exec ping -c 1 stock",
        1,
        b -> empty(b.had(of("stock", "redis:7")).had(of("web", "busybox"))),
        STORED);
    tell(
        "docker compose exec stock redis-cli set-x window nutmeg",
        1,
        b -> empty(b.had(of("stock", "redis:7"))),
        STORED);
    book.compare("compose-lines-service");
  }

  @Test
  void the_file_of_the_project_is_gone() {
    for (String line :
        List.of(
            "docker compose down -v",
            "rm -f compose.yaml; docker compose down",
            "docker compose up -d",
            "docker compose -f elsewhere.yaml down")) {
      tell(line, 14, b -> b.had(of("stock", "redis:7")), "compose: compose\nexpect: absent");
    }
    book.compare("compose-lines-file");
  }

  @Test
  void another_command_of_compose_was_meant() {
    tell(
        "docker compose run --rm stock redis-cli set window nutmeg",
        1,
        b -> empty(b.had(of("stock", "redis:7"))),
        STORED);
    tell("docker compose start", 1, b -> b, UP);
    tell("docker-compose restart stock", 1, b -> b, UP);
    tell("docker compose up", 14, b -> b, UP);
    book.compare("compose-lines-meant");
  }

  @Test
  void what_another_command_of_the_line_said_is_not_dockers() {
    tell("docker compose version; ls -la; cat *", 1, b -> b, UP);
    tell("docker compose ps && cat site", 1, b -> b, UP);
    book.compare("compose-lines-others");
  }

  @Test
  void a_container_was_made_anew() {
    tell(
        "docker compose up -d --force-recreate",
        0,
        b -> b.has(of("web", "busybox")),
        "container: {service: compose/web}\nexpect: {id: \"0123456789ab\", state: running}");
    book.compare("compose-lines-anew");
  }
}
