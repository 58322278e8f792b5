package dev.ropewalk.engine;

/**
 * What became of one thing.
 *
 * @param <T> what kind of thing it is
 */
public sealed interface Change<T> {
  record Added<T>(T now) implements Change<T> {}

  record Removed<T>(T was) implements Change<T> {}

  /** The same thing, different. */
  record Altered<T>(T was, T now) implements Change<T> {}
}
