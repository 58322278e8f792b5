package dev.ropewalk.command;

/**
 * What is still open at the end of a text, so that a shell would wait for more.
 *
 * @param says the fault, in half a sentence
 * @param fix what to write
 * @param at the place of what is open, in the text
 */
public record Unfinished(String says, String fix, int at) {
  /** The same, of a text that begins at a place of a longer one. */
  public Unfinished after(int start) {
    return new Unfinished(says, fix, start + at);
  }

  /** A quote, a bracket or a word such as {@code if} without its end. */
  static Unfinished unclosed(String opener, int at, String closer) {
    return new Unfinished(
        opener.equals(closer)
            ? "the quote `%s` is not closed".formatted(opener)
            : "`%s` has no `%s`".formatted(opener, closer),
        "write `%s` where it ends".formatted(closer),
        at);
  }

  /** A here-document without its last line. */
  static Unfinished document(String last, int at) {
    return new Unfinished(
        "this here-document has no end",
        "write `%s`, and nothing else, on the line after it".formatted(last),
        at);
  }

  /** A sign after which more must come. */
  static Unfinished continued(String sign, int at) {
    return new Unfinished(
        "the last line ends with `%s`".formatted(sign),
        "write what follows it, or remove `%s`".formatted(sign),
        at);
  }
}
