package dev.ropewalk.meeting;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the reports of one shell as they come, in pieces that end anywhere. Each report is a word
 * and its fields, each with a zero byte behind it.
 *
 * <p>bash knows its command only up to the first {@code |} or {@code ;}; so it tells the newest
 * entry of its history beside it, which is the line, unless the line was kept out of the history.
 */
final class ReportParser {
  private static final Pattern HISTORY =
      Pattern.compile("\\s*(\\d{1,9})[* ] ?(.*)", Pattern.DOTALL);

  private final String shell;
  private final ByteArrayOutputStream open = new ByteArrayOutputStream();
  private final Deque<String> fields = new ArrayDeque<>();
  private int entry = -1;
  private @Nullable String running;

  ReportParser(String shell) {
    this.shell = shell;
  }

  /** What these bytes complete. */
  List<ShellReport> read(byte[] bytes, int count) {
    List<ShellReport> reports = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      if (bytes[i] == 0) {
        fields.add(open.toString(StandardCharsets.UTF_8));
        open.reset();
        complete().ifPresent(reports::add);
      } else {
        open.write(bytes[i]);
      }
    }
    return reports;
  }

  private Optional<ShellReport> complete() {
    String word = fields.getFirst();
    int wanted =
        switch (word) {
          case "hello", "begin" -> 3;
          case "end" -> 5;
          default -> 1;
        };
    if (fields.size() < wanted) {
      return Optional.empty();
    }
    List<String> report = List.copyOf(fields);
    fields.clear();
    return switch (word) {
      case "hello" -> {
        fresh(report.get(2));
        yield Optional.of(new ShellReport.Joined(shell, number(report.get(1))));
      }
      case "begin" -> Optional.of(began(report.get(1), report.get(2)));
      case "end" ->
          ended((int) number(report.get(1)), codes(report.get(2)), report.get(3), report.get(4));
      case "bye" -> Optional.of(new ShellReport.Left(shell));
      default -> Optional.empty();
    };
  }

  private ShellReport began(String history, String command) {
    Matcher last = HISTORY.matcher(history);
    boolean repeated = last.matches() && last.group(2).contains(command);
    running = fresh(history).orElse(repeated ? last.group(2).strip() : command);
    return new ShellReport.Began(shell, running);
  }

  /** At an empty line a prompt comes again, though nothing has run. */
  private Optional<ShellReport> ended(
      int code, List<Integer> pipe, String directory, String history) {
    Optional<String> line = fresh(history).or(() -> Optional.ofNullable(running));
    running = null;
    return line.map(text -> new ShellReport.Ended(shell, text, code, pipe, directory));
  }

  /** The line of a history's entry, if it is a new one. */
  private Optional<String> fresh(String history) {
    Matcher last = HISTORY.matcher(history);
    if (!last.matches() || Integer.parseInt(last.group(1)) == entry) {
      return Optional.empty();
    }
    entry = Integer.parseInt(last.group(1));
    return Optional.of(last.group(2).strip());
  }

  private static List<Integer> codes(String text) {
    return text.matches("\\d{1,9}( \\d{1,9})*")
        ? Arrays.stream(text.split(" ")).map(Integer::valueOf).toList()
        : List.of();
  }

  private static long number(String text) {
    return text.matches("\\d{1,9}") ? Long.parseLong(text) : 0;
  }
}
