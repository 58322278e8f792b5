package dev.ropewalk.engine.docker;

import com.github.dockerjava.api.async.ResultCallback;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What docker-java streams to, on a thread of its own: each item goes to a consumer, and others may
 * wait for the start and the end. Closing it ends the stream, also one that starts only later.
 */
final class EngineStream<T> implements ResultCallback<T> {
  private final Consumer<T> each;
  private final CompletableFuture<Boolean> started = new CompletableFuture<>();
  private final CompletableFuture<Boolean> ended = new CompletableFuture<>();
  private @Nullable Closeable source;
  private boolean closed;

  EngineStream(Consumer<T> each) {
    this.each = each;
  }

  /** Completed when the engine has accepted; fails with what has kept it from that. */
  CompletableFuture<Boolean> started() {
    return started;
  }

  /** Completed at the end; fails with what has broken the stream. */
  CompletableFuture<Boolean> ended() {
    return ended;
  }

  /**
   * Waits for a future of a stream.
   *
   * @throws TimeoutException when it takes longer than allowed
   */
  static void await(CompletableFuture<Boolean> future, Duration allowed) throws TimeoutException {
    try {
      future.get(allowed.toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      TimeoutException timeout = new TimeoutException("interrupted");
      timeout.initCause(e);
      throw timeout;
    }
  }

  @Override
  public void onStart(Closeable stream) {
    synchronized (this) {
      source = stream;
      if (closed) {
        end(stream);
      }
    }
    started.complete(true);
  }

  @Override
  public void onNext(T item) {
    each.accept(item);
  }

  @Override
  public void onError(Throwable problem) {
    started.completeExceptionally(problem);
    ended.completeExceptionally(problem);
  }

  @Override
  public void onComplete() {
    started.complete(true);
    ended.complete(true);
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (source != null && !ended.isDone()) {
      end(source);
    }
  }

  private static void end(Closeable stream) {
    try {
      stream.close();
    } catch (IOException e) {
      // It is being given up: how it ends no longer matters.
    }
  }
}
