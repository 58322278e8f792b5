package dev.ropewalk.author;

import dev.ropewalk.command.CommandTable;
import dev.ropewalk.command.DockerCommand;
import dev.ropewalk.command.DockerLine;
import dev.ropewalk.engine.ImageRef;
import dev.ropewalk.lesson.Script;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a lesson needs, as far as its solutions tell. */
final class ScenarioNeeds {
  private static final Set<String> OF_THE_SHELL =
      Set.of(
          "docker",
          "cd",
          "echo",
          "export",
          "exit",
          "true",
          "false",
          "test",
          "[",
          "[[",
          "if",
          "then",
          "else",
          "elif",
          "fi",
          "for",
          "do",
          "done",
          "while",
          "until",
          "case",
          "esac",
          "set",
          "unset",
          "source",
          ".",
          "alias",
          "read",
          "printf",
          "pwd",
          "history",
          "clear",
          "sleep",
          "cat",
          "ls",
          "mkdir",
          "rm",
          "cp",
          "mv",
          "touch",
          "grep",
          "sed",
          "head",
          "tail",
          "wc",
          "sort",
          "chmod",
          "ps",
          "kill",
          "date",
          "whoami",
          "id",
          "hostname",
          "uname",
          "bash",
          "sh",
          "wait",
          "tee",
          "find",
          "xargs",
          "cut",
          "tr",
          "awk",
          "env",
          "sudo",
          "jobs",
          "fg",
          "bg",
          "nano",
          "vi",
          "vim",
          "INSIDE",
          "EOF");

  private final CommandTable table;
  private final Set<String> images = new LinkedHashSet<>();
  private final Set<String> names = new LinkedHashSet<>();
  private final Set<String> volumes = new LinkedHashSet<>();
  private final Set<String> networks = new LinkedHashSet<>();
  private final Set<String> ports = new LinkedHashSet<>();
  private final Set<String> commands = new LinkedHashSet<>();
  private final Set<ImageRef> made = new HashSet<>();

  ScenarioNeeds(CommandTable table) {
    this.table = table;
  }

  /** Looks at a solution; what it makes is there for those after it. */
  void look(Commands solution) {
    solution.programs().stream()
        .filter(name -> name.matches("[a-z][a-z0-9_.-]*") && !OF_THE_SHELL.contains(name))
        .map(name -> name.equals("docker-compose") ? "docker compose or docker-compose" : name)
        .forEach(commands::add);
    for (String line : new Script(solution.text()).commands()) {
      if (line.strip().matches("docker\\s+compose\\b.*")) {
        commands.add("docker compose or docker-compose");
      }
      DockerLine.parse(line, table).stream()
          .filter(DockerCommand::isUnderstood)
          .forEach(this::command);
    }
  }

  private void command(DockerCommand command) {
    switch (command.name()) {
      case "run", "create" -> {
        arg(command, 0).filter(image -> made.add(ImageRef.parse(image))).ifPresent(images::add);
        command.flag("name").filter(ScenarioNeeds::plain).ifPresent(names::add);
        command.flags().getOrDefault("publish", List.of()).forEach(this::port);
      }
      case "pull" -> arg(command, 0).ifPresent(image -> made.add(ImageRef.parse(image)));
      case "tag", "commit" -> arg(command, 1).ifPresent(image -> made.add(ImageRef.parse(image)));
      case "build", "buildx build" ->
          command.flags().getOrDefault("tag", List.of()).stream()
              .filter(ScenarioNeeds::plain)
              .forEach(tag -> made.add(ImageRef.parse(tag)));
      case "volume create" -> arg(command, 0).ifPresent(volumes::add);
      case "network create" -> arg(command, 0).ifPresent(networks::add);
      default -> {}
    }
  }

  private void port(String published) {
    String[] parts = published.split("/", 2)[0].split(":");
    if (parts.length > 1 && parts[parts.length - 2].matches("[1-9]\\d{0,4}")) {
      ports.add(parts[parts.length - 2]);
    }
  }

  private static Optional<String> arg(DockerCommand command, int index) {
    return command.args().stream().skip(index).findFirst().filter(ScenarioNeeds::plain);
  }

  /** Without anything that only the shell knows. */
  private static boolean plain(String word) {
    return word.matches("[\\w][\\w./:@-]*");
  }

  /** As YAML with its key; empty where nothing is needed. */
  String yaml() {
    List<String> free = new ArrayList<>();
    list("names", names, free);
    list("ports", ports, free);
    list("volumes", volumes, free);
    list("networks", networks, free);
    List<String> all = new ArrayList<>();
    list("images", images, all);
    list("commands", commands, all);
    if (!free.isEmpty()) {
      all.add("free: {" + String.join(", ", free) + "}");
    }
    return all.isEmpty()
        ? ""
        : all.stream()
            .map(each -> "  " + each + "\n")
            .collect(Collectors.joining("", "needs:\n", ""));
  }

  private static void list(String key, Set<String> words, List<String> to) {
    if (!words.isEmpty()) {
      to.add(
          words.stream()
              .map(word -> word.matches("\\d+") ? word : CheckYaml.quoted(word))
              .collect(Collectors.joining(", ", key + ": [", "]")));
    }
  }
}
