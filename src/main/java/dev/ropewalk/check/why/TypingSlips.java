package dev.ropewalk.check.why;

import dev.ropewalk.check.Diagnosis;
import dev.ropewalk.check.Diagnosis.Progress;
import dev.ropewalk.check.Scene;
import dev.ropewalk.command.CommandHelp;
import dev.ropewalk.command.DockerCommand;
import dev.ropewalk.engine.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds in a line that failed what a text or another program writes so, and docker or the shell
 * does not: placeholders, long dashes, curly quotes, one dash for two, a port without its colon.
 */
final class TypingSlips {
  private static final Pattern QUOTE =
      Pattern.compile("[\u201c\u201d\u201e\u00ab\u00bb\u2018\u2019\u201a]");
  private static final Pattern DASH =
      Pattern.compile("(?:^|\\s)([\u2010-\u2015\u2212]-?|-[\u2010-\u2015\u2212])([A-Za-z][\\w-]*)");
  private static final Pattern PLACEHOLDER = Pattern.compile("<([A-Za-z][\\w -]*)>");
  private static final Pattern ONE_DASH = Pattern.compile("(?:^|\\s)-([a-z][a-z-]+)(?=[\\s=]|$)");
  private static final Pattern NUMBER =
      Pattern.compile("\\slogs\\b[^|;&]*?\\s(--?(\\d+))(?=\\s|$)");
  private static final Pattern NO_DASH =
      Pattern.compile("[dit]{1,3}|rm|name|detach|interactive|tty");
  private static final Pattern CAPITALS = Pattern.compile("[A-Z][A-Z_-]{2,}(ID|NAME)?");

  private TypingSlips() {}

  /** The first of them; empty where there is none. */
  static Optional<Diagnosis> of(String line, DockerCommand command, Scene scene) {
    return Stream.<Optional<Diagnosis>>of(
            quote(line),
            dash(line),
            placeholder(line),
            number(line, command, scene),
            oneDash(line, command, scene))
        .flatMap(Optional::stream)
        .findFirst()
        .or(() -> command.name().matches("run|create") ? ofCreation(command) : Optional.empty())
        .or(() -> LimitSlips.comma(command))
        .or(() -> networkFirst(command, scene))
        .or(() -> capitals(command))
        .or(() -> imageInCapitals(command));
  }

  /** The two names of {@code docker network connect} the other way round. */
  private static Optional<Diagnosis> networkFirst(DockerCommand command, Scene scene) {
    List<String> args = command.args();
    if (!command.name().matches("network (dis)?connect") || args.size() != 2) {
      return Optional.empty();
    }
    World world = scene.world();
    boolean swapped =
        world.containers().stream().anyMatch(it -> it.name().equals(args.get(0)))
            && world.networks().stream().noneMatch(it -> it.name().equals(args.get(0)))
            && world.networks().stream().anyMatch(it -> it.name().equals(args.get(1)));
    return swapped
        ? told(
            "`docker %s` takes the network first.".formatted(command.name()),
            "It is `docker %s %s %s`.".formatted(command.name(), args.get(1), args.get(0)))
        : Optional.empty();
  }

  private static Optional<Diagnosis> quote(String line) {
    Matcher found = QUOTE.matcher(line);
    return found.find()
        ? told(
            "There is a curly quote in your line, as texts have it: the shell takes it for a letter.",
            "Type the straight one, `'` or `\"`.")
        : Optional.empty();
  }

  private static Optional<Diagnosis> dash(String line) {
    Matcher found = DASH.matcher(line);
    if (!found.find()) {
      return Optional.empty();
    }
    String name = found.group(2);
    String meant = (name.length() == 1 || name.matches("[dit]{2,3}") ? "-" : "--") + name;
    return told(
        "`%s%s` begins with a long dash, as texts have it: docker takes it for a name."
            .formatted(found.group(1), name),
        "Type it with the short one: `%s`.".formatted(meant));
  }

  private static Optional<Diagnosis> placeholder(String line) {
    Matcher found = PLACEHOLDER.matcher(line);
    return found.find()
        ? told(
            "`%s` stands in texts for a %s of yours; the shell takes `<` and `>` for files."
                .formatted(found.group(), found.group(1)),
            "Type the name itself in its place, without `<` and `>`.")
        : Optional.empty();
  }

