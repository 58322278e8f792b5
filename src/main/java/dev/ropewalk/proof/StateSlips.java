package dev.ropewalk.proof;

import dev.ropewalk.command.CommandHelp;
import dev.ropewalk.command.CommandTable;
import dev.ropewalk.command.Word;
import dev.ropewalk.proof.Anatomy.Given;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A container that does not run in the end: stopped again, or never started. */
final class StateSlips {
  private static final Set<String> STARTERS = Set.of("start", "restart", "unpause");

  private final String line;
  private final Anatomy command;
  private final CommandTable table;

  StateSlips(String line, Anatomy command, CommandTable table) {
    this.line = line;
    this.command = command;
    this.table = table;
  }

  List<Slip> all() {
    List<Slip> slips = new ArrayList<>();
    stopped().ifPresent(slips::add);
    if (command.name().equals("run")) {
      slips.add(notStarted());
    }
    return slips;
  }

  /** Only what goes on without the terminal can be stopped afterwards. */
  private Optional<Slip> stopped() {
    Optional<String> name = Optional.empty();
    if (command.name().equals("run") && has("detach")) {
      name = value("name");
    } else if (STARTERS.contains(command.name()) && !has("attach") && !has("interactive")) {
      name = command.arguments().stream().map(Word::text).findFirst();
    }
    int end =
        command.arguments().isEmpty() ? command.verb().end() : command.arguments().getLast().end();
    return name.filter(known -> !Values.isOpaque(known))
        .map(
            known ->
                new Slip(
                    Mutant.Kind.STOPPED,
                    new Edit(end, end, "; docker stop " + known),
                    List.of("exited", "stopped", "docker start", "running", "runs")));
  }

  private boolean has(String flag) {
    return command.flags().stream().anyMatch(given -> given.flag().name().equals(flag));
  }

  private Optional<String> value(String flag) {
    return command.flags().stream()
        .filter(given -> given.flag().name().equals(flag))
        .map(Given::value)
        .findFirst();
  }

  /** {@code create} in place of {@code run}, without the flags that only {@code run} has. */
  private Slip notStarted() {
    CommandHelp create = table.help(List.of("create")).orElseGet(table::root);
    List<Edit> edits = new ArrayList<>();
    edits.add(new Edit(command.verb().start(), command.verb().end(), "create"));
    command.flags().stream()
        .filter(given -> create.flag(given.flag().name()).isEmpty())
        .map(given -> given.without(line))
        .forEach(edits::add);
    return new Slip(Mutant.Kind.NOT_STARTED, edits, List.of("created", "docker start", "started"));
  }
}
