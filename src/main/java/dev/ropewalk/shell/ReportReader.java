package dev.ropewalk.shell;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/**
 * Takes a stream apart into output and the reports in between, so that what a line wrote is known
 * to be complete when its report arrives. A report is {@code NUL mark ; line ; code ; pid ; options
 * ; directory NUL}; the mark is random. Before it may stand {@code NUL mark ; = ; value NUL},
 * {@code NUL mark ; | ; codes NUL} and {@code NUL mark ; @ ; settings NUL}. One thread.
 */
final class ReportReader {
  private static final String VALUE = "=;";
  private static final String READING = "@;";
  private static final String PIPE = "|;";
  private static final int LONGEST_REPORT = 1 << 17;

  private final String mark = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
  private final byte[] opening = ("\0" + mark + ";").getBytes(StandardCharsets.US_ASCII);
  private final Transcript transcript;
  private final Consumer<ShellEvent> events;
  private byte[] pending = {};
  private Optional<String> value = Optional.empty();
  private List<Integer> pipe = List.of();
  private String reading = "";

  ReportReader(Transcript transcript, Consumer<ShellEvent> events) {
    this.transcript = transcript;
    this.events = events;
  }

  /** What tells our reports from the learner's output. */
  String mark() {
    return mark;
  }

  /** The bytes that say that the process is gone. */
  byte[] ending() {
    return ("\0" + mark + ";\0").getBytes(StandardCharsets.US_ASCII);
  }

  void accept(byte[] bytes, int length) {
    byte[] all = Arrays.copyOf(pending, pending.length + length);
    System.arraycopy(bytes, 0, all, pending.length, length);
    int done = 0;
    while (true) {
      int start = indexOfOpening(all, done);
      transcript.write(all, done, start);
      done = start;
      int end = start + opening.length <= all.length ? indexOfNul(all, start + opening.length) : -1;
      if (end < 0) {
        break;
      }
      var report =
          new String(
              all,
              start + opening.length,
              end - start - opening.length,
              StandardCharsets.ISO_8859_1);
      parse(report).ifPresent(events);
      done = end + 1;
    }
    if (all.length - done > LONGEST_REPORT) {
      transcript.write(all, done, all.length);
      done = all.length;
    }
    pending = Arrays.copyOfRange(all, done, all.length);
  }

  private Optional<ShellEvent> parse(String report) {
    if (report.isEmpty()) {
      return Optional.of(new ShellEvent.Ended());
    }
    if (report.startsWith(VALUE)) {
      value = Optional.of(utf8(report.substring(VALUE.length())));
      return Optional.empty();
    }
    if (report.startsWith(READING)) {
      reading = report.substring(READING.length());
      return Optional.empty();
    }
    if (report.startsWith(PIPE)) {
      pipe = codes(report.substring(PIPE.length()));
      return Optional.empty();
    }
    var fields = report.split(";", 5);
    var kept = value;
    value = Optional.empty();
    var codes = pipe;
    pipe = List.of();
    try {
      return Optional.of(
          new ShellEvent.Ready(
              Long.parseLong(fields[0]),
              Integer.parseInt(fields[1]),
              Long.parseLong(fields[2]),
              fields[3],
              fields[4],
              kept,
              codes,
              reading));
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
      return Optional.empty(); // not one of ours: somebody played with the mark
    }
  }

  private static List<Integer> codes(String text) {
    return text.matches("\\d{1,3}( \\d{1,3})*")
        ? Arrays.stream(text.split(" ")).map(Integer::valueOf).toList()
        : List.of();
  }

  private static String utf8(String bytes) {
    return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  /** Where an opening, or what may become one when more bytes arrive, begins; else the end. */
  private int indexOfOpening(byte[] bytes, int from) {
    for (int i = from; i < bytes.length; i++) {
      int length = Math.min(opening.length, bytes.length - i);
      if (Arrays.equals(bytes, i, i + length, opening, 0, length)) {
        return i;
      }
    }
    return bytes.length;
  }

  private static int indexOfNul(byte[] bytes, int from) {
    for (int i = from; i < bytes.length; i++) {
      if (bytes[i] == 0) {
        return i;
      }
    }
    return -1;
  }
}
