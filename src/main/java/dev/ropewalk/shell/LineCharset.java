package dev.ropewalk.shell;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** How what is typed in the learner's locale is spelt in Java's strings. */
public final class LineCharset {
  private LineCharset() {}

  /**
   * The charset of this process's locale. Where that knows ASCII only ({@code LC_ALL=C}) it is
   * Latin-1: every byte is a character then, and comes out again as it came in.
   */
  public static Charset ofThisProcess() {
    var locale = System.getProperty("native.encoding", "UTF-8");
    var charset = Charset.isSupported(locale) ? Charset.forName(locale) : StandardCharsets.UTF_8;
    return charset.equals(StandardCharsets.US_ASCII) ? StandardCharsets.ISO_8859_1 : charset;
  }
}
