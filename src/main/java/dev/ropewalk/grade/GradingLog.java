package dev.ropewalk.grade;

import dev.ropewalk.scorecard.ResultsForm;
import dev.ropewalk.scorecard.Scorecard;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The log of a grading: its first line says what is graded and by which rules, and each further one
 * is a graded submission, of several for the same one the last counts. Lines are only added, each
 * is on the disk before anybody is told of it, and one that was cut off by a crash is taken away:
 * what it told of is graded again. Safe for use by several threads, and of one process at a time.
 */
final class GradingLog implements AutoCloseable {
  /** In the folder of the results. */
  static final String NAME = "grading.jsonl";

  private static final Pattern TRUST = Pattern.compile("\"trust\":\"(\\w+)\"");

  private final FileChannel file;
  private final FileLock lock;
  private final int earlier;
  private final Map<String, Scorecard> done = new LinkedHashMap<>();
  private int added;

  private GradingLog(FileChannel file, FileLock lock, int earlier) {
    this.file = file;
    this.lock = lock;
    this.earlier = earlier;
  }

  /**
   * What was graded in a folder, by whichever rules, in the order in which it was.
   *
   * @throws GradingRefused when there is no log
   */
  static List<Scorecard> read(Path folder) throws IOException {
    Path file = folder.resolve(NAME);
    if (!Files.exists(file)) {
      throw new GradingRefused(
          "`" + folder + "` has no log of a grading", "name the folder of its results");
    }
    return List.copyOf(cards(Files.readString(file), folder).values());
  }

  /** Those of all lines that are whole, by their id, the last of each. */
  private static Map<String, Scorecard> cards(String text, Path folder) {
    List<String> lines = text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    Map<String, Scorecard> last = new LinkedHashMap<>();
    for (int i = 1; i < lines.size(); i++) {
      try {
        Scorecard card = ResultsForm.scorecard(lines.get(i));
        last.put(card.submission(), card);
      } catch (IllegalArgumentException e) {
        throw new GradingRefused(
            "line %s of `%s` is no result of a grading, so somebody else has changed the file"
                .formatted(i + 1, folder.resolve(NAME)),
            "take the line out: with `--resume` its submission is graded again");
      }
    }
    return last;
  }

  /**
   * The first line of a log.
   *
   * @param fingerprint of all that decides about points
   * @param shard another share is another grading
   * @param trust of the engines: what was graded on others is not told apart later
   */
  static String rules(String fingerprint, Shard shard, String trust) {
    String share = shard.equals(Shard.WHOLE) ? "" : ",\"shard\":\"%s\"".formatted(shard.text());
    return "{\"grading\":1,\"rules\":\"%s\"%s,\"trust\":\"%s\"}"
        .formatted(fingerprint, share, trust);
  }

  /** The trust of the engines that a folder was graded on; empty where its log does not tell. */
  static Optional<String> trust(Path folder) throws IOException {
    try (Stream<String> lines = Files.lines(folder.resolve(NAME))) {
      return lines.findFirst().map(TRUST::matcher).filter(Matcher::find).map(it -> it.group(1));
    }
  }

  /** What is to be done with what is there. */
  enum Before {
    RESUME,
    /** It is kept under another name, and all is graded again. */
    SET_ASIDE,
    MUST_BE_NONE
  }

  /**
   * Opens the log of a folder, which is made.
   *
   * @param rules what is graded and how, on one line: a log of other rules is not gone on with
   * @throws GradingRefused when there is a log, or none that can be gone on with
   */
  static GradingLog open(Path folder, String rules, Before before) throws IOException {
    Files.createDirectories(folder);
    FileChannel file =
        FileChannel.open(
            folder.resolve(NAME),
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE);
    try {
      FileLock lock = lock(file, folder);
      if (before == Before.SET_ASIDE) {
        setAside(file, folder);
      }
      GradingLog log = new GradingLog(file, lock, earlier(folder));
      log.read(folder, rules, before);
      return log;
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  private static FileLock lock(FileChannel file, Path folder) throws IOException {
    FileLock lock;
    try {
      lock = file.tryLock();
    } catch (OverlappingFileLockException e) {
      lock = null; // This very process has it.
    }
    if (lock == null) {
      throw new GradingRefused(
          "`" + folder + "` is used by another grading", "wait for its end, or take another one");
    }
    return lock;
  }

  /** Keeps what the log says under another name, which nobody does while another grades. */
  private static void setAside(FileChannel file, Path folder) throws IOException {
    byte[] said = bytes(file);
    if (said.length > 0) {
      try (FileChannel aside =
          FileChannel.open(
              folder.resolve(aside(earlier(folder) + 1)),
              StandardOpenOption.CREATE_NEW,
              StandardOpenOption.WRITE)) {
        write(aside, said);
      }
      file.truncate(0);
      file.position(0);
    }
  }

  private static String aside(int number) {
    return "grading-%s.jsonl".formatted(number);
  }

  /** How many gradings of this folder were set aside. */
  private static int earlier(Path folder) {
    int count = 0;
    while (Files.exists(folder.resolve(aside(count + 1)))) {
      count++;
    }
    return count;
  }

  /**
   * How many gradings of the same folder were set aside before this one: what they have kept stays
   * as it is.
   */
  int earlier() {
    return earlier;
  }

  private void read(Path folder, String rules, Before before) throws IOException {
    String text = new String(bytes(file), StandardCharsets.UTF_8);
    int whole = text.lastIndexOf('\n') + 1;
    if (whole == 0) {
      file.truncate(0);
      append(rules);
      return;
    }
    if (before == Before.MUST_BE_NONE) {
      throw new GradingRefused(
          "`" + folder + "` has the log of a grading",
          "go on with it by `--resume`, or take another folder");
    }
    if (!text.lines().findFirst().orElse("").equals(rules)) {
      throw new GradingRefused(
          "the log in `"
              + folder
              + "` is of other lessons, checks or rules, of another share or of engines of another level",
          "take another folder, or grade with what was used then");
    }
    done.putAll(cards(text, folder));
    file.truncate(text.substring(0, whole).getBytes(StandardCharsets.UTF_8).length);
    file.position(file.size());
  }

  private static byte[] bytes(FileChannel file) throws IOException {
    ByteBuffer all = ByteBuffer.allocate(Math.toIntExact(file.size()));
    while (all.hasRemaining() && file.read(all) >= 0) {
      // Until all of it is there.
    }
    return all.array();
  }

  /** Those that are graded, by their id. */
  synchronized Map<String, Scorecard> done() {
    return new LinkedHashMap<>(done);
  }

  /** Adds one. */
  synchronized void add(Scorecard card) throws IOException {
    append(ResultsForm.write(card));
    done.put(card.submission(), card);
    added++;
  }

  /** How many were added since it was opened. */
  synchronized int added() {
    return added;
  }

  private void append(String line) throws IOException {
    write(file, (line + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private static void write(FileChannel file, byte[] text) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(text);
    while (bytes.hasRemaining()) {
      int unused = file.write(bytes);
    }
    file.force(false);
  }

  @Override
  public void close() throws IOException {
    lock.release();
    file.close();
  }
}
