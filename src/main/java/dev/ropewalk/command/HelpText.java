package dev.ropewalk.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the text that {@code docker ... --help} prints (clients 20.10 to 29, and their plugins).
 */
final class HelpText {
  private static final Pattern HEADING =
      Pattern.compile(
          "((?:[A-Z]\\S* )*(?:Options|Commands|Aliases|Examples|EXPERIMENTAL|Plugins)):");
  private static final Pattern FLAG =
      Pattern.compile(
          " {2}(?:-(.), | {4})--([\\w.-]+)(?: ?((?:\\[=|\\S)\\S*(?: \\S+)*?))?(?: {2,}(\\S.*))?");
  private static final Pattern SUBCOMMAND = Pattern.compile(" {2}([\\w-]+)(\\*?)(?:\\s+(.*))?");
  private static final Pattern PRESET = Pattern.compile("\\(default (.+)\\)$");
  private static final Pattern FAREWELL =
      Pattern.compile("(Run '|For more help|To get more help|Learn more).*");

  private final Set<String> usages = new LinkedHashSet<>();
  private final Set<String> description = new LinkedHashSet<>();
  private final Set<String> aliases = new LinkedHashSet<>();
  private final List<Subcommand> subcommands = new ArrayList<>();
  private final List<Flag> flags = new ArrayList<>();
  private final List<String> unread = new ArrayList<>();
  private String section = "Usage";
  private String group = "";

  private HelpText() {}

  /** Reads a help, or gives nothing where the text is none. */
  static Optional<CommandHelp> read(String text) {
    var help = new HelpText();
    text.lines().map(String::stripTrailing).filter(line -> !line.isEmpty()).forEach(help::line);
    return help.usages.isEmpty() ? Optional.empty() : Optional.of(help.result());
  }

  private void line(String line) {
    if (line.startsWith("Usage:")) {
      section = "Usage";
    }
    Matcher heading = HEADING.matcher(line);
    if (heading.matches()) {
      group = heading.group(1);
      section = group.substring(group.lastIndexOf(' ') + 1);
      return;
    }
    switch (section) {
      case "Usage" -> usage(line);
      case "Description" -> description.add(line);
      case "Aliases" -> aliases.addAll(Arrays.asList(line.strip().split(",\\s*")));
      case "Options" -> option(line);
      case "Commands" -> subcommand(line);
      case "Examples", "EXPERIMENTAL", "Plugins" -> {}
      default -> unread.add(line);
    }
  }

  private void usage(String line) {
    if (line.startsWith("Usage:")) {
      usages.add(line.substring("Usage:".length()).strip());
    } else if (line.startsWith("\t")) {
      usages.add(line.strip());
    } else {
      section = "Description";
      line(line);
    }
  }

  private void option(String line) {
    Matcher flag = FLAG.matcher(line);
    if (flag.matches()) {
      flags.add(
          new Flag(
              flag.group(2),
              orEmpty(flag.group(1)),
              orEmpty(flag.group(3)),
              orEmpty(flag.group(4)),
              ""));
    } else if (line.startsWith("        ") && !flags.isEmpty()) {
      Flag last = flags.removeLast();
      String description = (last.description() + " " + line.strip()).strip();
      flags.add(new Flag(last.name(), last.shorthand(), last.type(), description, ""));
    } else {
      other(line);
    }
  }

  private void subcommand(String line) {
    Matcher command = SUBCOMMAND.matcher(line);
    if (command.matches()) {
      var origin = command.group(2).isEmpty() ? Subcommand.Origin.CLIENT : Subcommand.Origin.PLUGIN;
      subcommands.add(new Subcommand(command.group(1), orEmpty(command.group(3)), group, origin));
    } else {
      other(line);
    }
  }

  private void other(String line) {
    if (!FAREWELL.matcher(line).matches()) {
      unread.add(line);
    }
  }

  private CommandHelp result() {
    List<String> path = path(usages.iterator().next());
    List<String> tails = usages.stream().map(HelpText::tail).toList();
    return new CommandHelp(
        path,
        tails,
        String.join("\n", description),
        aliases.stream().map(alias -> alias(alias, path)).toList(),
        subcommands,
        distinct(flags),
        unread);
  }

  private static List<Flag> distinct(List<Flag> flags) {
    Map<String, Flag> byName = new LinkedHashMap<>();
    flags.forEach(flag -> byName.putIfAbsent(flag.name(), withPreset(flag)));
    return List.copyOf(byName.values());
  }

  /** New clients print whole command lines, old ones only the last word. */
  private static List<String> alias(String alias, List<String> path) {
    List<String> words = List.of(alias.split(" "));
    if (words.getFirst().equals("docker")) {
      return words.subList(1, words.size());
    }
    List<String> sibling = new ArrayList<>(path.subList(0, Math.max(path.size() - 1, 0)));
    sibling.addAll(words);
    return List.copyOf(sibling);
  }

  private static List<String> path(String usage) {
    return Arrays.stream(usage.split(" "))
        .skip(1)
        .takeWhile(word -> word.matches("[a-z][a-z0-9_-]*"))
        .toList();
  }

  private static String tail(String usage) {
    return Arrays.stream(usage.split(" +"))
        .skip(path(usage).size() + 1)
        .collect(Collectors.joining(" "));
  }

  /**
   * A switch such as {@code --all Show all containers (default shows just running)} has no default
   * to read.
   */
  private static Flag withPreset(Flag flag) {
    Matcher preset = PRESET.matcher(flag.description());
    String value = preset.find() ? preset.group(1).replaceAll("^\"|\"$", "") : "";
    boolean readable = !flag.isSwitch() || value.equals("true");
    return new Flag(
        flag.name(), flag.shorthand(), flag.type(), flag.description(), readable ? value : "");
  }

  private static String orEmpty(@Nullable String group) {
    return group == null ? "" : group;
  }
}
