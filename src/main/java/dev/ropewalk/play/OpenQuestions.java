package dev.ropewalk.play;

import dev.ropewalk.session.Message;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/** What the session was asked from other terminals and has not answered yet. For any thread. */
final class OpenQuestions {
  private final AtomicLong numbers = new AtomicLong();
  private final Map<Long, CompletableFuture<List<Message>>> open = new ConcurrentHashMap<>();

  /**
   * Asks, and waits for the answer.
   *
   * @param send takes the number of the question, by which it is answered
   * @throws TimeoutException when the answer does not come in time
   */
  List<Message> ask(LongConsumer send, Duration patience)
      throws InterruptedException, TimeoutException {
    long number = numbers.incrementAndGet();
    CompletableFuture<List<Message>> answer = new CompletableFuture<>();
    open.put(number, answer);
    try {
      send.accept(number);
      return answer.get(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } finally {
      open.remove(number);
    }
  }

  /** Gives an answer; nobody may wait for it any more. */
  void answer(long number, List<Message> messages) {
    Optional.ofNullable(open.remove(number)).ifPresent(it -> it.complete(messages));
  }
}
