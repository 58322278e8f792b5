package dev.ropewalk.verify;

import dev.ropewalk.check.Probes.ComposeAnswer;
import dev.ropewalk.text.RegularFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Compose on the engine's machine, asked what it makes of files. It asks the engine nothing, and
 * takes a quarter of a second for its answer: it is not asked again while the files are the same.
 * Safe for use by several threads.
 */
final class ComposeProgram {
  /** In bytes; what is longer is asked about each time. */
  private static final int LONGEST = 1 << 18;

  /** What a file says that has others read for it. */
  private static final Pattern OTHER_FILES = Pattern.compile("include|extends|file\\s*[\"']?\\s*:");

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

  private final Function<List<String>, String> machine;
  private final UnaryOperator<Path> here;
  private volatile Optional<Answered> last = Optional.empty();

  /**
   * @param machine runs a command, as {@link EngineMachine#said} does
   * @param here where its files are, as {@link EngineMachine#here} knows it
   */
  ComposeProgram(Function<List<String>, String> machine, UnaryOperator<Path> here) {
    this.machine = machine;
    this.here = here;
  }

  /**
   * All that an answer comes from; the environment is always the same.
   *
   * @param texts of the files, and of the file of variables; empty for one that is not there
   */
  private record Asked(Path folder, List<String> names, List<Optional<String>> texts) {
    boolean mayNameOthers() {
      return texts.stream().flatMap(Optional::stream).anyMatch(OTHER_FILES.asPredicate());
    }
  }

  private record Answered(Asked files, ComposeAnswer answer) {}

  /**
   * @param folder of the files, as the learner's shell knows it
   * @param names of the files there, each put over those before it
   */
  ComposeAnswer ask(Path folder, List<String> names) {
    Optional<Asked> files = files(folder, names);
    Optional<ComposeAnswer> known =
        last.filter(it -> files.filter(it.files()::equals).isPresent()).map(Answered::answer);
    if (known.isPresent()) {
      return known.get();
    }
    ComposeAnswer answer = asked(folder, names);
    last =
        files
            .filter(it -> !it.mayNameOthers())
            .filter(_ -> !(answer instanceof ComposeAnswer.NotThere))
            .map(it -> new Answered(it, answer));
    return answer;
  }

  /** Nothing where they cannot be read whole. */
  private Optional<Asked> files(Path folder, List<String> names) {
    List<Optional<String>> texts = new ArrayList<>();
    for (String name : Stream.concat(names.stream(), Stream.of(".env")).toList()) {
      try {
        byte[] bytes = RegularFile.read(here.apply(folder.resolve(name)), LONGEST);
        if (bytes.length == LONGEST) {
          return Optional.empty();
        }
        texts.add(Optional.of(new String(bytes, StandardCharsets.ISO_8859_1)));
      } catch (NoSuchFileException e) {
        texts.add(Optional.empty());
      } catch (IOException e) {
        return Optional.empty();
      }
    }
    return Optional.of(new Asked(folder, names, texts));
  }

  private ComposeAnswer asked(Path folder, List<String> names) {
    List<String> command = new ArrayList<>(List.of("bash", "-c", ASK, "ask", folder.toString()));
    command.addAll(names);
    String[] said = machine.apply(command).split("\n", 2);
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
