package dev.ropewalk.command;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;

/**
 * Follows the grammar of a list of commands, token by token: what is open, and what may come next.
 * It knows bash's words and what stands between commands; what a command's own words mean, and
 * those of a condition, it does not mind. Once something is wrong, all that follows is taken for
 * arguments.
 */
final class CommandSyntax {
  private static final Set<String> CLOSERS = Set.of("fi", "done", "}", "esac");

  private static final Set<String> PARTS = Set.of("then", "elif", "else", "do");

  private final Deque<Compound> open = new ArrayDeque<>();
  private Next next = Next.COMMAND;
  private boolean isEmpty = true;
  private Optional<Unfinished> dangling = Optional.empty();
  private boolean isPrefixed;
  private boolean canBeFunction;
  private boolean isWrong;

  /** Whether bash would refuse what was read, whatever follows. */
  boolean isWrong() {
    return isWrong;
  }

  /** Whether nothing has been read. */
  boolean isEmpty() {
    return isEmpty && open.isEmpty();
  }

  /** What must still come; nothing where a newline would end it all. */
  Optional<Unfinished> missing() {
    if (open.isEmpty()) {
      return next == Next.BODY
          ? Optional.of(new Unfinished("a function has no body", "write `{ ...; }` after it", 0))
          : dangling;
    }
    Compound inner = open.getFirst();
    return Optional.of(
        dangling.orElseGet(() -> Unfinished.unclosed(inner.opener(), inner.at(), inner.closer())));
  }

  Next next() {
    return next;
  }

  /** Whether a pair of brackets makes a function of what was read. */
  boolean takesFunction() {
    return next == Next.ARGUMENT && canBeFunction || next == Next.BODY;
  }

  void group() {
    command(Next.END);
  }

  void function() {
    next = Next.BODY;
  }

  void patternBracket() {
    next = Next.BRACKETED_PATTERN;
  }

  void patternEnds() {
    begin("case");
  }

  void arithmetic() {
    if (next == Next.VARIABLE) {
      next = Next.IN;
    } else {
      command(Next.NOTHING);
    }
  }

  void conditionEnds() {
    if (isEmpty) {
      wrong();
    } else {
      open.pop();
      command(Next.NOTHING);
    }
  }

  void redirect() {
    canBeFunction = false;
    switch (next) {
      case COMMAND, COPROC, COPROC_NAME -> command();
      case END -> next = Next.NOTHING;
      case ARGUMENT, NOTHING -> {}
      default -> wrong();
    }
  }

  /**
   * A word.
   *
   * @param source as it is written, since a quoted word is none of the shell's
   */
  void word(String source, int at) {
    switch (next) {
      case COMMAND -> commandWord(source, at);
      case COPROC, COPROC_NAME -> coproc(source, at);
      case ARGUMENT, VALUES -> canBeFunction = false;
      case CONDITION -> isEmpty = false;
      case END -> end(source);
      case NOTHING, PATTERN_END -> wrong();
      case FUNCTION -> next = Next.BODY;
      case BODY -> compound(source, at);
      case VARIABLE -> next = Next.IN;
      case IN, DO -> loop(source);
      case SUBJECT -> next = Next.CASE_IN;
      case CASE_IN -> is(source, "in", Next.PATTERN);
      case PATTERN -> pattern(source);
      case BRACKETED_PATTERN -> next = Next.PATTERN_END;
    }
  }

  private void commandWord(String source, int at) {
    if (Compound.isOpenedBy(source)) {
      compound(source, at);
    } else if (CLOSERS.contains(source) || PARTS.contains(source)) {
      end(source);
    } else if (source.equals("in")) {
      wrong();
    } else {
      switch (source) {
        case "!", "time" -> isPrefixed = true;
        case "-p", "--" -> {
          if (!isPrefixed) {
            command();
          }
        }
        case "function" -> command(Next.FUNCTION);
        case "coproc" -> command(Next.COPROC);
        default -> {
          command();
          canBeFunction = source.matches("[^=\\\\'\"$`]+");
        }
      }
    }
  }

