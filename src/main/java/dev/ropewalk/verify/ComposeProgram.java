package dev.ropewalk.verify;

import dev.ropewalk.check.Probes.ComposeAnswer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Compose on the engine's machine, asked what it makes of files. It asks the engine nothing. */
final class ComposeProgram {
  // The words are the folder, then the files. The first line says what follows it. The plugin takes
  // a star for all profiles; the older program must be told their names.
  private static final String ASK =
      """
      cd "$1" 2>/dev/null || exit
      shift
      files=()
      for file; do files+=(-f "$file"); done
      if docker compose version >/dev/null 2>&1; then
        compose=(docker compose)
        export COMPOSE_PROFILES='*'
      elif command -v docker-compose >/dev/null; then
        compose=(docker-compose)
        COMPOSE_PROFILES=$(docker-compose "${files[@]}" config --profiles 2>/dev/null | paste -sd, -)
        export COMPOSE_PROFILES
      else
        echo none
        exec env --null
      fi
      if config=$("${compose[@]}" "${files[@]}" config 2>/dev/null); then
        printf 'read\n%s\n' "$config"
      else
        echo refused
        "${compose[@]}" "${files[@]}" config 2>&1 >/dev/null
      fi
      """;

  private ComposeProgram() {}

  static ComposeAnswer asked(EngineMachine machine, Path folder, List<String> names) {
    List<String> command = new ArrayList<>(List.of("bash", "-c", ASK, "ask", folder.toString()));
    command.addAll(names);
    String[] said = machine.said(command).split("\n", 2);
    String rest = said.length > 1 ? said[1] : "";
    return switch (said[0]) {
      case "read" -> new ComposeAnswer.Read(rest);
      case "refused" -> new ComposeAnswer.Refused(reason(rest));
      default -> new ComposeAnswer.NotThere(variables(rest));
    };
  }

  /** Without what it only warns of. */
  private static String reason(String words) {
    return String.join(
            " ",
            words
                .lines()
                .filter(line -> !line.contains("level=warning") && !line.startsWith("WARNING"))
                .map(String::strip)
                .toList())
        .strip();
  }

  private static Map<String, String> variables(String listed) {
    Map<String, String> all = new HashMap<>();
    for (String each : listed.split("\0")) {
      int sign = each.indexOf('=');
      if (sign > 0) {
        all.put(each.substring(0, sign), each.substring(sign + 1));
      }
    }
    return all;
  }
}