  /** A number of lines, as {@code head} and {@code tail} take it. */
  private static Optional<Diagnosis> number(String line, DockerCommand command, Scene scene) {
    Matcher found = NUMBER.matcher(line);
    boolean fromTheEnd =
        scene
            .commands()
            .help(List.of(command.name().split(" ")))
            .flatMap(help -> help.flag("tail"))
            .isPresent();
    return fromTheEnd && found.find()
        ? told(
            "`%s` is how `tail` takes a number; `docker %s` takes it behind a flag."
                .formatted(found.group(1), command.name()),
            "Type `-n %s` in its place.".formatted(found.group(2)))
        : Optional.empty();
  }

  private static Optional<Diagnosis> oneDash(String line, DockerCommand command, Scene scene) {
    Optional<CommandHelp> help = scene.commands().help(List.of(command.name().split(" ")));
    return ONE_DASH
        .matcher(line)
        .results()
        .map(found -> found.group(1))
        .filter(name -> help.flatMap(h -> h.flag(name)).isPresent())
        .findFirst()
        .flatMap(
            name ->
                told(
                    "`-%s` has one dash, and docker reads it letter by letter.".formatted(name),
                    "A flag of a whole word has two: `--%s`.".formatted(name)));
  }

  private static Optional<Diagnosis> ofCreation(DockerCommand command) {
    return PortSlips.of(command)
        .or(
            () ->
                command.args().stream()
                    .limit(1)
                    .filter(word -> NO_DASH.matcher(word).matches())
                    .findFirst()
                    .flatMap(TypingSlips::noDash));
  }

  private static Optional<Diagnosis> noDash(String word) {
    return told(
        "`%s` has no dash, so docker took it for the image.".formatted(word),
        "A flag begins with one: `%s%s`."
            .formatted(word.length() > 3 || word.equals("rm") ? "--" : "-", word));
  }

  private static Optional<Diagnosis> capitals(DockerCommand command) {
    // What follows the image or the container is the program's own affair.
    boolean first = List.of("run", "create", "exec").contains(command.name());
    return command.args().stream()
        .limit(first ? 1 : Long.MAX_VALUE)
        .filter(word -> CAPITALS.matcher(word).matches())
        .findFirst()
        .flatMap(
            word ->
                told(
                    "`%s` stands in texts for something of yours.".formatted(word),
                    "Type what it stands for in its place."));
  }

  /** The client itself refuses such a name, as far as it stands before the tag. */
  private static Optional<Diagnosis> imageInCapitals(DockerCommand command) {
    Stream<String> names =
        command.name().equals("build")
            ? command.flag("tag").stream()
            : command.args().stream()
                .limit(1)
                .filter(_ -> command.name().matches("run|create|pull|push|rmi|tag"));
    return names
        .filter(name -> name.replaceFirst(":[^/]*$", "").matches(".*[A-Z].*"))
        .findFirst()
        .flatMap(
            name ->
                told(
                    "The name of an image has no capital letters, and yours is `%s`."
                        .formatted(name),
                    "Type it in small ones: `%s`.".formatted(name.toLowerCase(Locale.ROOT))));
  }

  /**
   * The kind of a thing stands after what is to be done with it: {@code docker rm volume data}.
   *
   * @param text of a docker command that failed
   */
  static Optional<Diagnosis> swapped(String text, Scene scene) {
    List<String> words =
        Stream.of(text.split("\\s+")).skip(1).filter(word -> !word.isEmpty()).toList();
    List<String> two = words.stream().filter(word -> !word.startsWith("-")).limit(2).toList();
    if (two.size() < 2
        || scene.world().containers().stream().anyMatch(c -> c.name().equals(two.get(1)))
        || scene.commands().help(two.reversed()).isEmpty()
        || scene.commands().help(two).isPresent()) {
      return Optional.empty();
    }
    List<String> rest = new ArrayList<>(words);
    two.forEach(rest::remove);
    Optional<String> other = MissingObject.onlyAsked(two.get(1), rest, scene);
    String says = "`%s` and `%s` are the other way round".formatted(two.get(0), two.get(1));
    String also =
        other
            .map(name -> ", and the %s that this step asks for is `%s`".formatted(two.get(1), name))
            .orElse("");
    other.ifPresent(name -> rest.replaceAll(word -> word.startsWith("-") ? word : name));
    rest.addAll(0, two.reversed());
    return told(says + also + ".", "Type `docker %s`.".formatted(String.join(" ", rest)));
  }

  private static Optional<Diagnosis> told(String says, String remedy) {
    return Optional.of(new Diagnosis(Progress.COMMAND_FAILED, says, remedy));
  }
}
