package dev.ropewalk.dockerfile;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Takes the instructions of a stage one after the other and follows its variables, as BuildKit
 * does: the last of {@code ARG} and {@code ENV} counts (in the classic builder {@code ENV} always
 * does), and a stage goes on with the variables of the stage that it comes from. What an image
 * brings along is not known: of its variables only {@code PATH} has a value. Not for several
 * threads.
 */
final class StageRun {
  private static final String PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
  private static final Pattern MODE =
      Pattern.compile(
          "[ugoa]*(?:[-+=](?:[rwxXst]*|[ugo]))+(?:,[ugoa]*(?:[-+=](?:[rwxXst]*|[ugo]))+)*");
  private static final Pattern GIT =
      Pattern.compile("(?:git|ssh)://.*|git@[^:]+:.*|https?://[^/?#]+/[^?#]*\\.git(?:[?#].*)?");
  private static final int LONGEST_MODE = 200;
  private static final Set<String> SIGNALS =
      Set.of(
          "ABRT", "ALRM", "BUS", "CHLD", "CLD", "CONT", "FPE", "HUP", "ILL", "INT", "IO", "IOT",
          "KILL", "PIPE", "POLL", "PROF", "PWR", "QUIT", "SEGV", "STKFLT", "STOP", "SYS", "TERM",
          "TRAP", "TSTP", "TTIN", "TTOU", "URG", "USR1", "USR2", "VTALRM", "WINCH", "XCPU", "XFSZ");
  private static final Pattern REALTIME =
      Pattern.compile("RTMIN(?:\\+(?:[1-9]|1[0-5]))?|RTMAX(?:-(?:[1-9]|1[0-4]))?");

  private final char escape;
  private final Map<String, String> globals;
  private final Map<String, String> variables;
  private final Map<String, String> environment;
  private final Map<Integer, List<String>> sources = new LinkedHashMap<>();
  private Optional<String> user;
  private String directory;

  private StageRun(
      char escape,
      Map<String, String> globals,
      Map<String, String> variables,
      Map<String, String> environment,
      Optional<String> user,
      String directory) {
    this.escape = escape;
    this.globals = globals;
    this.variables = new LinkedHashMap<>(variables);
    this.environment = new LinkedHashMap<>(environment);
    this.user = user;
    this.directory = directory;
  }

  /** For a stage that comes from an image. */
  StageRun(char escape, Map<String, String> globals) {
    this(escape, globals, Map.of("PATH", PATH), Map.of(), Optional.empty(), "/");
  }

  /** For a stage that comes from this one. */
  StageRun next() {
    return new StageRun(escape, globals, variables, environment, user, directory);
  }

  Optional<String> user() {
    return user;
  }

  Map<String, String> environment() {
    return environment;
  }

  /** By line, the sources of each {@code ADD} and {@code COPY}; a variable without value stays. */
  Map<Integer, List<String>> sources() {
    return sources;
  }

  void take(Instruction each) throws Unreadable {
    WordReader words = WordReader.of(each.line(), escape, variables);
    switch (each.word()) {
      case "ARG" -> declare(each, escape, variables, globals);
      case "ENV" -> environment(each, words);
      case "LABEL" -> pairs(each, words);
      case "USER" -> user = Optional.of(words.whole(each.words().getFirst()));
      case "ADD", "COPY" -> copy(each, words);
      case "EXPOSE" -> {
        for (String port : each.words()) {
          for (String part : words.words(port)) {
            PortRange.check(part, each.line());
          }
        }
      }
      case "RUN" -> {
        for (String mount : FlagRules.values(each, "mount")) {
          mount(Mount.read(mount, words, each.line()), each.line());
        }
      }
      case "STOPSIGNAL" -> signal(words.whole(each.words().getFirst()), each.line());
      case "VOLUME" -> {
        for (String path : each.words()) {
          if (words.whole(Blanks.strip(path)).isEmpty()) {
            throw new Unreadable(each.line(), "`VOLUME` names an empty directory.");
          }
        }
      }
      case "WORKDIR" -> directory = within(directory, words.whole(each.words().getFirst()));
      default -> {
        // Docker puts no variables into the others.
      }
    }
  }

  /**
   * Adds what an {@code ARG} declares. One without a value takes that of the same name from above
   * the first {@code FROM}.
   */
  static void declare(
      Instruction argument, char escape, Map<String, String> into, Map<String, String> above)
      throws Unreadable {
    for (String word : argument.words()) {
      int equals = word.indexOf('=');
      String name = equals < 0 ? word : word.substring(0, equals);
      if (equals >= 0) {
        WordReader words = WordReader.of(argument.line(), escape, into);
        into.put(name, words.whole(word.substring(equals + 1)));
      } else if (above.containsKey(name)) {
        into.put(name, above.getOrDefault(name, ""));
      }
    }
  }

