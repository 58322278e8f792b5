package dev.ropewalk.command;

import dev.ropewalk.command.LiveNames.Containers;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a word of a command's usage stands for. */
enum ArgumentKind {
  CONTAINER,
  CONTAINER_PATH,
  IMAGE,
  NETWORK,
  VOLUME,
  FILE;

  private static final Pattern BLANKS = Pattern.compile(" +");
  private static final Pattern BAR = Pattern.compile("|", Pattern.LITERAL);

  /** Commands that want containers in a certain state; the others take all. */
  private static final Map<String, Containers> STATES =
      Map.ofEntries(
          Map.entry("attach", Containers.RUNNING),
          Map.entry("exec", Containers.RUNNING),
          Map.entry("kill", Containers.RUNNING),
          Map.entry("pause", Containers.RUNNING),
          Map.entry("port", Containers.RUNNING),
          Map.entry("stats", Containers.RUNNING),
          Map.entry("stop", Containers.RUNNING),
          Map.entry("top", Containers.RUNNING),
          Map.entry("wait", Containers.RUNNING),
          Map.entry("start", Containers.STOPPED),
          Map.entry("unpause", Containers.PAUSED));

  /**
   * What may stand as an argument of a command, by its usage.
   *
   * @param name the command's canonical name
   * @param place how many arguments stand before it
   */
  static Set<ArgumentKind> at(String name, CommandHelp help, int place) {
    Set<ArgumentKind> kinds = EnumSet.noneOf(ArgumentKind.class);
    for (String usage : help.usages()) {
      List<String> slots = slots(usage);
      boolean repeats = !slots.isEmpty() && slots.getLast().contains("...");
      if (place < slots.size() || repeats) {
        kinds.addAll(of(name, slots.get(Math.min(place, slots.size() - 1))));
      }
    }
    return kinds;
  }

  List<Candidate> candidates(String name, LiveNames live) {
    return switch (this) {
      case CONTAINER -> {
        Containers which = STATES.getOrDefault(name, Containers.ALL);
        yield list(live.containers(which), value -> Candidate.word(value, "", "containers"));
      }
      case CONTAINER_PATH ->
          list(
              live.containers(Containers.ALL),
              value -> Candidate.stem(value + ":", "", "containers"));
      case IMAGE -> list(live.images(), value -> Candidate.word(value, "", "images"));
      case NETWORK -> list(live.networks(), value -> Candidate.word(value, "", "networks"));
      case VOLUME -> list(live.volumes(), value -> Candidate.word(value, "", "volumes"));
      case FILE -> List.of();
    };
  }

  private static List<Candidate> list(List<String> names, Function<String, Candidate> candidate) {
    return names.stream().map(candidate).toList();
  }

  /** The places for arguments: {@code A | B} is one place, {@code A [A...]} is one that repeats. */
  private static List<String> slots(String usage) {
    List<String> slots = new ArrayList<>();
    for (String word : BLANKS.splitAsStream(usage.replace(" | ", "|")).toList()) {
      boolean again = !slots.isEmpty() && word.equals("[" + slots.getLast() + "...]");
      if (again) {
        slots.set(slots.size() - 1, word);
      } else if (!word.isEmpty() && !word.equals("[OPTIONS]") && !word.equals("OPTIONS")) {
        slots.add(word);
      }
    }
    return slots;
  }

  private static Set<ArgumentKind> of(String name, String written) {
    String slot = written.replaceAll("^\\[|(\\.\\.\\.)?\\]$", "");
    boolean makesNew =
        name.endsWith(" create") || slot.contains("NEW_NAME") || name.startsWith("plugin");
    if (makesNew && !slot.startsWith("IMAGE")) {
      return Set.of();
    }
    if (slot.startsWith("NAME|ID")) {
      return EnumSet.of(CONTAINER, IMAGE, NETWORK, VOLUME);
    }
    Set<ArgumentKind> kinds = EnumSet.noneOf(ArgumentKind.class);
    BAR.splitAsStream(slot).flatMap(ArgumentKind::ofAlternative).forEach(kinds::add);
    return kinds;
  }

  private static Stream<ArgumentKind> ofAlternative(String word) {
    if (word.startsWith("CONTAINER:")) {
      return Stream.of(CONTAINER_PATH);
    }
    if (word.startsWith("CONTAINER")) {
      return Stream.of(CONTAINER);
    }
    if (word.contains("IMAGE") || word.startsWith("REPOSITORY") || word.startsWith("NAME[:TAG")) {
      return Stream.of(IMAGE);
    }
    if (word.equals("NETWORK")) {
      return Stream.of(NETWORK);
    }
    if (word.equals("VOLUME")) {
      return Stream.of(VOLUME);
    }
    return word.contains("PATH") || word.equals("file") || word.contains("FILE")
        ? Stream.of(FILE)
        : Stream.of();
  }
}
