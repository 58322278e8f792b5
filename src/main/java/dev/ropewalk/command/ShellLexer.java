package dev.ropewalk.command;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/** Reads a text from left to right, command by command; used once. */
final class ShellLexer extends WordLexer {
  private final int start;
  private final List<CommandDraft> commands = new ArrayList<>();
  private Queue<HereDocument> heredocs = new ArrayDeque<>();
  private CommandSyntax syntax = new CommandSyntax();
  private Reading reading = Reading.ALL;
  private int depth;
  private int tail;

  private ShellLexer(String line, int start) {
    super(line, start);
    this.start = start;
    this.tail = start;
  }

  /** Where it stops. */
  private enum Reading {
    /** At the end of the text; what bash would refuse is cut as well as it can be. */
    ALL,
    /** Where a shell runs what was entered, or refuses it. */
    ONE_INPUT
  }

  static ShellWords words(String line) {
    var lexer = new ShellLexer(line, 0);
    lexer.commands(NO_CLOSER);
    return new ShellWords(lexer.commands.stream().map(CommandDraft::command).toList());
  }

  static ShellInput input(String text, int start) {
    var lexer = new ShellLexer(text, start);
    lexer.reading = Reading.ONE_INPUT;
    lexer.list(NO_CLOSER);
    return lexer.input();
  }

  private ShellInput input() {
    int end = at;
    if (syntax.isWrong()) {
      comment();
      end = isAtEndOfText() ? at : documents();
    }
    return new ShellInput(
        line.substring(start, end),
        Math.min(tail, end) - start,
        end,
        syntax.isWrong() ? ShellInput.Kind.WRONG : ShellInput.Kind.WHOLE,
        unfinished().map(open -> open.after(-start)));
  }

  @Override
  void commands(char closer) {
    Queue<HereDocument> outside = heredocs;
    heredocs = new ArrayDeque<>();
    list(closer);
    heredocs = isStopped() ? new ArrayDeque<>() : outside;
  }

  /** Bash does not look into it before it runs. */
  @Override
  void backquoted(int end) {
    var inside = new ShellLexer(line.substring(0, end), at);
    inside.commands(NO_CLOSER);
    commands.addAll(inside.commands);
    at = end;
  }

  /** Reads commands up to the closer, and gives what has become of them. */
  private CommandSyntax list(char closer) {
    CommandSyntax outside = syntax;
    syntax = new CommandSyntax();
    depth++;
    CommandDraft draft = new CommandDraft(at);
    while (!isAtEnd() && (!isAt(closer) || syntax.next().isAfterPattern())) {
      draft = token(draft, closer);
      if (syntax.isWrong() && reading == Reading.ONE_INPUT) {
        stop();
      }
    }
    finish(draft);
    if (!isStopped() && at >= line.length()) {
      heredocs.stream().map(HereDocument::open).forEach(this::note);
      syntax.missing().ifPresent(this::note);
    }
    depth--;
    CommandSyntax inside = syntax;
    syntax = depth == 0 ? inside : outside;
    if (closer == ')' && (inside.isWrong() || !isAtEnd() && inside.missing().isPresent())) {
      syntax.wrong();
    }
    return inside;
  }

  private boolean isAt(char closer) {
    return closer != NO_CLOSER && line.charAt(at) == closer;
  }

  /** Reads what comes next; gives the command that is read then. */
  private CommandDraft token(CommandDraft draft, char closer) {
    String redirect = startsWithAny(REDIRECTS);
    char c = line.charAt(at);
    if (isBlank(c)) {
      at++;
    } else if (line.startsWith("\\\n", at)) {
      at += 2;
    } else if (c == '#') {
      comment();
    } else if (!startsWithAny(SEPARATORS).isEmpty() && !isConditionOrArithmetic()) {
      return separator(startsWithAny(SEPARATORS), draft);
    } else {
      if (syntax.next() == Next.CONDITION) {
        condition(draft);
      } else if (line.startsWith("((", at)) {
        arithmetic(draft);
      } else if (!redirect.isEmpty() && !isProcessSubstitution()) {
        redirect(redirect, draft, closer);
      } else {
        word(draft, closer);
      }
      tail = at;
    }
    return draft;
  }

  private boolean isConditionOrArithmetic() {
    return syntax.next() == Next.CONDITION && line.charAt(at) != '\n'
        || line.startsWith("((", at)
            && syntax.next().takesArithmetic()
            && Brackets.areArithmetic(line, at);
  }

