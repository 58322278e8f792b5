package dev.ropewalk.command;

/** What the next word of a text can be, as its grammar has it. */
enum Next {
  /** A command, or a word of the shell. */
  COMMAND,
  /** The same, after {@code coproc} and after its name. */
  COPROC,
  COPROC_NAME,
  /** More words of a command. */
  ARGUMENT,
  /** A word that ends the part, since a compound command has just ended. */
  END,
  /** Nothing: such a command and its redirections. */
  NOTHING,
  /** The name of a function, and its body. */
  FUNCTION,
  BODY,
  /** The variable of a loop, {@code in}, the words, {@code do}. */
  VARIABLE,
  IN,
  VALUES,
  DO,
  /** What a case is about, {@code in}, a pattern, its end. */
  SUBJECT,
  CASE_IN,
  PATTERN,
  BRACKETED_PATTERN,
  PATTERN_END,
  /** Words of a condition. */
  CONDITION;

  /** Whether a bracket begins commands here. */
  boolean takesGroup() {
    return this == COMMAND || this == BODY || this == COPROC || this == COPROC_NAME;
  }

  /** Whether two brackets begin an arithmetic command here. */
  boolean takesArithmetic() {
    return takesGroup() || this == VARIABLE;
  }

  /** Whether a closing bracket ends a pattern here, and no group. */
  boolean isAfterPattern() {
    return this == PATTERN_END;
  }
}
