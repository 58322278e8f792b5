package dev.ropewalk.http;

/** Where the body of a message ends. */
public sealed interface Framing {
  /** There is none. */
  record None() implements Framing {}

  /** After so many bytes. */
  record Fixed(long length) implements Framing {}

  /** After a chunk of no length and the trailers that follow it. */
  record Chunked() implements Framing {}

  /** With the stream. */
  record ToEnd() implements Framing {}
}