  private void environment(Instruction each, WordReader words) throws Unreadable {
    Map<String, String> pairs = pairs(each, words);
    variables.putAll(pairs);
    environment.putAll(pairs);
  }

  private static Map<String, String> pairs(Instruction each, WordReader words) throws Unreadable {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (String word : each.words()) {
      int equals = word.indexOf('=');
      pairs.put(words.whole(word.substring(0, equals)), words.whole(word.substring(equals + 1)));
    }
    return pairs;
  }

  private void copy(Instruction each, WordReader words) throws Unreadable {
    for (String value : FlagRules.values(each, "chown")) {
      words.whole(value);
    }
    for (String value : FlagRules.values(each, "chmod")) {
      String mode = words.whole(value);
      if (!mode.isEmpty() && !isMode(mode)) {
        throw new Unreadable(
            each.line(),
            "`--chmod` takes a mode such as `755` or `u+x`, not `%s`.".formatted(mode));
      }
    }
    List<String> from = new ArrayList<>();
    List<String> known = new ArrayList<>();
    WordReader unset =
        new WordReader(each.line(), escape, variables, EnumSet.of(WordOption.KEEP_UNSET));
    for (String word : each.words().subList(0, each.words().size() - 1)) {
      if (HereDocument.opening(word, each.line()).isEmpty()) {
        from.add(words.whole(word));
        known.add(unset.whole(word));
      }
    }
    sources.put(each.line(), known);
    words.whole(each.words().getLast());
    for (HereDocument document : each.hereDocuments()) {
      if (document.expands()) {
        new WordReader(each.line(), '\\', variables, EnumSet.of(WordOption.NO_QUOTES))
            .whole(document.text());
      }
    }
    boolean remote = from.stream().anyMatch(StageRun::remote);
    if (remote && each.word().equals("COPY")) {
      throw new Unreadable(each.line(), "`COPY` takes no addresses: that is what `ADD` is for.");
    }
    for (String flag : FlagRules.values(each, "checksum")) {
      checksum(words.whole(flag), from, each.line());
    }
  }

  private static boolean isMode(String mode) {
    return mode.length() <= LONGEST_MODE
        && (mode.matches("0*[0-7]{1,4}") || MODE.matcher(mode).matches());
  }

  private static void checksum(String sum, List<String> from, int line) throws Unreadable {
    if (sum.isEmpty()) {
      return;
    }
    if (from.size() != 1 || !remote(from.getFirst())) {
      throw new Unreadable(line, "`--checksum` goes with a single address.");
    }
    if (!GIT.matcher(from.getFirst()).matches() && !ImageName.isDigest(sum)) {
      throw new Unreadable(
          line, "`--checksum` takes `sha256:` and 64 hexadecimal digits, not `%s`.".formatted(sum));
    }
  }

  private void mount(Mount mount, int line) throws Unreadable {
    boolean directoryNeeded = !Set.of("secret", "ssh").contains(mount.type());
    if (directoryNeeded && within(directory, mount.target()).equals("/")) {
      throw new Unreadable(line, "A mount needs a `target` other than `/`.");
    }
  }

  /** A path seen from a directory, without {@code .} and {@code ..}. */
  static String within(String directory, String path) {
    List<String> parts = new ArrayList<>();
    for (String part : (path.startsWith("/") ? path : directory + "/" + path).split("/+")) {
      if (part.equals("..") && !parts.isEmpty()) {
        parts.removeLast();
      } else if (!Set.of("", ".", "..").contains(part)) {
        parts.add(part);
      }
    }
    return "/" + String.join("/", parts);
  }

  /** Whether docker fetches a source of {@code ADD} from elsewhere. */
  static boolean remote(String source) {
    return source.startsWith("http://")
        || source.startsWith("https://")
        || GIT.matcher(source).matches();
  }

  private static void signal(String signal, int line) throws Unreadable {
    String name = signal.toUpperCase(Locale.ROOT).replaceFirst("^SIG", "");
    boolean number = signal.matches("[+-]?\\d{1,18}") && !signal.matches("[+-]?0+");
    if (!number && !SIGNALS.contains(name) && !REALTIME.matcher(name).matches()) {
      throw new Unreadable(line, "There is no signal `%s`.".formatted(signal));
    }
  }
}
