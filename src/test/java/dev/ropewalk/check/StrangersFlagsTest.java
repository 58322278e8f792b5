package dev.ropewalk.check;

import static dev.ropewalk.check.StrangersBook.box;
import static dev.ropewalk.check.StrangersBook.shop;
import static dev.ropewalk.check.StrangersBook.volume;
import static dev.ropewalk.engine.SampleExchange.delete;
import static dev.ropewalk.engine.SampleExchange.post;

import dev.ropewalk.engine.Outcome;
import dev.ropewalk.engine.SampleExchange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Strangers' flags, limits and formats, and words that docker takes otherwise. */
final class StrangersFlagsTest {
  private final StrangersBook book = new StrangersBook();

  @TempDir Path folder;

  private UnaryOperator<Bench> in(String dockerfile) throws IOException {
    Files.writeString(folder.resolve("Dockerfile"), dockerfile);
    return b -> b.in(folder);
  }

  @Test
  void what_was_meant() throws IOException {
    book.tell(
        "another word for it",
        b -> b.ran("docker volume make shopdata", 1),
        "volume: shopdata\nexpect: exists");
    book.tell(
        "a command inside one that has ended",
        b ->
            b.has(box("system").image("debian").command("bash").exited(0))
                .ran("docker exec system cat /etc/os-release", 1),
        "logs: system\nexpect: {contains: PRETTY_NAME=}\nprinted_by: cat /etc/os-release");
    book.tell(
        "a name without its flag",
        in("FROM debian\n").andThen(b -> b.ran("docker build debian-nonroot .", 1))::apply,
        "image: debian-nonroot\nexpect: {base: {contains: debian}}");
    book.tell(
        "a name in the place of the folder",
        in("FROM debian\n").andThen(b -> b.ran("docker build debian-nonroot", 1))::apply,
        "image: debian-nonroot\nexpect: {base: {contains: debian}}");
    book.tell(
        "a folder that is missing",
        in("FROM debian\n").andThen(b -> b.ran("docker build -t debian-nonroot", 1))::apply,
        "image: debian-nonroot\nexpect: {base: {contains: debian}}");
    book.tell(
        "no name",
        in("FROM debian\n").andThen(b -> b.ran("docker build .", 0))::apply,
        "image: debian-nonroot\nexpect: {base: {contains: debian}}");
    book.tell(
        "a container's name for a volume",
        b ->
            b.had(shop("shop"))
                .has(volume("shopdata"))
                .asked(
                    "docker volume rm shop",
                    1,
                    delete("/volumes/shop").refused(404, "get shop: no such volume")),
        "volume: shopdata\nexpect: absent");
    book.tell(
        "a volume's name for a container",
        b ->
            b.has(volume("shopdata"))
                .asked(
                    "docker rm shopdata",
                    1,
                    delete("/containers/shopdata").refused(404, "No such container: shopdata")),
        "volume: shopdata\nexpect: absent");
    book.tell(
        "a file by its name alone, inside",
        b ->
            b.had(
                    box("workbench")
                        .mount("bind", "/home/me", "/home/dockeruser/shared_folder", false))
                .asked(
                    "docker exec workbench cat note.txt",
                    1,
                    post("/exec/1/start").shown(Outcome.View.EXEC, "workbench", 50)),
        "shown: {exec: workbench, contains: hello}");
    book.compare("what-was-meant");
  }

  @Test
  void a_flag_is_not_given_as_docker_takes_it() {
    String tail = "typed: {docker: logs, flags: {tail: 3}, args: {any: [redistest2]}}";
    for (String line :
        List.of(
            "docker logs -3 redistest2",
            "docker logs redistest2 -3",
            "docker container logs -t --3 redistest2",
            "docker logs redistest2 --tail",
            "docker logs --tial 3 redistest2",
            "docker logs -n 5 redistest2",
            "docker logs redistest2 | tail -3 | grep -3 x")) {
      book.tell(line, b -> b.had(box("redistest2")).ran(line, line.contains("|") ? 0 : 125), tail);
    }
    book.compare("flags");
  }

