package dev.ropewalk.check;

import static dev.ropewalk.engine.ObjectKind.CONTAINER;
import static dev.ropewalk.engine.SampleExchange.get;

import dev.ropewalk.engine.Outcome.View;
import dev.ropewalk.engine.SampleContainer;
import dev.ropewalk.engine.SampleExchange;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Which looks at one object count, and what a learner reads where one does not. */
final class ShownDiagnosisTest {
  private final Book book = new Book();

  private static SampleContainer box() {
    return new SampleContainer("box");
  }

  private static SampleExchange log(long bytes, String... words) {
    return get("/containers/box/logs").shown(View.LOGS, SampleContainer.id("box"), bytes, words);
  }

  @Test
  void logs() {
    String any = "shown: {log: box}";
    String ready = "shown: {log: box, contains: Ready}";

    book.tell("read", any, b -> b.had(box()).asked("docker logs box", 0, log(10)));
    book.tell("read, and then removed", any, b -> b.asked("x", 0, log(1), inspectedBox()));
    book.tell("empty", any, b -> b.had(box()).asked("docker logs box", 0, log(0)));
    book.tell(
        "no lines of it",
        any,
        b -> b.had(box()).asked("docker logs --tail 0 box", 0, log(0).with("tail", "0")));
    book.tell(
        "nothing in that time",
        any,
        b ->
            b.had(box())
                .asked(
                    "docker logs --since 1s box",
                    0,
                    log(0).with("since", "1700000000.1").with("tail", "all")));
    book.tell(
        "of another",
        any,
        b ->
            b.had(box())
                .asked(
                    "docker logs bax", 0, get("/containers/bax/logs").shown(View.LOGS, "bax", 9)));
    book.tell(
        "of none",
        any,
        b ->
            b.had(box())
                .asked(
                    "docker logs bux",
                    1,
                    get("/containers/bux/json").refused(404, "No such container: bux")));
    book.tell("help", any, b -> b.had(box()).asked("docker logs --help", 0));
    book.tell(
        "with the words", ready, b -> b.had(box()).asked("docker logs box", 0, log(9, "Ready")));
    book.tell("without the words", ready, b -> b.had(box()).asked("docker logs box", 0, log(9)));
    book.tell(
        "too few lines",
        ready,
        b -> b.had(box()).asked("docker logs -n 1 box", 0, log(9).with("tail", "1")));
    book.tell("words: read", any, b -> b.had(box()).ran("docker logs box", 0));
    book.tell("words: by id", any, b -> b.had(box()).ran("docker logs -f 626f", 130));
    book.tell("words: no lines", any, b -> b.had(box()).ran("docker logs --tail 0 box", 0));
    book.tell("words: no time", any, b -> b.had(box()).ran("docker logs --since 0s box", 0));
    book.tell("words: of another", any, b -> b.had(box()).ran("docker logs bax", 0));
    book.tell(
        "words: what the log says",
        ready,
        b -> b.had(box()).log("Ready", "more").ran("docker logs box", 0));
    book.tell(
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

    book.tell("no command was run", check, up);
    book.tell(
        "it printed that",
        check,
        b -> up.apply(b).asked("docker exec box perl", 0, exec(90, "204 No Content")));
    book.tell(
        "it printed something else",
        check,
        b -> up.apply(b).asked("docker exec box perl", 0, exec(90)));
    book.tell(
        "no id of a container",
        "shown: {exec: box, contains: %s}".formatted(SampleContainer.id("other")),
        b ->
            up.apply(b)
                .had(new SampleContainer("other"))
                .asked("docker exec box perl", 0, exec(90)));
    book.tell(
        "it could not be run",
        check,
        b -> up.apply(b).asked("docker exec box docker ps", 126, exec(120)));
    book.tell(
        "it printed nothing", check, b -> up.apply(b).asked("docker exec box true", 0, exec(0)));
    book.tell(
        "in another container",
        check,
        b ->
            up.apply(b)
                .had(new SampleContainer("other"))
                .asked(
                    "docker exec other ls",
                    0,
                    SampleExchange.post("/exec/1/start").shown(View.EXEC, "other", 9)));
    book.tell("nobody has recorded it", check, b -> up.apply(b).ran("docker exec box perl", 0));
    book.tell("by docker itself", check, b -> up.apply(b).asked("docker stop box", 0));
    book.compare("shown-exec");
  }

  @Test
  void other_looks() {
    String details = "shown: {inspect: box}";
    String port = "shown: {port: box}";

    book.tell("inspected", details, b -> b.asked("docker inspect box", 0, inspectedBox()));
    book.tell(
        "a client that only reads the log",
        details,
        b -> b.had(box()).asked("docker logs box", 0, inspectedBox(), log(9)));
    book.tell(
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
    book.tell(
        "another",
        details,
        b ->
            b.asked(
                "docker inspect bax", 0, get("/containers/bax/json").inspected(CONTAINER, "bax")));
    book.tell("ports", port, b -> b.had(box()).asked("docker port box", 0, inspectedBox()));
    book.tell(
        "a port that is not published",
        port,
        b -> b.had(box()).asked("docker port box 99", 1, inspectedBox()));
    book.tell("ports by words", port, b -> b.had(box()).ran("docker port box", 0));
    book.tell(
        "processes",
        "shown: {top: box}",
        b ->
            b.had(box())
                .asked("docker top box", 0, get("/containers/box/top").shown(View.TOP, "box", 99)));
    book.tell(
        "statistics of all", "shown: {stats: box}", b -> b.had(box()).ran("docker stats", 130));
    String stats = "shown: {stats: box}";
    SampleExchange list = get("/containers/json");
    book.tell(
        "statistics of all, and it ran",
        stats,
        b ->
            b.had(box())
                .asked(
                    "docker stats --no-stream",
                    0,
                    list,
                    get("/containers/box/stats").shown(View.STATS, "box", 99)));
    book.tell(
        "statistics of all, and another ran",
        stats,
        b ->
            b.had(box())
                .asked(
                    "docker stats --no-stream",
                    0,
                    list,
                    get("/containers/bax/stats").shown(View.STATS, "bax", 99)));
    book.tell(
        "statistics of all, and none ran",
        stats,
        b -> b.had(box()).asked("docker stats --no-stream", 0, list));
    book.tell(
        "statistics of all, round the recorder",
        stats,
        b -> b.had(box()).wentRound("docker -H tcp://there stats --no-stream", 0));
    book.tell("changes", "shown: {diff: box}", b -> b.had(box()).ran("docker diff box", 0));
    book.tell(
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
