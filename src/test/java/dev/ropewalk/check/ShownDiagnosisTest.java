package dev.ropewalk.check;

import static dev.ropewalk.engine.ObjectKind.CONTAINER;
import static dev.ropewalk.engine.ObjectKind.IMAGE;
import static dev.ropewalk.engine.ObjectKind.NETWORK;
import static dev.ropewalk.engine.ObjectKind.VOLUME;
import static dev.ropewalk.engine.SampleExchange.get;

import dev.ropewalk.engine.ObjectKind;
import dev.ropewalk.engine.Outcome.View;
import dev.ropewalk.engine.SampleContainer;
import dev.ropewalk.engine.SampleExchange;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What counts as a look, and what a learner reads where it does not. */
final class ShownDiagnosisTest {
  private static final String LIST = "/containers/json";
  private final Book book = new Book();

  private void tell(String situation, String check, UnaryOperator<Bench> setting) {
    book.tell(situation, check, setting);
  }

  private static SampleContainer box() {
    return new SampleContainer("box");
  }

  private static SampleExchange log(long bytes, String... words) {
    return get("/containers/box/logs").shown(View.LOGS, SampleContainer.id("box"), bytes, words);
  }

  @Test
  void lists_on_record() {
    String seen = "shown: {containers: {any: [box]}}";
    String gone = "shown: {containers: {none: [box]}}";
    UnaryOperator<Bench> up = b -> b.had(box());

    tell("nothing was done", seen, up);
    tell(
        "docker ps",
        seen,
        b -> up.apply(b).asked("docker ps", 0, get(LIST).listed(CONTAINER, "box")));
    tell(
        "curl",
        seen,
        b -> up.apply(b).asked("curl $H/containers/json", 0, get(LIST).listed(CONTAINER, "box")));
    tell(
        "asked for by a short id",
        "shown: {containers: {any: [626f78000000]}}",
        b -> up.apply(b).asked("docker ps", 0, get(LIST).listed(CONTAINER, "box")));
    tell(
        "it was removed afterwards",
        seen,
        b -> b.asked("docker ps", 0, get(LIST).listed(CONTAINER, "box")));
    tell(
        "led to nowhere",
        seen,
        b -> up.apply(b).asked("docker ps > /dev/null", 0, get(LIST).listed(CONTAINER, "box")));
    tell(
        "only the complaints led to nowhere",
        seen,
        b -> up.apply(b).asked("docker ps 2>/dev/null", 0, get(LIST).listed(CONTAINER, "box")));
    tell(
        "a miss, and then another list",
        seen,
        b ->
            up.apply(b)
                .asked("docker ps -n 0", 0, get(LIST).listed(CONTAINER))
                .asked("docker images", 0, get("/images/json").listed(ObjectKind.IMAGE, "redis")));
    tell(
        "a filter in the form of the client",
        seen,
        b ->
            up.apply(b)
                .asked(
                    "docker ps -f name=zzz",
                    0,
                    get(LIST).with("filters", "{\"name\":{\"zzz\":true}}").listed(CONTAINER)));
    tell(
        "filters in the other form",
        seen,
        b ->
            up.apply(b)
                .asked(
                    "curl",
                    0,
                    get(LIST)
                        .with("filters", "{\"name\":[\"zzz\"],\"label\":[\"a=b\"]}")
                        .listed(CONTAINER)));
    tell(
        "it does not run",
        seen,
        b -> b.had(box().exited(0)).asked("docker ps", 0, get(LIST).listed(CONTAINER)));
    tell(
        "only the newest",
        seen,
        b ->
            b.had(box().exited(0))
                .asked("docker ps -l", 0, get(LIST).with("limit", "1").listed(CONTAINER, "bax")));
    tell(
        "it is not there at all",
        seen,
        b -> b.asked("docker ps -a", 0, get(LIST).with("all", "1").listed(CONTAINER, "bax")));
    tell("help", seen, b -> up.apply(b).asked("docker ps --help", 0));
    tell(
        "refused",
        seen,
        b ->
            up.apply(b)
                .asked("docker ps -f foo=1", 1, get(LIST).refused(400, "Invalid filter 'foo'")));
    tell(
        "first seen, then something else",
        seen,
        b ->
            up.apply(b)
                .asked("docker ps", 0, get(LIST).listed(CONTAINER, "box"))
                .asked("docker images", 0, get("/images/json").listed(IMAGE, "redis:latest")));
    tell(
        "another command",
        seen,
        b -> up.apply(b).asked("docker images", 0, get("/images/json").listed(IMAGE)));
    tell(
        "it is gone from the list",
        gone,
        b -> b.asked("docker ps -a", 0, get(LIST).with("all", "1").listed(CONTAINER, "bax")));
    tell(
        "it is not gone",
        gone,
        b -> up.apply(b).asked("docker ps", 0, get(LIST).listed(CONTAINER, "box")));
    tell(
        "a narrowed list is no proof of absence",
        gone,
        b -> b.asked("docker ps -l", 0, get(LIST).with("limit", "1").listed(CONTAINER, "bax")));
    tell(
        "images, by any form of the name",
        "shown: {images: {any: [docker.io/library/redis]}}",
        b -> b.asked("docker images", 0, get("/images/json").listed(IMAGE, "redis:latest")));
    tell(
        "other images",
        "shown: {images: {any: [redis]}}",
        b ->
            b.asked(
                "docker images nginx",
                0,
                get("/images/json")
                    .with("filters", "{\"reference\":{\"nginx\":true}}")
                    .listed(IMAGE)));
    tell(
        "volumes",
        "shown: {volumes: {any: [data]}}",
        b -> b.asked("docker volume ls", 0, get("/volumes").listed(VOLUME, "data")));
    tell(
        "networks",
        "shown: {networks: {any: [shop]}}",
        b -> b.asked("docker network ls", 0, get("/networks").listed(NETWORK, "bridge")));
    book.compare("shown-lists");
  }

