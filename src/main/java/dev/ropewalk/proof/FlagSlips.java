package dev.ropewalk.proof;

import dev.ropewalk.command.GivenFlag;
import dev.ropewalk.command.PlacedCommand;
import dev.ropewalk.command.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What can go wrong with the flags of a docker command. */
final class FlagSlips {
  /** An attached container keeps the prompt: the learner ends it by Ctrl-C. */
  private static final String CTRL_C = "timeout --foreground -s INT 3 ";

  /** What a flag sets, where the words differ from its name. */
  private static final Map<String, List<String>> EFFECTS =
      Map.of(
          "detach", List.of("attached", "background"),
          "tty", List.of("terminal"),
          "interactive", List.of("stdin", "standard input"),
          "publish", List.of("published", "port"),
          "input", List.of("stdin"),
          "all", List.of("stopped ones"));

  /** What the engine writes before the value of a flag, which it writes in capitals too. */
  private static final Map<String, String> PREFIXES =
      Map.of("cap-add", "CAP_", "cap-drop", "CAP_", "stop-signal", "SIG", "signal", "SIG");

  private final String line;
  private final PlacedCommand command;

  FlagSlips(String line, PlacedCommand command) {
    this.line = line;
    this.command = command;
  }

  List<LineSlip> all() {
    List<LineSlip> slips = new ArrayList<>();
    for (GivenFlag given : command.flags()) {
      slips.add(leftOut(given));
      if (!given.value().isEmpty()
          && !given.flag().isSwitch()
          && !OtherValues.isOpaque(given.value())) {
        slips.addAll(changed(given));
      }
    }
    return slips;
  }

  private LineSlip leftOut(GivenFlag given) {
    List<String> names = new ArrayList<>(names(given));
    names.addAll(EFFECTS.getOrDefault(given.flag().name(), List.of()));
    List<LineEdit> edits = new ArrayList<>(List.of(LineEdit.without(line, given)));
    if (command.name().equals("run") && given.flag().name().equals("detach")) {
      int docker = command.docker().start();
      edits.add(new LineEdit(docker, docker, CTRL_C));
    }
    return new LineSlip(Mutant.Kind.FLAG_LEFT_OUT, edits, names);
  }

  /** The flag in each way of writing, and what it is set to. */
  private static List<String> names(GivenFlag given) {
    String letter = given.flag().shorthand();
    return Stream.of(
            Stream.of(
                "--" + given.flag().name(),
                given.flag().name(),
                given.flag().name().replace('-', ' ')),
            letter.isEmpty() ? Stream.<String>empty() : Stream.of("-" + letter),
            given.value().isEmpty() ? Stream.<String>empty() : Stream.of(given.value()),
            OtherValues.pieces(given.value()).stream(),
            prefixed(given, given.value()))
        .flatMap(each -> each)
        .toList();
  }

  /** A value as the engine may write it. */
  private static Stream<String> prefixed(GivenFlag given, String value) {
    return Stream.ofNullable(PREFIXES.get(given.flag().name())).map(prefix -> prefix + value);
  }

  private List<LineSlip> changed(GivenFlag given) {
    String value = given.value();
    return switch (given.flag().name()) {
      case "name" ->
          slip(Mutant.Kind.NAME_CHANGED, given, value + OtherValues.SUFFIX, List.of(value)).stream()
              .toList();
      case "publish" -> published(given);
      case "network", "net" ->
          slip(
                  Mutant.Kind.NETWORK_CHANGED,
                  given,
                  value.equals("none") ? "bridge" : "none",
                  List.of(value))
              .stream()
              .toList();
      case "volume" -> mounted(given);
      default -> other(given);
    };
  }

  private List<LineSlip> other(GivenFlag given) {
    List<String> names = new ArrayList<>(names(given));
    int equals = given.value().indexOf('=');
    if (equals > 0) {
      names.add(given.value().substring(0, equals));
      names.add(given.value().substring(equals + 1));
    }
    Mutant.Kind kind =
        given.flag().name().equals("mount")
            ? Mutant.Kind.VOLUME_CHANGED
            : Mutant.Kind.VALUE_CHANGED;
    // A file that is not there is told by the name that docker got.
    String other = OtherValues.other(given.value());
    names.add(other);
    prefixed(given, other).forEach(names::add);
    return slip(kind, given, other, names).stream().toList();
  }

  private List<LineSlip> published(GivenFlag given) {
    return PublishedPorts.read(given.value()).stream()
        .flatMap(published -> published.others().stream())
        .flatMap(other -> slip(other.kind(), given, other.value(), other.names()).stream())
        .toList();
  }

  /** Of {@code data:/data:ro} first the source and then the target changes. */
  private List<LineSlip> mounted(GivenFlag given) {
    String[] parts = given.value().split(":", -1);
    List<LineSlip> slips = new ArrayList<>();
    for (int i = 0; i < Math.min(2, parts.length); i++) {
      String[] other = parts.clone();
      other[i] = parts[i] + OtherValues.SUFFIX;
      slip(Mutant.Kind.VOLUME_CHANGED, given, String.join(":", other), List.of(parts[i]))
          .ifPresent(slips::add);
    }
    return slips;
  }

  /** Nothing where the value is written in pieces. */
  private Optional<LineSlip> slip(
      Mutant.Kind kind, GivenFlag given, String other, List<String> names) {
    Word word = given.apart().orElse(given.word());
    int at = line.substring(word.start(), word.end()).lastIndexOf(given.value());
    int start = word.start() + at;
    return at < 0
        ? Optional.empty()
        : Optional.of(
            new LineSlip(kind, new LineEdit(start, start + given.value().length(), other), names));
  }
}
