package dev.ropewalk.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Completes docker's commands, flags and arguments. */
public final class Completions {
  private Completions() {}

  /**
   * What may stand at the cursor of a line.
   *
   * @param cursor a place from 0 to the line's length; what follows it is not looked at
   * @param live asked only for the kinds of names that fit
   */
  public static Completion complete(String line, int cursor, CommandTable table, LiveNames live) {
    SimpleCommand command = ShellWords.of(line.substring(0, cursor)).last();
    Word word = command.wordAt(cursor);
    if (command.redirects().contains(word)) {
      return answer(word, Stream.of(), Completion.Files.FIT);
    }
    List<Word> before = new ArrayList<>(command.words());
    before.remove(word);
    List<Word> program = Prefixes.strip(before);
    if (program.isEmpty()) {
      var docker = Candidate.word("docker", "Docker's command line", "commands");
      return answer(
          word, word.text().isEmpty() ? Stream.of() : Stream.of(docker), Completion.Files.FIT);
    }
    if (!SimpleCommand.isDocker(program)) {
      return answer(word, Stream.of(), Completion.Files.FIT);
    }
    return docker(word, program.subList(1, program.size()), table, live);
  }

  private static Completion docker(Word word, List<Word> argv, CommandTable table, LiveNames live) {
    ArgvReader reader = new ArgvReader(table).read(argv);
    Optional<Flag> pending = reader.pending();
    if (pending.isPresent()) {
      return value(word, "", pending.get(), live);
    }
    if (reader.isLost()) {
      return answer(word, Stream.of(), Completion.Files.NO);
    }
    if (word.text().startsWith("-") && !reader.flagsEnded()) {
      return flag(word, reader, live);
    }
    return reader.help().isGroup() ? subcommand(word, reader) : argument(word, reader, live);
  }

  private static Completion subcommand(Word word, ArgvReader reader) {
    Stream<Candidate> commands =
        reader.help().subcommands().stream()
            .map(command -> Candidate.word(command.name(), command.description(), command.group()));
    return answer(word, commands, Completion.Files.NO);
  }

  private static Completion flag(Word word, ArgvReader reader, LiveNames live) {
    int equals = word.text().indexOf('=');
    if (word.text().startsWith("--") && equals > 0) {
      String name = word.text().substring(2, equals);
      return reader
          .help()
          .flag(name)
          .map(flag -> value(word, "--" + name + "=", flag, live))
          .orElseGet(() -> answer(word, Stream.of(), Completion.Files.NO));
    }
    Stream<Candidate> flags =
        Stream.concat(reader.help().flags().stream(), Stream.of(Flag.HELP))
            .filter(flag -> !reader.wasGiven(flag))
            .map(flag -> Candidate.word("--" + flag.name(), describe(flag), "flags"));
    return answer(word, flags.distinct(), Completion.Files.NO);
  }

  private static String describe(Flag flag) {
    return flag.shorthand().isEmpty() || flag.equals(Flag.HELP)
        ? flag.description()
        : "-" + flag.shorthand() + "  " + flag.description();
  }

  private static Completion value(Word word, String prefix, Flag flag, LiveNames live) {
    Stream<Candidate> values =
        FlagChoices.of(flag, live).stream()
            .map(
                one ->
                    new Candidate(
                        prefix + one.value(), one.description(), one.group(), one.ending()));
    return answer(word, values, files(FlagChoices.files(flag)));
  }

  private static Completion argument(Word word, ArgvReader reader, LiveNames live) {
    String name = reader.name();
    List<String> args = reader.args().stream().map(Word::text).toList();
    Set<ArgumentKind> kinds = ArgumentKind.at(name, reader.help(), args.size());
    Stream<Candidate> names =
        kinds.stream()
            .flatMap(kind -> kind.candidates(name, live).stream())
            .filter(candidate -> !args.contains(candidate.value()));
    return answer(word, names, files(kinds));
  }

  private static Completion.Files files(Set<ArgumentKind> kinds) {
    return kinds.contains(ArgumentKind.FILE) ? Completion.Files.FIT : Completion.Files.NO;
  }

  private static Completion answer(
      Word word, Stream<Candidate> candidates, Completion.Files files) {
    List<Candidate> fitting =
        candidates
            .filter(candidate -> candidate.value().startsWith(word.text()))
            .distinct()
            .toList();
    return new Completion(word.start(), word.text(), fitting, files);
  }
}