  @Test
  void lists_by_words() {
    String seen = "shown: {containers: {any: [box]}}";
    String image = "shown: {images: {any: [redis]}}";

    tell("docker ps", seen, b -> b.had(box()).ran("docker ps", 0));
    tell("round the recorder", seen, b -> b.had(box()).wentRound("sudo docker ps", 0));
    tell("help", seen, b -> b.had(box()).ran("docker ps --help", 0));
    tell("it failed", seen, b -> b.had(box()).ran("docker ps --bogus", 125));
    tell("a filter that lets it through", seen, b -> b.had(box()).ran("docker ps -f name=bo", 0));
    tell("a filter that does not", seen, b -> b.had(box()).ran("docker ps -f name=zzz", 0));
    tell("a filter by another label", seen, b -> b.had(box()).ran("docker ps -f label=x", 0));
    tell("it does not run", seen, b -> b.had(box().exited(0)).ran("docker ps", 0));
    tell("all of them", seen, b -> b.had(box().exited(0)).ran("docker container ls -a", 0));
    tell("by its state", seen, b -> b.had(box().exited(0)).ran("docker ps -f status=exited", 0));
    tell("images", image, b -> b.ran("docker image ls", 0));
    tell("that image", image, b -> b.ran("docker images redis", 0));
    tell("a pattern", image, b -> b.ran("docker images 'red*'", 0));
    tell("another image", image, b -> b.ran("docker images nginx", 0));
    tell("another tag", image, b -> b.ran("docker images redis:7", 0));
    book.compare("shown-lists-by-words");
  }

  @Test
  void logs() {
    String any = "shown: {log: box}";
    String ready = "shown: {log: box, contains: Ready}";

    tell("read", any, b -> b.had(box()).asked("docker logs box", 0, log(10)));
    tell("read, and then removed", any, b -> b.asked("x", 0, log(1), inspectedBox()));
    tell("empty", any, b -> b.had(box()).asked("docker logs box", 0, log(0)));
    tell(
        "no lines of it",
        any,
        b -> b.had(box()).asked("docker logs --tail 0 box", 0, log(0).with("tail", "0")));
    tell(
        "nothing in that time",
        any,
        b ->
            b.had(box())
                .asked(
                    "docker logs --since 1s box",
                    0,
                    log(0).with("since", "1700000000.1").with("tail", "all")));
    tell(
        "of another",
        any,
        b ->
            b.had(box())
                .asked(
                    "docker logs bax", 0, get("/containers/bax/logs").shown(View.LOGS, "bax", 9)));
    tell(
        "of none",
        any,
        b ->
            b.had(box())
                .asked(
                    "docker logs bux",
                    1,
                    get("/containers/bux/json").refused(404, "No such container: bux")));
    tell("help", any, b -> b.had(box()).asked("docker logs --help", 0));
    tell("with the words", ready, b -> b.had(box()).asked("docker logs box", 0, log(9, "Ready")));
    tell("without the words", ready, b -> b.had(box()).asked("docker logs box", 0, log(9)));
    tell(
        "too few lines",
        ready,
        b -> b.had(box()).asked("docker logs -n 1 box", 0, log(9).with("tail", "1")));
    tell("words: read", any, b -> b.had(box()).ran("docker logs box", 0));
    tell("words: by id", any, b -> b.had(box()).ran("docker logs -f 626f", 130));
    tell("words: no lines", any, b -> b.had(box()).ran("docker logs --tail 0 box", 0));
    tell("words: no time", any, b -> b.had(box()).ran("docker logs --since 0s box", 0));
    tell("words: of another", any, b -> b.had(box()).ran("docker logs bax", 0));
    tell(
        "words: what the log says",
        ready,
        b -> b.had(box()).log("Ready", "more").ran("docker logs box", 0));
    tell(
        "words: not in its last line",
        ready,
        b -> b.had(box()).log("Ready", "more").ran("docker logs -n 1 box", 0));
    book.compare("shown-logs");
  }

