package dev.ropewalk.terminal;

import dev.ropewalk.check.Probes;
import dev.ropewalk.check.inside.InsideAnswer;
import dev.ropewalk.check.inside.InsideView;
import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;

/**
 * Draws a container beside its host: what each has of the same thing stands in one row. With the
 * processes of a usual container it fits into 24 rows of 80 columns.
 */
final class InsideDrawing {
  /** So many rows there are for processes when all else has its place. */
  private static final int MOST_PROCESSES = 4;

  private static final String UNSEEN = "?";
  private static final int HANGING = 4;

  private final Sheet sheet;
  private final InsideView view;
  private final List<Columns.Row> rows = new ArrayList<>();

  private InsideDrawing(Sheet sheet, InsideView view) {
    this.sheet = sheet;
    this.view = view;
  }

  static List<AttributedString> draw(Sheet sheet, InsideAnswer answer) {
    return switch (answer) {
      case InsideAnswer.Seen(var view) -> new InsideDrawing(sheet, view).draw();
      case InsideAnswer.NotSeen(var says) -> sheet.prose(Role.WARNING, says);
    };
  }

  private List<AttributedString> draw() {
    rows.add(row(Role.HEADING, view.container(), "inside", "on its host", view.image()));
    view.namespaces().forEach(this::namespace);
    view.limits().forEach(it -> row(it.what(), it.inside(), it.host(), ""));
    view.rights().ifPresent(this::rights);
    List<Probes.Process> shown = shown();
    shown.forEach(this::process);
    Columns columns = new Columns(sheet, 0, rows);
    List<AttributedString> lines = new ArrayList<>();
    rows.forEach(row -> lines.addAll(columns.draw(row)));
    int more = view.processes().size() - shown.size();
    if (more > 0) {
      lines.add(
          sheet.text(
              Role.DIM, "%s and %s processes more".formatted(sheet.glyphs().ellipsis(), more)));
    }
    view.rights().ifPresent(rights -> lines.addAll(capabilities(rights)));
    view.unseen().forEach(sentence -> lines.addAll(sheet.prose(Role.DIM, sentence)));
    return lines;
  }

  private List<Probes.Process> shown() {
    boolean all = view.processes().size() <= MOST_PROCESSES;
    return all ? view.processes() : view.processes().subList(0, MOST_PROCESSES - 1);
  }

  private void namespace(InsideView.Namespace it) {
    String whose =
        switch (it.whose()) {
          case NOT_THE_HOSTS -> "not the host's";
          case THE_HOSTS -> "the host's";
          case UNKNOWN -> "nobody tells whose";
        };
    Role role = it.whose() == InsideView.Whose.THE_HOSTS ? Role.CHANGED : Role.DIM;
    rows.add(row(role, "namespace " + it.kind(), it.inside(), it.host(), whose));
  }

  private void rights(InsideView.Rights it) {
    row("user", Long.toString(it.user()), "0", it.user() == 0 ? "root inside" : "");
    String filter =
        switch (it.seccomp()) {
          case "filter" -> "filtered";
          case "strict" -> "four alone";
          default -> "all";
        };
    row(
        "system calls",
        filter,
        "all",
        it.noNewPrivileges() ? "a program can give it no more rights" : "");
    row(
        "capabilities",
        Integer.toString(it.capabilities().size()),
        it.hostCapabilities() == 0 ? "" : Integer.toString(it.hostCapabilities()),
        "");
  }

  private void process(Probes.Process it) {
    row(
        "process",
        it.pid() == 0 ? UNSEEN : "pid " + it.pid(),
        "pid " + it.hostPid(),
        cut(it.user() + "  " + it.command()));
  }

  /** A long command would push every row into a shape of its own. */
  private String cut(String text) {
    int room = Math.max(16, sheet.width() - 52);
    String line = text.replaceAll("\\s*\\R\\s*", " ");
    return line.length() <= room
        ? line
        : line.substring(0, room - 1).stripTrailing() + sheet.glyphs().ellipsis();
  }

  private void row(String what, String inside, String host, String says) {
    rows.add(row(Role.DIM, what, inside, host, says));
  }

  private Columns.Row row(Role role, String what, String inside, String host, String says) {
    boolean head = role == Role.HEADING;
    return new Columns.Row(
        List.of(sheet.text(head ? Role.HEADING : Role.DIM, what)),
        List.of(
            sheet.text(head ? Role.DIM : Role.PLAIN, inside.isEmpty() ? UNSEEN : inside),
            sheet.text(head ? Role.DIM : Role.PLAIN, host.isEmpty() ? UNSEEN : host),
            sheet.text(head ? Role.DIM : role, says)));
  }

  private List<AttributedString> capabilities(InsideView.Rights rights) {
    String all =
        rights.capabilities().isEmpty()
            ? "It has no capability at all."
            : rights.hostCapabilities() == rights.capabilities().size()
                ? "It has every capability that root of the host has."
                : "It can: " + String.join(" ", rights.capabilities());
    TerminalWriter writer = new TerminalWriter(sheet);
    writer.hanging(sheet.text(Role.DIM, all), HANGING);
    return writer.lines();
  }
}