  @Test
  void a_limit_that_does_not_hold() {
    String hog =
        "container: hog\nexpect: {image: redis, program: dd, command: {exactly: [dd, bs=100M, count=1]}, memory: 32m, state: exited}\never: [start, die]";
    SampleExchange small =
        post("/containers/create").refused(400, "Minimum memory limit allowed is 6MB");
    book.tell(
        "bytes were typed for megabytes",
        b -> b.asked("docker run --name hog -m 32 redis dd bs=100M count=1", 125, small),
        hog);
    book.tell(
        "the same by an update",
        b ->
            b.has(box("hog").command("dd", "bs=100M", "count=1").exited(0))
                .happened("die", "hog")
                .asked(
                    "docker update --memory=32 hog",
                    1,
                    post("/containers/hog/update")
                        .refused(400, "Minimum memory limit allowed is 6MB")),
        hog);
    book.tell(
        "too little",
        b -> b.asked("docker run --name hog -m 3m redis dd bs=100M count=1", 125, small),
        hog);
    book.tell(
        "a comma",
        b -> b.ran("docker run -d --name hog --cpus 0,5 redis", 125),
        "container: hog\nexpect: {image: redis, cpus: 0.5}");
    book.tell(
        "it has run without",
        b -> b.has(box("hog").command("dd", "bs=100M", "count=1").exited(0)).happened("die", "hog"),
        hog);
    book.tell(
        "the flag stands after the image",
        b ->
            b.has(box("hog").command("dd", "bs=100M", "count=1", "-m", "32m").exited(1))
                .happened("die", "hog"),
        hog);
    book.tell(
        "a command that never ends",
        b -> b.has(box("hog").command("dd", "bs=100M").memory(32L << 20)),
        "container: hog\nexpect: {program: dd, command: {exactly: [dd, bs=100M, count=1]}}",
        "container: hog\nexpect: {image: redis, state: exited, exit_code: 0}\never: [start, die]");
    book.tell(
        "the same, and it was stopped",
        b ->
            b.has(box("hog").command("dd", "bs=100M").memory(32L << 20).exited(137))
                .happened("die", "hog")
                .ran("docker stop hog", 0),
        "container: hog\nexpect: {program: dd, command: {exactly: [dd, bs=100M, count=1]}}",
        "container: hog\nexpect: {image: redis, state: exited, exit_code: 0}\never: [start, die]");
    book.compare("limits");
  }

  @Test
  void the_line_that_was_refused_runs_something_else() {
    String[] desk = {
      "container: desk\nexpect: {state: running, mode: detached, image: redis, program: redis-server}",
      "port: 16379\nexpect: {answers: redis, container: desk}"
    };
    for (String line :
        List.of(
            "docker run -d --name desk -p 16379:7000 redis",
            "docker run -d --name desk -p 16379:7000 redis redis-server --port 7000",
            "docker run --name desk -p 16379:7001 redis redis-server --port 7001",
            "docker run -d --name desk redis")) {
      book.tell(
          line,
          b ->
              b.had(
                      box("desk")
                          .command("redis-server", "--port", "7000")
                          .port("0.0.0.0", 16380, 7000))
                  .asked(
                      line,
                      125,
                      post("/containers/create")
                          .refused(
                              409,
                              "Conflict. The container name \"/desk\" is already in use by container \"1111\".")),
          desk);
    }
    book.compare("refused-lines");
  }

  @Test
  void a_format_that_shows_nothing() {
    String images = "shown: {images: {any: [redis]}}";
    String settings = "shown: {inspect: box}";
    for (String line :
        List.of(
            "docker images --format json",
            "docker image ls --format Repository",
            "docker images --format '{{json .}}'",
            "docker images --format table",
            "docker images --format json; docker images",
            "docker images")) {
      book.tell(line, b -> b.ran(line, 0), images);
    }
    for (String line :
        List.of("docker inspect -f json box", "docker inspect -f '{{json .State}}' box")) {
      book.tell(line, b -> b.had(box("box")).ran(line, 0), settings);
    }
    book.compare("formats");
  }
}
