package dev.ropewalk.check;

import static dev.ropewalk.engine.SampleExchange.post;

import dev.ropewalk.engine.SampleContainer;
import dev.ropewalk.engine.SampleExchange;
import java.util.function.UnaryOperator;

/**
 * A {@link Book} of refused requests: {@code web} is wanted, and only {@code box} and an image are
 * there.
 */
final class RefusalBook {
  static final String WEB = "container: web\nexpect: {state: running}";

  private final Book book = new Book();

  static SampleContainer box() {
    return new SampleContainer("box").port("0.0.0.0", 12345, 6379);
  }

  static SampleExchange create(String name) {
    return post("/containers/create").with("name", name);
  }

  void tell(String situation, String line, int code, SampleExchange... requests) {
    tell(
        situation,
        WEB,
        b -> {
          b.engine.withImage("redis:latest");
          return b.had(box()).asked(line, code, requests);
        });
  }

  void tell(String situation, String check, UnaryOperator<Bench> setting) {
    book.tell(situation, check, setting);
  }

  void compare(String noun) {
    book.compare(noun);
  }
}
