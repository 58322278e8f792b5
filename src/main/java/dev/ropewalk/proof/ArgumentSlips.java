package dev.ropewalk.proof;

import dev.ropewalk.command.PlacedCommand;
import dev.ropewalk.command.Word;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** What can go wrong with the arguments of a docker command. */
final class ArgumentSlips {
  /** An image that every registry has, and its stand-in where it is the right one. */
  static final String OTHER_IMAGE = "busybox";

  private static final String ANOTHER_IMAGE = "redis";
  private static final Set<String> IMAGE_USERS = Set.of("run", "create", "pull");

  private static final Set<String> LOOKERS = Set.of("cp", "tag", "image tag");

  private final String line;
  private final PlacedCommand command;

  ArgumentSlips(String line, PlacedCommand command) {
    this.line = line;
    this.command = command;
  }

  List<LineSlip> all() {
    List<LineSlip> slips = new ArrayList<>();
    for (int place = 0; place < command.arguments().size(); place++) {
      Word word = command.arguments().get(place);
      Mutant.Kind kind = kind(place);
      String text = word.text();
      String raw = line.substring(word.start(), word.end());
      boolean fixed = OtherValues.isOpaque(text) || text.startsWith("-") || text.equals(".");
      if (!fixed && raw.contains(text) && !text.isEmpty()) {
        int start = word.start() + raw.indexOf(text);
        String other = other(kind, text);
        slips.add(
            new LineSlip(
                kind, new LineEdit(start, start + text.length(), other), names(kind, text, other)));
      }
    }
    return slips;
  }

  /**
   * A program, and docker where it looks for something that is there, tell by the word that they
   * got: there is no such program, no such image.
   */
  private List<String> names(Mutant.Kind kind, String text, String other) {
    List<String> names = new ArrayList<>(List.of(text));
    names.addAll(OtherValues.pieces(text));
    if (kind == Mutant.Kind.VALUE_CHANGED || LOOKERS.contains(command.name())) {
      names.add(other);
      names.addAll(OtherValues.pieces(other));
    }
    return names;
  }

  /** What an argument is, by docker's own words for how the command is used. */
  private Mutant.Kind kind(int place) {
    List<String> slots =
        Arrays.stream(command.help().usages().stream().findFirst().orElse("").split("\\s+"))
            .filter(slot -> !slot.isEmpty() && !slot.contains("OPTIONS") && !slot.equals("|"))
            .toList();
    String slot = slots.isEmpty() ? "" : slots.get(Math.min(place, slots.size() - 1));
    if (slot.contains("CONTAINER")) {
      return Mutant.Kind.NAME_CHANGED;
    }
    if (slot.contains("IMAGE") || slot.contains("REPOSITORY") || slot.startsWith("NAME[:TAG")) {
      return Mutant.Kind.IMAGE_CHANGED;
    }
    return slot.contains("NETWORK")
        ? Mutant.Kind.NETWORK_CHANGED
        : slot.contains("VOLUME") ? Mutant.Kind.VOLUME_CHANGED : Mutant.Kind.VALUE_CHANGED;
  }

  /** What belongs to nobody is only asked for where nothing can be harmed by it. */
  private String other(Mutant.Kind kind, String text) {
    return switch (kind) {
      case IMAGE_CHANGED ->
          !IMAGE_USERS.contains(command.name())
              ? text + OtherValues.SUFFIX
              : text.contains(OTHER_IMAGE) ? ANOTHER_IMAGE : OTHER_IMAGE;
      case VALUE_CHANGED -> OtherValues.other(text);
      default -> text + OtherValues.SUFFIX;
    };
  }
}