  private void coproc(String source, int at) {
    if (Compound.isOpenedBy(source)) {
      compound(source, at);
    } else {
      next = next == Next.COPROC ? Next.COPROC_NAME : Next.ARGUMENT;
    }
  }

  private void command() {
    isEmpty = false;
    isPrefixed = false;
    dangling = Optional.empty();
    next = Next.ARGUMENT;
    canBeFunction = false;
  }

  private void compound(String source, int at) {
    if (!Compound.isOpenedBy(source)) {
      wrong();
      return;
    }
    command();
    open.push(new Compound(source, at, source));
    switch (source) {
      case "for", "select" -> next = Next.VARIABLE;
      case "case" -> next = Next.SUBJECT;
      case "[[" -> {
        isEmpty = true;
        next = Next.CONDITION;
      }
      default -> begin(source);
    }
  }

  /** A part of the innermost compound command begins. */
  private void begin(String part) {
    Compound inner = open.pop();
    open.push(inner.in(part));
    isEmpty = true;
    next = Next.COMMAND;
  }

  /** A word that ends a part, and the whole where nothing of it follows. */
  private void end(String source) {
    boolean fits =
        !open.isEmpty()
            && open.getFirst().isEndedBy(source)
            && dangling.isEmpty()
            && !isPrefixed
            && (!isEmpty || source.equals("esac"));
    if (!fits) {
      wrong();
    } else if (PARTS.contains(source)) {
      begin(source);
    } else {
      open.pop();
      command(Next.END);
    }
  }

  private void command(Next then) {
    command();
    next = then;
  }

  private void loop(String source) {
    if (source.equals("in") && next == Next.IN) {
      next = Next.VALUES;
    } else if (source.equals("do") || source.equals("{")) {
      begin(source);
    } else {
      wrong();
    }
  }

  private void pattern(String source) {
    if (source.equals("esac")) {
      open.pop();
      command(Next.END);
    } else {
      next = Next.PATTERN_END;
    }
  }

  private void is(String source, String wanted, Next then) {
    if (source.equals(wanted)) {
      next = then;
    } else {
      wrong();
    }
  }

  /** What stands between commands, but for brackets and newlines. */
  void separator(String sign, int at) {
    switch (next) {
      case ARGUMENT, END, NOTHING, COPROC_NAME -> commandEnds(sign, at);
      case COMMAND -> {
        if (isPrefixed || sign.startsWith(";;") || sign.equals(";&")) {
          commandEnds(sign, at);
        } else {
          wrong();
        }
      }
      case IN, VALUES -> is(sign, ";", Next.DO);
      case PATTERN_END -> is(sign, "|", Next.BRACKETED_PATTERN);
      default -> wrong();
    }
  }

  private void commandEnds(String sign, int at) {
    boolean ofCase = sign.startsWith(";;") || sign.equals(";&");
    isPrefixed = false;
    canBeFunction = false;
    next = Next.COMMAND;
    if (ofCase) {
      boolean inCase = !open.isEmpty() && open.getFirst().part().equals("case");
      if (inCase && dangling.isEmpty()) {
        next = Next.PATTERN;
      } else {
        wrong();
      }
    } else if (!sign.equals(";") && !sign.equals("&")) {
      dangling = Optional.of(Unfinished.continued(sign, at));
    }
  }

  void newline() {
    switch (next) {
      case ARGUMENT, END, NOTHING, COPROC_NAME -> next = Next.COMMAND;
      case VALUES -> next = Next.DO;
      case COMMAND, BODY, IN, DO, CASE_IN, PATTERN, CONDITION -> {}
      case COPROC, FUNCTION, VARIABLE, SUBJECT, BRACKETED_PATTERN, PATTERN_END -> wrong();
    }
    if (isPrefixed) {
      isEmpty = false;
      dangling = Optional.empty();
    }
    isPrefixed = false;
    canBeFunction = false;
  }

  void wrong() {
    isWrong = true;
    open.clear();
    dangling = Optional.empty();
    next = Next.ARGUMENT;
  }
}
