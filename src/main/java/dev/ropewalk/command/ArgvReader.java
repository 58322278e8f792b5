package dev.ropewalk.command;

import dev.ropewalk.command.NotUnderstood.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads docker's arguments the way its own parser (cobra and pflag) does; used once. */
final class ArgvReader {
  /**
   * Commands that end their flags at the first argument without a {@code COMMAND} in their usage to
   * show it.
   */
  private static final Set<String> STRICT = Set.of("tag", "commit");

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_-]*");

  /** In the usage of a command that takes the command line of a program. */
  private static final Pattern OF_PROGRAMS = Pattern.compile("\\bCOMMAND\\b|\\[ps ");

  private final CommandTable table;
  private final FlagValues options = new FlagValues();
  private final FlagValues flags = new FlagValues();
  private final List<GivenFlag> given = new ArrayList<>();
  private final List<Word> args = new ArrayList<>();
  private final List<NotUnderstood> problems = new ArrayList<>();
  private final List<String> path = new ArrayList<>();
  private CommandHelp help;
  private @Nullable Word verb;
  private @Nullable GivenFlag pending;
  private boolean flagsEnded;
  private boolean lost;

  ArgvReader(CommandTable table) {
    this.table = table;
    this.help = table.root();
  }

  ArgvReader read(List<Word> argv) {
    for (Word word : argv) {
      String text = word.text();
      if (pending != null) {
        take(pending.followedBy(word));
        pending = null;
      } else if (flagsEnded || !text.startsWith("-") || text.equals("-")) {
        plain(word);
      } else if (text.equals("--")) {
        flagsEnded = true;
      } else if (text.startsWith("--")) {
        longFlag(word);
      } else {
        letters(word);
      }
    }
    return this;
  }

  DockerCommand command() {
    List<NotUnderstood> all = new ArrayList<>(problems);
    pending()
        .ifPresent(flag -> all.add(problem(Reason.MISSING_VALUE, "--" + flag.name(), List.of())));
    List<String> texts = args.stream().map(Word::text).toList();
    return new DockerCommand(name(), options.settled(), flags.settled(), texts, all);
  }

  /** The command at hand, or the group whose subcommand is still to come. */
  CommandHelp help() {
    return help;
  }

  /** The flag whose value is the next word. */
  Optional<Flag> pending() {
    return Optional.ofNullable(pending).map(GivenFlag::flag);
  }

  boolean flagsEnded() {
    return flagsEnded;
  }

  /** Tells whether an unknown command was met, so that nothing is known about what follows. */
  boolean isLost() {
    return lost;
  }

  boolean wasGiven(Flag flag) {
    return values().has(flag) && !flag.isRepeatable();
  }

  /** The flags with their places, in their order. */
  List<GivenFlag> given() {
    return List.copyOf(given);
  }

  List<Word> args() {
    return List.copyOf(args);
  }

  /** The last word of the command's name. */
  Optional<Word> verb() {
    return Optional.ofNullable(verb);
  }

  String name() {
    return lost || path.isEmpty() ? String.join(" ", path) : table.canonicalName(help);
  }

  private void plain(Word word) {
    if (lost || !help.isGroup()) {
      args.add(word);
      flagsEnded = flagsEnded || isStrict();
    } else if (path.isEmpty() && word.text().equals("help")) {
      flags.add(Flag.HELP, "true");
    } else {
      verb = word;
      descend(word.text());
    }
  }

  private void descend(String word) {
    path.add(word);
    Optional<CommandHelp> next = NAME.matcher(word).matches() ? table.help(path) : Optional.empty();
    if (next.isPresent()) {
      help = next.get();
    } else {
      lost = true;
      path.removeLast();
      problems.add(
          problem(
              Reason.UNKNOWN_COMMAND,
              word,
              help.subcommands().stream().map(Subcommand::name).toList()));
      path.add(word);
    }
  }

  private boolean isStrict() {
    return STRICT.contains(name())
        || help.usages().stream().anyMatch(usage -> OF_PROGRAMS.matcher(usage).find());
  }

  private void longFlag(Word word) {
    String[] parts = word.text().substring(2).split("=", 2);
    Optional<Flag> flag = help.flag(parts[0]);
    if (flag.isEmpty()) {
      unknown("--" + parts[0]);
    } else if (parts.length == 2) {
      take(GivenFlag.of(flag.get(), word, 0, parts[1]));
    } else {
      alone(GivenFlag.of(flag.get(), word, 0, ""));
    }
  }

  /**
   * Reads {@code -d}, {@code -itd}, {@code -p80:80}, {@code -p=80:80}, {@code -dp 80:80}, {@code
   * -d=false}.
   */
  private void letters(Word word) {
    for (int at = 1; at < word.text().length(); at++) {
      String letter = word.text().substring(at, at + 1);
      String rest = word.text().substring(at + 1);
      Optional<Flag> flag = help.shorthand(letter);
      if (flag.isEmpty()) {
        unknown(at == 1 && isName(word.text()) ? word.text() : "-" + letter);
        return;
      }
      boolean isValue = rest.length() > 1 && rest.startsWith("=");
      if (isValue || !flag.get().isSwitch() && !rest.isEmpty()) {
        take(GivenFlag.of(flag.get(), word, at, isValue ? rest.substring(1) : rest));
        return;
      }
      alone(GivenFlag.of(flag.get(), word, at, ""));
    }
  }

  /** Whether it looks like the name of a flag with one dash for two, such as {@code -nme}. */
  private boolean isName(String word) {
    String small = word.substring(1, 2).toLowerCase(Locale.ROOT);
    return word.matches("-[A-Za-z]{3,}") && help.shorthand(small).isEmpty();
  }

  /** A flag at the end of its word: a switch that is on, or one whose value is the next word. */
  private void alone(GivenFlag flag) {
    if (flag.flag().isSwitch()) {
      given.add(flag);
      take(flag.flag(), "true");
    } else {
      pending = flag;
    }
  }

  private void take(GivenFlag flag) {
    given.add(flag);
    take(flag.flag(), flag.value());
  }

  private void take(Flag flag, String value) {
    if (values().add(flag, value) == FlagValues.Acceptance.REFUSED) {
      problems.add(
          problem(Reason.BAD_VALUE, "--" + flag.name() + "=" + value, List.of("true", "false")));
    }
  }

  private FlagValues values() {
    return path.isEmpty() ? options : flags;
  }

  private void unknown(String word) {
    if (!lost) {
      Stream<String> names = help.flags().stream().map(flag -> "--" + flag.name());
      String small = word.toLowerCase(Locale.ROOT);
      boolean capital = !small.equals(word) && help.shorthand(small.substring(1)).isPresent();
      problems.add(problem(Reason.UNKNOWN_FLAG, word, capital ? List.of(small) : names.toList()));
    }
  }

  private NotUnderstood problem(Reason reason, String word, List<String> known) {
    return new NotUnderstood(
        reason,
        word,
        String.join(" ", Stream.concat(Stream.of("docker"), path.stream()).toList()),
        known);
  }
}
