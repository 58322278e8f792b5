package dev.ropewalk.check;

import dev.ropewalk.engine.Image;
import dev.ropewalk.engine.SampleContainer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What a learner reads of what an image is made of. */
final class ImageDiagnosisTest {
  private final Book book = new Book();

  private static Image image(String name, int age, long size, String... layers) {
    return new Image(
        "sha256:" + SampleContainer.id(name),
        List.of(name + ":latest"),
        List.of(),
        size,
        Instant.EPOCH.plus(Duration.ofDays(age)),
        "amd64",
        List.of(layers),
        Map.of(),
        "",
        "",
        List.of(),
        List.of(),
        Map.of(),
        List.of(),
        List.of(),
        List.of());
  }

  /** An image that runs these words. */
  private static Image running(String... command) {
    Image bare = image("app", 1, 100, "a");
    return new Image(
        bare.id(),
        bare.tags(),
        List.of(),
        bare.size(),
        bare.created(),
        "amd64",
        bare.layers(),
        Map.of(),
        "",
        "",
        List.of(),
        List.of(command),
        Map.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private static UnaryOperator<Bench> images(Image... images) {
    return bench -> {
      List.of(images).forEach(bench.engine::with);
      return bench;
    };
  }

  @Test
  void image_base() {
    Image debian = image("debian", 1, 100, "a");
    Image tools = image("tools", 2, 200, "a", "b");
    Image app = image("app", 3, 300, "a", "b", "c");
    String base = "image: app\nexpect: {base: {contains: tools}}";
    book.tell("as it should be", base, images(debian, tools, app));
    book.tell(
        "further down",
        "image: app\nexpect: {base: {contains: debian}}",
        images(debian, tools, app));
    book.tell(
        "in order", "image: app\nexpect: {base: [tools, debian]}", images(debian, tools, app));
    book.tell("without it", base, images(debian, image("tools", 2, 200, "x", "b"), app));
    book.tell("on nothing", base, images(image("app", 3, 300, "c")));
    book.tell("no layer of its own", base, images(tools, image("app", 3, 200, "a", "b")));
    book.tell(
        "the other is the newer one", base, images(image("tools", 4, 200, "a", "b", "c"), app));
    book.compare("image-base");
  }

  @Test
  void image_command() {
    UnaryOperator<Bench> plain = images(running("/bin/sh", "-c", "httpd -f -p 3000"));
    UnaryOperator<Bench> list = images(running("httpd", "-f"));
    String httpd = "image: app\nexpect: {cmd: {contains: httpd}}";
    book.tell("plain words", httpd, plain);
    book.tell("all the plain words", "image: app\nexpect: {cmd: [httpd, -f, -p, 3000]}", plain);
    book.tell("as docker has them", "image: app\nexpect: {cmd: {contains: /bin/sh}}", plain);
    book.tell("a list", httpd, list);
    book.tell("another program", "image: app\nexpect: {cmd: {contains: nginx}}", plain);
    book.tell("no shell is wanted", "image: app\nexpect: {cmd: {none: /bin/sh}}", plain);
    book.tell("and there is none", "image: app\nexpect: {cmd: {none: /bin/sh}}", list);
    book.compare("image-command");
  }

  @Test
  void image_layers() {
    String two = "image: app\nexpect: {layers: {count: 2}}";
    book.tell("as it should be", two, images(image("app", 1, 300, "a", "b")));
    book.tell("more", two, images(image("app", 1, 300, "a", "b", "c")));
    book.tell("one", two, images(image("app", 1, 300, "a")));
    book.tell("none", two, images(image("app", 1, 300)));
    book.tell(
        "of words",
        "image: app\nexpect: {cmd: {count: {at_least: 2}}}",
        images(image("app", 1, 300, "a")));
    book.compare("image-layers");
  }

  @Test
  void image_history() {
    String id = "sha256:" + SampleContainer.id("app");
    String ran = "image: app\nexpect: {history: {any: {starts_with: RUN apt-get}}}";
    UnaryOperator<Bench> made =
        bench -> {
          bench.engine.history(id, "FROM scratch", "RUN apt-get update");
          return images(image("app", 1, 300, "a")).apply(bench);
        };
    book.tell("as it should be", ran, made);
    book.tell("otherwise", ran, images(image("app", 1, 300, "a")));
    book.tell("another", "image: app\nexpect: {history: {contains: CMD}}", made);
    book.tell("captured", ran + "\ncapture: {made: history}", made);
    book.compare("image-history");
  }

  @Test
  void size_as_a_share_of_a_captured_one() {
    String half = "image: app\nexpect: {size: {at_most: \"50% of ${plain}\"}}";
    book.tell(
        "exactly half",
        half,
        b -> images(image("app", 1, 500, "a")).apply(b.variable("plain", "1000")));
    book.tell(
        "more than half",
        half,
        b -> images(image("app", 1, 501, "a")).apply(b.variable("plain", "1000")));
    book.tell(
        "of a size with a unit",
        half,
        b -> images(image("app", 1, 3 << 20, "a")).apply(b.variable("plain", "4m")));
    book.tell(
        "captured",
        "image: app\nexpect: exists\ncapture: {plain: size}",
        images(image("app", 1, 500, "a")));
    book.compare("size-share");
  }
}
