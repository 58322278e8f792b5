package dev.ropewalk.proof;

import dev.ropewalk.command.CommandHelp;
import dev.ropewalk.command.CommandTable;
import dev.ropewalk.command.GivenFlag;
import dev.ropewalk.command.PlacedCommand;
import dev.ropewalk.command.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A container that does not run in the end: stopped again, or never started. */
final class StateSlips {
  private static final Set<String> STARTERS = Set.of("start", "restart", "unpause");

  private final String line;
  private final PlacedCommand command;
  private final CommandTable table;

  StateSlips(String line, PlacedCommand command, CommandTable table) {
    this.line = line;
    this.command = command;
    this.table = table;
  }

  /** The line with a container that is never started. */
  Optional<LineSlip> notStarted() {
    return command.name().equals("run") ? Optional.of(created()) : Optional.empty();
  }

  /** What goes on after the line without the terminal, and can be stopped. */
  Optional<String> started() {
    Optional<String> name = Optional.empty();
    if (command.name().equals("run") && has("detach")) {
      name = value("name");
    } else if (STARTERS.contains(command.name()) && !has("attach") && !has("interactive")) {
      name = command.arguments().stream().map(Word::text).findFirst();
    }
    return name.filter(known -> !OtherValues.isOpaque(known));
  }

  private boolean has(String flag) {
    return command.flags().stream().anyMatch(given -> given.flag().name().equals(flag));
  }

  private Optional<String> value(String flag) {
    return command.flags().stream()
        .filter(given -> given.flag().name().equals(flag))
        .map(GivenFlag::value)
        .findFirst();
  }

  /** {@code create} in place of {@code run}, without the flags that only {@code run} has. */
  private LineSlip created() {
    CommandHelp create = table.help(List.of("create")).orElseGet(table::root);
    List<LineEdit> edits = new ArrayList<>();
    edits.add(new LineEdit(command.verb().start(), command.verb().end(), "create"));
    command.flags().stream()
        .filter(given -> create.flag(given.flag().name()).isEmpty())
        .map(given -> LineEdit.without(line, given))
        .forEach(edits::add);
    return new LineSlip(
        Mutant.Kind.NOT_STARTED, edits, List.of("created", "docker start", "started"));
  }
}
