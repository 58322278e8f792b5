package dev.ropewalk.dockerfile;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether a {@code RUN} leaves apt's package lists in its layer, told from the commands it runs.
 */
final class AptLists {
  private static final List<String> FOLDER = List.of("var", "lib", "apt", "lists");
  private static final Set<String> APT = Set.of("apt", "apt-get", "aptitude");
  private static final Set<String> INSTALLS =
      Set.of("install", "reinstall", "build-dep", "satisfy");
  private static final Set<String> CLEANS = Set.of("distclean", "dist-clean");

  /** Options of apt whose value is the next word. */
  private static final Set<String> VALUED =
      Set.of(
          "-o",
          "-c",
          "-t",
          "-a",
          "--option",
          "--config-file",
          "--target-release",
          "--default-release",
          "--host-architecture");

  private boolean installed;
  private boolean clean;
  private Optional<String> directory = Optional.empty();

  private AptLists() {}

  static boolean keptBy(Instruction run) {
    if (mounted(run)) {
      return false;
    }
    AptLists lists = new AptLists();
    commands(run).forEach(lists::take);
    return lists.installed && !lists.clean;
  }

  private static boolean mounted(Instruction run) {
    for (String flag : FlagRules.values(run, "mount")) {
      try {
        WordReader words =
            new WordReader(run.line(), '\\', Map.of(), EnumSet.of(WordOption.KEEP_UNSET));
        Mount mount = Mount.read(flag, words, run.line());
        List<String> target = parts(StageRun.within("/", mount.target()));
        boolean gone = Set.of("cache", "tmpfs", "bind").contains(mount.type());
        if (gone && !mount.readOnly() && covers(target)) {
          return true;
        }
      } catch (Unreadable e) {
        // A stage that is not needed may hold such a mount; it covers nothing.
      }
    }
    return false;
  }

  private static List<ShellCommand> commands(Instruction run) {
    if (run.exec().isPresent()) {
      return new ShellCommand(run.exec().get(), List.of()).unwrapped();
    }
    List<HereDocument> documents = run.hereDocuments();
    if (documents.size() == 1 && run.text().matches("\\d*<<-?\\s*[^\\s<>|;&]+")) {
      String script = documents.getFirst().text();
      boolean other = script.matches("(?s)#!(?![^\n]*sh\\b).*");
      return other ? List.of() : ShellScript.commands(script);
    }
    StringBuilder script = new StringBuilder(run.text());
    documents.forEach(
        each -> script.append('\n').append(each.text()).append('\n').append(each.name()));
    return ShellScript.commands(script.toString());
  }

  private void take(ShellCommand command) {
    List<String> rest = command.words().subList(1, command.words().size());
    switch (command.program()) {
      case "cd" -> directory = rest.stream().findFirst();
      case "rm" -> clean |= removes(rest);
      case "find" -> clean |= finds(rest);
      default -> {
        if (APT.contains(command.program())) {
          apt(rest);
        }
      }
    }
  }

  private void apt(List<String> words) {
    int at = 0;
    while (at < words.size() && words.get(at).startsWith("-")) {
      at += VALUED.contains(words.get(at)) ? 2 : 1;
    }
    String verb = at < words.size() ? words.get(at) : "";
    if (INSTALLS.contains(verb)) {
      installed = true;
      clean = false;
    } else if (verb.equals("update")) {
      clean = false;
    } else if (CLEANS.contains(verb)) {
      clean = true;
    }
  }

  private boolean removes(List<String> words) {
    boolean whole =
        words.stream()
            .anyMatch(word -> word.equals("--recursive") || word.matches("-\\w*[rR]\\w*"));
    return words.stream()
        .filter(word -> !word.startsWith("-"))
        .map(this::absolute)
        .anyMatch(
            path ->
                whole && covers(path)
                    || path.size() == FOLDER.size() + 1
                        && covers(path.subList(0, FOLDER.size()))
                        && path.getLast().contains("*"));
  }

  private boolean finds(List<String> words) {
    boolean deletes =
        words.contains("-delete") || words.contains("rm") || words.contains("/bin/rm");
    return deletes
        && words.stream()
            .takeWhile(word -> !word.startsWith("-"))
            .anyMatch(word -> covers(absolute(word)));
  }

  private List<String> absolute(String path) {
    return path.startsWith("/")
        ? parts(path)
        : directory.map(from -> parts(StageRun.within(from, path))).orElse(List.of());
  }

  private static List<String> parts(String path) {
    List<String> parts = new ArrayList<>(List.of(path.split("/+")));
    parts.removeIf(part -> part.isEmpty() || part.equals("."));
    return parts;
  }

  /** Whether a path, perhaps with {@code *}, is the folder of the lists or holds it. */
  private static boolean covers(List<String> path) {
    if (path.isEmpty() || path.size() > FOLDER.size()) {
      return false;
    }
    for (int each = 0; each < path.size(); each++) {
      String part = Pattern.quote(path.get(each)).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q");
      if (!FOLDER.get(each).matches(part)) {
        return false;
      }
    }
    return true;
  }
}
