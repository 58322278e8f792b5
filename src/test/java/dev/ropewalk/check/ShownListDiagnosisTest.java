package dev.ropewalk.check;

import static dev.ropewalk.engine.ObjectKind.CONTAINER;
import static dev.ropewalk.engine.ObjectKind.IMAGE;
import static dev.ropewalk.engine.ObjectKind.NETWORK;
import static dev.ropewalk.engine.ObjectKind.VOLUME;
import static dev.ropewalk.engine.SampleExchange.get;

import dev.ropewalk.engine.ObjectKind;
import dev.ropewalk.engine.SampleContainer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Which lists count as a look, and what a learner reads where one does not. */
final class ShownListDiagnosisTest {
  private static final String LIST = "/containers/json";
  private final Book book = new Book();

  private static SampleContainer box() {
    return new SampleContainer("box");
  }

  @Test
  void lists_on_record() {
    String seen = "shown: {containers: {any: [box]}}";
    String gone = "shown: {containers: {none: [box]}}";
    UnaryOperator<Bench> up = b -> b.had(box());

    book.tell("nothing was done", seen, up);
    book.tell(
        "docker ps",
        seen,
        b -> up.apply(b).asked("docker ps", 0, get(LIST).listed(CONTAINER, "box")));
    book.tell(
        "curl",
        seen,
        b -> up.apply(b).asked("curl $H/containers/json", 0, get(LIST).listed(CONTAINER, "box")));
    book.tell(
        "asked for by a short id",
        "shown: {containers: {any: [626f78000000]}}",
        b -> up.apply(b).asked("docker ps", 0, get(LIST).listed(CONTAINER, "box")));
    book.tell(
        "it was removed afterwards",
        seen,
        b -> b.asked("docker ps", 0, get(LIST).listed(CONTAINER, "box")));
    book.tell(
        "led to nowhere",
        seen,
        b -> up.apply(b).asked("docker ps > /dev/null", 0, get(LIST).listed(CONTAINER, "box")));
    book.tell(
        "only the complaints led to nowhere",
        seen,
        b -> up.apply(b).asked("docker ps 2>/dev/null", 0, get(LIST).listed(CONTAINER, "box")));
    book.tell(
        "a miss, and then another list",
        seen,
        b ->
            up.apply(b)
                .asked("docker ps -n 0", 0, get(LIST).listed(CONTAINER))
                .asked("docker images", 0, get("/images/json").listed(ObjectKind.IMAGE, "redis")));
    book.tell(
        "a filter in the form of the client",
        seen,
        b ->
            up.apply(b)
                .asked(
                    "docker ps -f name=zzz",
                    0,
                    get(LIST).with("filters", "{\"name\":{\"zzz\":true}}").listed(CONTAINER)));
    book.tell(
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
    book.tell(
        "it does not run",
        seen,
        b -> b.had(box().exited(0)).asked("docker ps", 0, get(LIST).listed(CONTAINER)));
    book.tell(
        "only the newest",
        seen,
        b ->
            b.had(box().exited(0))
                .asked("docker ps -l", 0, get(LIST).with("limit", "1").listed(CONTAINER, "bax")));
    book.tell(
        "it is not there at all",
        seen,
        b -> b.asked("docker ps -a", 0, get(LIST).with("all", "1").listed(CONTAINER, "bax")));
    book.tell("help", seen, b -> up.apply(b).asked("docker ps --help", 0));
    book.tell(
        "refused",
        seen,
        b ->
            up.apply(b)
                .asked("docker ps -f foo=1", 1, get(LIST).refused(400, "Invalid filter 'foo'")));
    book.tell(
        "first seen, then something else",
        seen,
        b ->
            up.apply(b)
                .asked("docker ps", 0, get(LIST).listed(CONTAINER, "box"))
                .asked("docker images", 0, get("/images/json").listed(IMAGE, "redis:latest")));
    book.tell(
        "another command",
        seen,
        b -> up.apply(b).asked("docker images", 0, get("/images/json").listed(IMAGE)));
    book.tell(
        "it is gone from the list",
        gone,
        b -> b.asked("docker ps -a", 0, get(LIST).with("all", "1").listed(CONTAINER, "bax")));
    book.tell(
        "it is not gone",
        gone,
        b -> up.apply(b).asked("docker ps", 0, get(LIST).listed(CONTAINER, "box")));
    book.tell(
        "a narrowed list is no proof of absence",
        gone,
        b -> b.asked("docker ps -l", 0, get(LIST).with("limit", "1").listed(CONTAINER, "bax")));
    book.tell(
        "images, by any form of the name",
        "shown: {images: {any: [docker.io/library/redis]}}",
        b -> b.asked("docker images", 0, get("/images/json").listed(IMAGE, "redis:latest")));
    book.tell(
        "other images, and then an answer",
        "shown: {images: {any: [redis]}}",
        b ->
            b.asked(
                    "docker images nginx",
                    0,
                    get("/images/json")
                        .with("filters", "{\"reference\":{\"nginx\":true}}")
                        .listed(IMAGE))
                .answered("v2"));
    book.tell("an answer alone", "shown: {images: {any: [redis]}}", b -> b.answered("v2"));
    book.tell(
        "other images",
        "shown: {images: {any: [redis]}}",
        b ->
            b.asked(
                "docker images nginx",
                0,
                get("/images/json")
                    .with("filters", "{\"reference\":{\"nginx\":true}}")
                    .listed(IMAGE)));
    book.tell(
        "volumes",
        "shown: {volumes: {any: [data]}}",
        b -> b.asked("docker volume ls", 0, get("/volumes").listed(VOLUME, "data")));
    book.tell(
        "networks",
        "shown: {networks: {any: [shop]}}",
        b -> b.asked("docker network ls", 0, get("/networks").listed(NETWORK, "bridge")));
    book.compare("shown-lists");
  }

  @Test
  void lists_by_words() {
    String seen = "shown: {containers: {any: [box]}}";
    String image = "shown: {images: {any: [redis]}}";

    book.tell("docker ps", seen, b -> b.had(box()).ran("docker ps", 0));
    book.tell("round the recorder", seen, b -> b.had(box()).wentRound("sudo docker ps", 0));
    book.tell("help", seen, b -> b.had(box()).ran("docker ps --help", 0));
    book.tell("it failed", seen, b -> b.had(box()).ran("docker ps --bogus", 125));
    book.tell(
        "a filter that lets it through", seen, b -> b.had(box()).ran("docker ps -f name=bo", 0));
    book.tell("a filter that does not", seen, b -> b.had(box()).ran("docker ps -f name=zzz", 0));
    book.tell("a filter by another label", seen, b -> b.had(box()).ran("docker ps -f label=x", 0));
    book.tell("it does not run", seen, b -> b.had(box().exited(0)).ran("docker ps", 0));
    book.tell("all of them", seen, b -> b.had(box().exited(0)).ran("docker container ls -a", 0));
    book.tell(
        "by its state", seen, b -> b.had(box().exited(0)).ran("docker ps -f status=exited", 0));
    book.tell("images", image, b -> b.ran("docker image ls", 0));
    book.tell("that image", image, b -> b.ran("docker images redis", 0));
    book.tell("a pattern", image, b -> b.ran("docker images 'red*'", 0));
    book.tell("another image", image, b -> b.ran("docker images nginx", 0));
    book.tell("another tag", image, b -> b.ran("docker images redis:7", 0));
    book.tell("a word too many", seen, b -> b.had(box().exited(0)).ran("docker ps -a '<b>'", 1));
    book.tell(
        "in a line that failed",
        seen,
        b -> b.had(box().exited(0)).ran("false; docker ps; false", 1));
    book.tell("it failed for a reason of its own", seen, b -> b.ran("docker ps", 1));
    book.compare("shown-lists-by-words");
  }
}
