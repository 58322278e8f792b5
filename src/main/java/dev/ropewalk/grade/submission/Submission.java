package dev.ropewalk.grade.submission;

import dev.ropewalk.archive.Bounds;
import dev.ropewalk.archive.ForeignFiles;
import dev.ropewalk.archive.ForeignFiles.ForeignFile;
import dev.ropewalk.archive.RefusedArchive;
import dev.ropewalk.lesson.LessonId;
import dev.ropewalk.lesson.Script;
import dev.ropewalk.lesson.Seed;
import dev.ropewalk.text.ForeignText;
import dev.ropewalk.text.Quotation;
import dev.ropewalk.text.SafeText;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What was handed in. The command lines of a lesson are in {@code SLUG/commands.sh} or {@code
 * SLUG.sh}, its other files beside them in {@code SLUG}; where one lesson alone is graded, also in
 * {@code commands.sh} at the top, with the files there.
 *
 * @param sha256 of the paths and contents of all files, in hexadecimal
 * @param files by their path, with {@code /}
 */
public record Submission(String sha256, SortedMap<String, ForeignFile> files) {
  /** The file with the command lines. */
  public static final String COMMANDS = "commands.sh";

  /** More is no work of a student's. */
  private static final Bounds BOUNDS = new Bounds(1000, 8L << 20, 32L << 20);

  private static final int MOST_COMMAND_BYTES = 256 << 10;
  private static final int MOST_LINES = 2000;

  /** Files that are told of where none is the right one. */
  private static final int MOST_TOLD = 5;

  public Submission {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
  }

  private static final Pattern SEED = Pattern.compile("(?m)^# seed: (-?\\d{1,19})$");

  /** A line that was to tell the seed, and does not. */
  private static final Pattern NO_SEED = Pattern.compile("(?mi)^#\\s*seed\\s*[:=]?.*$");

  /**
   * What was handed in for one lesson.
   *
   * @param commands what the file with the command lines holds
   * @param files by the path from the folder that the lesson is worked on in
   */
  public record Part(Script commands, SortedMap<String, ForeignFile> files) {
    public Part {
      files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    /** By which the values of the lesson were chosen, as the record of a learner tells it. */
    public Optional<Seed> seed() {
      Matcher found = SEED.matcher(commands.text());
      try {
        return found.find()
            ? Optional.of(new Seed(Long.parseLong(found.group(1))))
            : Optional.empty();
      } catch (NumberFormatException e) {
        return Optional.empty(); // Nobody had it.
      }
    }

    /** The line that was to tell the seed where none can be read from it. */
    public Optional<String> brokenSeed() {
      Matcher found = NO_SEED.matcher(commands.text());
      return seed().isEmpty() && found.find() ? Optional.of(found.group()) : Optional.empty();
    }
  }

  /**
   * Reads a submission.
   *
   * @throws RefusedArchive when it has what it may not have
   * @throws IOException when the disk refuses
   */
  public static Submission read(Path place) throws IOException, RefusedArchive {
    SortedMap<String, ForeignFile> files = ForeignFiles.read(place, BOUNDS);
    return new Submission(digest(files), files);
  }

  /**
   * The part for a lesson; empty where nothing was handed in for it.
   *
   * @param alone whether no other lesson is graded
   * @throws RefusedArchive when the command lines are no text, or too long
   */
  public Optional<Part> part(LessonId lesson, boolean alone) throws RefusedArchive {
    for (String path : places(lesson, alone)) {
      if (files.containsKey(path)) {
        String folder = path.substring(0, path.lastIndexOf('/') + 1);
        String own = folder + lesson.slug();
        return Optional.of(part(path, path.equals(own + ".sh") ? own + "/" : folder));
      }
    }
    return Optional.empty();
  }

  /** Where the command lines of a lesson may be, the first that is there counts. */
  private List<String> places(LessonId lesson, boolean alone) {
    List<String> tops = files.keySet().stream().map(Submission::top).distinct().toList();
    List<String> places = new ArrayList<>();
    // An archive often holds one folder, with everything in it.
    for (String top : tops.size() == 1 ? List.of("", tops.getFirst()) : List.of("")) {
      String own = top + lesson.slug();
      places.add(own + "/" + COMMANDS);
      places.add(own + ".sh");
      if (alone) {
        places.add(top + COMMANDS);
      }
    }
    return places;
  }

  /**
   * Where the command lines of a lesson were looked for, and what is there instead: one sentence.
   *
   * @param alone whether no other lesson is graded
   */
  public String without(LessonId lesson, boolean alone) {
    String looked =
        (alone ? "`%s`, ".formatted(COMMANDS) : "")
            + "`%s/%s` and `%s.sh`".formatted(lesson.slug(), COMMANDS, lesson.slug());
    if (files.isEmpty()) {
      return "Nothing was handed in for the lesson `%s`: there is no file in it at all. Its command lines are looked for in %s."
          .formatted(lesson.slug(), looked);
    }
    List<String> paths =
        files.keySet().stream()
            .sorted(Comparator.comparing(Submission::isLikeCommands).reversed())
            .limit(MOST_TOLD)
            .map(path -> Quotation.code(SafeText.of(path)))
            .toList();
    int more = files.size() - paths.size();
    return "Nothing was handed in for the lesson `%s`: its command lines are looked for in %s, and in it there is %s%s."
        .formatted(
            lesson.slug(),
            looked,
            String.join(", ", paths),
            more > 0 ? " and %s more".formatted(more) : "");
  }

  /** Whether somebody may have meant it: it is told first. */
  private static boolean isLikeCommands(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    return name.endsWith(".sh") || name.startsWith("command");
  }

  private static String top(String path) {
    return path.substring(0, path.indexOf('/') + 1);
  }

  private Part part(String commands, String folder) throws RefusedArchive {
    SortedMap<String, ForeignFile> others = new TreeMap<>();
    for (var file : files.entrySet()) {
      if (file.getKey().startsWith(folder) && !file.getKey().equals(commands)) {
        others.put(file.getKey().substring(folder.length()), file.getValue());
      }
    }
    return new Part(script(commands), others);
  }

  private Script script(String path) throws RefusedArchive {
    byte[] content = Objects.requireNonNull(files.get(path)).content();
    if (content.length > MOST_COMMAND_BYTES) {
      throw new RefusedArchive("`%s` has more than 256 KiB.".formatted(path));
    }
    try {
      String text = ForeignText.of(content);
      if (text.indexOf('\n') < 0) {
        text = text.replace('\r', '\n'); // As editors of old Macs end lines.
      }
      if (text.lines().count() > MOST_LINES) {
        throw new RefusedArchive("`%s` has more than %s lines.".formatted(path, MOST_LINES));
      }
      return new Script(text);
    } catch (CharacterCodingException e) {
      throw new RefusedArchive("`%s` %s.".formatted(path, e.getMessage()));
    }
  }

  private static String digest(SortedMap<String, ForeignFile> files) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (var file : files.entrySet()) {
        byte[] path = file.getKey().getBytes(StandardCharsets.UTF_8);
        digest.update(
            ByteBuffer.allocate(8)
                .putInt(path.length)
                .putInt(file.getValue().content().length)
                .array());
        digest.update(path);
        digest.update(file.getValue().content());
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