  private void arithmetic(CommandDraft draft) {
    int begin = at;
    draft.words().add(new Word(arithmetic(0), begin, at));
    syntax.arithmetic();
  }

  private void condition(CommandDraft draft) {
    int after = at + 2;
    boolean isEnd =
        line.startsWith("]]", at)
            && (after == line.length() || " \t\r\n;&|()<>".indexOf(line.charAt(after)) >= 0);
    if (isEnd) {
      syntax.conditionEnds();
      draft.words().add(new Word("]]", at, after));
      at = after;
    } else {
      Word word = conditionWord();
      draft.words().add(word);
      syntax.word(word.text(), word.start());
    }
  }

  private void word(CommandDraft draft, char closer) {
    Word word = word(closer);
    if (!isDescriptor(word)) {
      draft.words().add(word);
      syntax.word(line.substring(word.start(), word.end()), word.start());
    }
  }

  private CommandDraft separator(String sign, CommandDraft draft) {
    int place = at;
    switch (sign) {
      case "\n" -> {
        return newline(draft);
      }
      case "(" -> {
        return bracket(draft);
      }
      case ")" -> {
        if (syntax.next().isAfterPattern()) {
          syntax.patternEnds();
          at++;
          return new CommandDraft(at);
        }
        syntax.wrong();
      }
      default -> {
        boolean isPattern = syntax.next().isAfterPattern();
        syntax.separator(sign, place);
        if (isPattern) {
          at++;
          return draft;
        }
      }
    }
    finish(draft);
    at += sign.length();
    tail = at;
    return new CommandDraft(at);
  }

  private CommandDraft newline(CommandDraft draft) {
    syntax.newline();
    if (syntax.isWrong() && reading == Reading.ONE_INPUT) {
      return draft;
    }
    if (syntax.next() == Next.CONDITION) {
      at++;
      return draft;
    }
    finish(draft);
    boolean isWhole = depth == 1 && syntax.missing().isEmpty();
    int end = documents();
    if (isWhole && reading == Reading.ONE_INPUT) {
      at = end;
      stop();
    }
    return new CommandDraft(at);
  }

  /** Steps over the newline and the here-documents that begin after it; gives where these end. */
  private int documents() {
    int end = at++;
    while (!heredocs.isEmpty()) {
      HereDocument document = heredocs.remove();
      if (!document.read(line, at)) {
        note(document.open());
      }
      end = document.text().end();
      at = Math.min(end + 1, line.length());
    }
    return end;
  }

  private CommandDraft bracket(CommandDraft draft) {
    int place = at;
    if (syntax.next() == Next.PATTERN) {
      syntax.patternBracket();
      at++;
      return draft;
    }
    boolean isGroup = syntax.next().takesGroup();
    boolean isFunction = syntax.takesFunction() && Brackets.areEmpty(line, at);
    finish(draft);
    at++;
    if (isFunction) {
      at = line.indexOf(')', at) + 1;
      syntax.function();
    } else if (isGroup) {
      if (list(')').isEmpty() && !isAtEnd()) {
        syntax.wrong();
      }
      close("(", place, ")");
      if (!syntax.isWrong()) {
        syntax.group();
      }
    } else {
      syntax.wrong();
      if (reading == Reading.ALL) {
        list(')');
        close("(", place, ")");
      }
    }
    tail = at;
    return new CommandDraft(at);
  }

  private void finish(CommandDraft draft) {
    commands.add(draft.endingAt(at));
  }

  private void redirect(String operator, CommandDraft draft, char closer) {
    int place = at;
    at += operator.length();
    while (!atEnd(closer) && (isBlank(line.charAt(at)) || line.startsWith("\\\n", at))) {
      at += isBlank(line.charAt(at)) ? 1 : 2;
    }
    Word target = word(closer);
    draft.redirects().add(target);
    String source = line.substring(target.start(), target.end());
    syntax.redirect();
    if (source.isEmpty()) {
      syntax.wrong();
    } else if (!(syntax.isWrong() && reading == Reading.ONE_INPUT)
        && (operator.equals("<<") || operator.equals("<<-"))) {
      var document = new HereDocument(operator, target, source, place);
      heredocs.add(document);
      draft.documents().add(document);
    }
  }

  /** The 2 of {@code 2>file} belongs to the redirection. */
  private boolean isDescriptor(Word word) {
    return word.text().matches("[0-9]+")
        && at < line.length()
        && (line.charAt(at) == '<' || line.charAt(at) == '>');
  }
}
