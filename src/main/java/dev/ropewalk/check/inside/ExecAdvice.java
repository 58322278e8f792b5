package dev.ropewalk.check.inside;

import dev.ropewalk.check.Diagnosis;
import dev.ropewalk.check.Diagnosis.Progress;
import dev.ropewalk.check.Scene;
import dev.ropewalk.check.why.MismatchText;
import dev.ropewalk.check.why.TypedCommands;
import dev.ropewalk.command.ShellWords;
import dev.ropewalk.command.Word;
import dev.ropewalk.engine.Container;
import dev.ropewalk.text.ShellQuote;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the learner's newest {@code docker exec} lacks, as far as the probe of a check shows what
 * was to be done: the program that it asks, or the flag for the user whose file it looks for.
 *
 * @param run the probe's words
 * @param wanted what it should have said, where that is one value
 */
record ExecAdvice(Scene scene, Container container, List<String> run, Optional<String> wanted) {
  private static final Set<String> ROOT = Set.of("", "0", "root");
  private static final Set<Integer> NO_PROGRAM = Set.of(126, 127);

  /** The programs by which a check looks, and by which nothing is done. */
  private static final Set<String> LOOKS =
      Set.of(
          "[",
          "awk",
          "bash",
          "cat",
          "cut",
          "df",
          "echo",
          "env",
          "find",
          "getent",
          "grep",
          "head",
          "hostname",
          "id",
          "ip",
          "ls",
          "mount",
          "printenv",
          "ps",
          "readlink",
          "sed",
          "sh",
          "stat",
          "tail",
          "test",
          "touch",
          "tr",
          "true",
          "uname",
          "wc",
          "which",
          "whoami");

  private Optional<TypedCommands.Typed> newest() {
    return new TypedCommands(scene)
        .latestFirst()
        .findFirst()
        .filter(typed -> typed.command().name().equals("exec"))
        .filter(typed -> typed.command().args().stream().limit(1).anyMatch(container::isCalled));
  }

  /** The program was left out: its first word was taken for one. */
  Optional<Diagnosis> forgottenProgram() {
    return newest()
        .filter(typed -> NO_PROGRAM.contains(typed.exitCode()) && typed.command().args().size() > 1)
        .flatMap(typed -> program().flatMap(program -> forgotten(typed, program)));
  }

  /** The value stands where the key belongs: both are known from the probe that asks for one. */
  Optional<Diagnosis> swapped() {
    String key = scene.variables().expand(run.getLast());
    return newest()
        .filter(typed -> typed.exitCode() == 0 && !run.getFirst().equals("sh"))
        .flatMap(typed -> wanted.flatMap(value -> swapped(typed.text(), value, key)));
  }

  private static Optional<Diagnosis> swapped(String typed, String value, String key) {
    Matcher found =
        Pattern.compile("(?<=\\s)(%s)(\\s+)(%s)(?=['\"\\s]|$)".formatted(raw(value), raw(key)))
            .matcher(typed);
    return found.find()
        ? Optional.of(
            new Diagnosis(
                Progress.WRONG_DETAIL,
                "`%s` and `%s` are the other way round.".formatted(value, key),
                "Type `%s`.".formatted(found.replaceFirst("$3$2$1"))))
        : Optional.empty();
  }

  /** A word as it may be typed, with quotes or without. */
  private static String raw(String word) {
    return "'%1$s'|\"%1$s\"|%1$s".formatted(Pattern.quote(word));
  }

  /** The program was run in another container, which a command of docker has made for it. */
  Optional<Diagnosis> elsewhere() {
    return new TypedCommands(scene)
        .latestFirst()
        .findFirst()
        .filter(typed -> typed.command().name().equals("run"))
        .map(typed -> typed.command().args())
        .filter(args -> args.size() > 1 && program().filter(args.get(1)::equals).isPresent())
        .map(args -> elsewhere(args.subList(1, args.size())));
  }

  private Diagnosis elsewhere(List<String> words) {
    String name = container.name();
    boolean right = wanted.filter(words::contains).isPresent();
    String command = words.stream().map(ShellQuote::of).collect(Collectors.joining(" "));
    return new Diagnosis(
        Progress.WRONG_OBJECT,
        "`docker run` makes another container for `%s`, but this step is about `%s`."
            .formatted(words.getFirst(), name),
        right
            ? "Type `docker exec %s %s`.".formatted(name, command)
            : "`docker exec %s %s …` runs it in there.".formatted(name, words.getFirst()));
  }

  private static Optional<Diagnosis> forgotten(TypedCommands.Typed typed, String program) {
    List<String> args = typed.command().args();
    String name = args.getFirst();
    String word = args.get(1);
    String text = typed.text();
    int at = text.indexOf(" " + name + " ");
    if (word.equals(program) || at < 0 || word.contains(" ")) {
      return Optional.empty();
    }
    int after = at + name.length() + 1;
    return Optional.of(
        new Diagnosis(
            Progress.COMMAND_FAILED,
            "`%s` cannot run %s: it has no such program, and `%s` is missing before it."
                .formatted(name, MismatchText.quoted(word), program),
            "Type `%s %s%s`.".formatted(text.substring(0, after), program, text.substring(after))));
  }

  /** The program that the probe asks, where that is one that does more than look. */
  private Optional<String> program() {
    String script = run.getLast();
    List<String> words =
        run.getFirst().equals("sh")
            ? ShellWords.of(script).commands().stream()
                .flatMap(command -> command.program().stream().limit(1))
                .map(Word::text)
                .toList()
            : run.subList(0, 1);
    return words.stream()
        .map(scene.variables()::expand)
        .filter(word -> !LOOKS.contains(word) && word.matches("[\\w.-]+"))
        .findFirst();
  }

  /** One sentence on the flag {@code --user}; empty where it would not help. */
  String user() {
    String is = container.config().user().replaceFirst(":.*", "");
    String called = ROOT.contains(is) ? "root" : is;
    Optional<String> owner =
        Optional.of(run)
            .filter(words -> words.getFirst().equals("stat"))
            .filter(words -> words.stream().anyMatch(word -> word.matches(".*%[Uu].*")))
            .flatMap(_ -> wanted)
            .filter(word -> word.matches("[\\w-]+"));
    return newest()
        .filter(typed -> typed.command().flag("user").isEmpty())
        .map(typed -> owner.map(name -> asked(called, name)).orElseGet(() -> other(called, typed)))
        .orElse("");
  }

  private String asked(String is, String owner) {
    boolean same = is.equals(owner) || ROOT.contains(is) && ROOT.contains(owner);
    return same
        ? ""
        : "Your command runs as `%s`; with `--user %s` before `%s` it runs as `%s`."
            .formatted(is, owner, container.name(), owner);
  }

  /** Whoever may not do everything may have been refused, as may who asked to be another one. */
  private String other(String is, TypedCommands.Typed typed) {
    boolean asks =
        typed.command().args().stream().skip(1).limit(1).anyMatch(Set.of("sudo", "su")::contains);
    boolean refused = typed.exitCode() > 0 && typed.exitCode() < 125;
    return !ROOT.contains(is) && (refused || asks)
        ? "Your command runs as `%s`; the flag `--user` of `docker exec` names another user."
            .formatted(is)
        : "";
  }
}
