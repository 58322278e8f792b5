package dev.ropewalk.cli;

/** A command line that cannot be carried out: what is wrong, and how to mend it. */
final class WrongUse extends RuntimeException {
  private static final long serialVersionUID = 1;

  WrongUse(String what, String fix) {
    super("error: " + what + System.lineSeparator() + "  fix: " + fix);
  }
}
