package dev.ropewalk.command;

import dev.ropewalk.command.NotUnderstood.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads docker's arguments the way its own parser (cobra and pflag) does; used once. */
final class ArgvReader {
  /**
   * Commands that end their flags at the first argument without a {@code COMMAND} in their usage to
   * show it.
   */
  private static final Set<String> STRICT = Set.of("tag", "commit");

  private final CommandTable table;
  private final FlagValues options = new FlagValues();
  private final FlagValues flags = new FlagValues();
  private final List<String> args = new ArrayList<>();
  private final List<NotUnderstood> problems = new ArrayList<>();
  private final List<String> path = new ArrayList<>();
  private CommandHelp help;
  private @Nullable Flag pending;
  private boolean flagsEnded;
  private boolean lost;

  ArgvReader(CommandTable table) {
    this.table = table;
    this.help = table.root();
  }

  ArgvReader read(List<String> argv) {
    for (String word : argv) {
      if (pending != null) {
        take(pending, word);
        pending = null;
      } else if (flagsEnded || !word.startsWith("-") || word.equals("-")) {
        plain(word);
      } else if (word.equals("--")) {
        flagsEnded = true;
      } else if (word.startsWith("--")) {
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
    return new DockerCommand(name(), options.settled(), flags.settled(), args, all);
  }

  /** The command at hand, or the group whose subcommand is still to come. */
  CommandHelp help() {
    return help;
  }

  /** The flag whose value is the next word. */
  Optional<Flag> pending() {
    return Optional.ofNullable(pending);
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

  List<String> args() {
    return List.copyOf(args);
  }

  String name() {
    return lost || path.isEmpty() ? String.join(" ", path) : table.canonicalName(help);
  }

  private void plain(String word) {
    if (lost || !help.isGroup()) {
      args.add(word);
      flagsEnded = flagsEnded || isStrict();
    } else if (path.isEmpty() && word.equals("help")) {
      flags.add(Flag.HELP, "true");
    } else {
      descend(word);
    }
  }

  private void descend(String word) {
    path.add(word);
    Optional<CommandHelp> next =
        word.matches("[a-z][a-z0-9_-]*") ? table.help(path) : Optional.empty();
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
        || help.usages().stream().anyMatch(usage -> usage.matches(".*(\\bCOMMAND\\b|\\[ps ).*"));
  }

  private void longFlag(String word) {
    String[] parts = word.substring(2).split("=", 2);
    Optional<Flag> flag = help.flag(parts[0]);
    if (flag.isEmpty()) {
      unknown("--" + parts[0]);
    } else if (parts.length == 2) {
      take(flag.get(), parts[1]);
    } else if (flag.get().isSwitch()) {
      take(flag.get(), "true");
    } else {
      pending = flag.get();
    }
  }

  /**
   * Reads {@code -d}, {@code -itd}, {@code -p80:80}, {@code -p=80:80}, {@code -dp 80:80}, {@code
   * -d=false}.
   */
  private void letters(String word) {
    for (int at = 1; at < word.length(); at++) {
      String letter = word.substring(at, at + 1);
      String rest = word.substring(at + 1);
      Optional<Flag> flag = help.shorthand(letter);
      if (flag.isEmpty()) {
        unknown("-" + letter);
        return;
      }
      if (rest.length() > 1 && rest.startsWith("=")) {
        take(flag.get(), rest.substring(1));
        return;
      }
      if (flag.get().isSwitch()) {
        take(flag.get(), "true");
      } else if (rest.isEmpty()) {
        pending = flag.get();
      } else {
        take(flag.get(), rest);
        return;
      }
    }
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
      problems.add(problem(Reason.UNKNOWN_FLAG, word, names.toList()));
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
