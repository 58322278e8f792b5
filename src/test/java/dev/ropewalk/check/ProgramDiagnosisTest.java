package dev.ropewalk.check;

import org.junit.jupiter.api.Test;

/** What a learner reads where another program than docker was to be typed. */
final class ProgramDiagnosisTest {
  private final Book book = new Book();

  @Test
  void other_programs() {
    String uname = "typed: {command: uname, args: [-r]}";
    String failing = "typed: {command: cat, exit_code: {at_least: 1}}";

    book.tell("nothing", uname, b -> b);
    book.tell("as asked", uname, b -> b.ran("uname -r", 0));
    book.tell("by its path, as another", uname, b -> b.ran("sudo /usr/bin/uname -r", 0));
    book.tell("by an alias", uname, b -> b.ran("u", 0, "uname -r"));
    book.tell("in a pipe", uname, b -> b.ran("uname -r | grep x", 1));
    book.tell("it failed in a pipe", uname, b -> b.piped("uname -r | cat", 0, 1, 0));
    book.tell("it was to fail, in a pipe", failing, b -> b.piped("cat x | wc", 0, 1, 0));
    book.tell("other words", uname, b -> b.ran("uname -a", 0));
    book.tell("another program", uname, b -> b.ran("ls -l", 0));
    book.tell("watched, then ended with Ctrl-C", uname, b -> b.ran("uname -r", 130));
    book.tell("it failed", uname, b -> b.ran("uname -r; false", 1));
    book.tell("it was to fail", failing, b -> b.ran("cat nothing", 1));
    book.tell("it did not fail", failing, b -> b.ran("cat something", 0));
    book.compare("typed-program");
  }
}
