package dev.ropewalk.text;

/** Writes words as a shell reads them. */
public final class ShellQuote {
  private ShellQuote() {}

  /** A text as one word of a command line; in quotes only where it needs them. */
  public static String of(String word) {
    return word.matches("[\\w@%+=:,./-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