  private static SampleExchange inspectedBox() {
    return get("/containers/box/json").inspected(CONTAINER, "box");
  }

  private static SampleExchange exec(long bytes, String... words) {
    return SampleExchange.post("/exec/1/start").shown(View.EXEC, "box", bytes, words);
  }

  @Test
  void programs_in_a_container() {
    String check = "shown: {exec: box, contains: 204 No Content}";
    UnaryOperator<Bench> up = b -> b.had(box());

    tell("no command was run", check, up);
    tell(
        "it printed that",
        check,
        b -> up.apply(b).asked("docker exec box perl", 0, exec(90, "204 No Content")));
    tell(
        "it printed something else",
        check,
        b -> up.apply(b).asked("docker exec box perl", 0, exec(90)));
    tell(
        "no id of a container",
        "shown: {exec: box, contains: %s}".formatted(SampleContainer.id("other")),
        b ->
            up.apply(b)
                .had(new SampleContainer("other"))
                .asked("docker exec box perl", 0, exec(90)));
    tell(
        "it could not be run",
        check,
        b -> up.apply(b).asked("docker exec box docker ps", 126, exec(120)));
    tell("it printed nothing", check, b -> up.apply(b).asked("docker exec box true", 0, exec(0)));
    tell(
        "in another container",
        check,
        b ->
            up.apply(b)
                .had(new SampleContainer("other"))
                .asked(
                    "docker exec other ls",
                    0,
                    SampleExchange.post("/exec/1/start").shown(View.EXEC, "other", 9)));
    tell("nobody has recorded it", check, b -> up.apply(b).ran("docker exec box perl", 0));
    tell("by docker itself", check, b -> up.apply(b).asked("docker stop box", 0));
    book.compare("shown-exec");
  }

  @Test
  void other_looks() {
    String details = "shown: {inspect: box}";
    String port = "shown: {port: box}";

    tell("inspected", details, b -> b.asked("docker inspect box", 0, inspectedBox()));
    tell(
        "a client that only reads the log",
        details,
        b -> b.had(box()).asked("docker logs box", 0, inspectedBox(), log(9)));
    tell(
        "inspected, and then the log",
        details,
        b ->
            b.had(box())
                .asked(
                    "docker inspect box; docker logs box",
                    0,
                    inspectedBox(),
                    inspectedBox(),
                    log(9)));
    tell(
        "another",
        details,
        b ->
            b.asked(
                "docker inspect bax", 0, get("/containers/bax/json").inspected(CONTAINER, "bax")));
    tell("ports", port, b -> b.had(box()).asked("docker port box", 0, inspectedBox()));
    tell(
        "a port that is not published",
        port,
        b -> b.had(box()).asked("docker port box 99", 1, inspectedBox()));
    tell("ports by words", port, b -> b.had(box()).ran("docker port box", 0));
    tell(
        "processes",
        "shown: {top: box}",
        b ->
            b.had(box())
                .asked("docker top box", 0, get("/containers/box/top").shown(View.TOP, "box", 99)));
    tell("statistics of all", "shown: {stats: box}", b -> b.had(box()).ran("docker stats", 130));
    tell("changes", "shown: {diff: box}", b -> b.had(box()).ran("docker diff box", 0));
    tell(
        "an image's history",
        "shown: {history: redis}",
        b ->
            b.asked(
                "docker history redis:latest",
                0,
                get("/images/redis:latest/history").shown(View.HISTORY, "redis:latest", 99)));
    book.compare("shown-others");
  }
}
