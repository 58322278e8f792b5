package dev.ropewalk.recorder;

import dev.ropewalk.engine.Exchange;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** What the connections of a recorder share. Safe for use by several threads. */
final class Ledger {
  private final AtomicLong number = new AtomicLong();
  private final Set<OpenExchange> open = ConcurrentHashMap.newKeySet();
  private final Execs execs = new Execs();
  private final Lookup engine;
  private final Consumer<Exchange> listener;
  private volatile Set<String> words = Set.of();

  Ledger(Lookup engine, Consumer<Exchange> listener) {
    this.engine = engine;
    this.listener = listener;
  }

  void watchFor(Set<String> sought) {
    words = Set.copyOf(sought);
  }

  Lookup engine() {
    return engine;
  }

  OpenExchange begin(String lane, String client, RequestLine line) {
    OpenExchange exchange =
        new OpenExchange(number.incrementAndGet(), lane, client, line, words, execs);
    open.add(exchange);
    return exchange;
  }

  /** Tells of it, once. */
  void end(OpenExchange exchange, Exchange.Ending ending) {
    if (!open.remove(exchange)) {
      return;
    }
    Exchange record = exchange.ended(ending, engine);
    try {
      listener.accept(record);
    } catch (RuntimeException e) {
      // The listener's trouble is not the client's.
      Thread current = Thread.currentThread();
      current.getUncaughtExceptionHandler().uncaughtException(current, e);
    }
  }

  /** In the order in which they were begun. */
  List<Exchange> underWay() {
    return open.stream()
        .map(OpenExchange::soFar)
        .sorted(Comparator.comparingLong(Exchange::number))
        .toList();
  }
}
