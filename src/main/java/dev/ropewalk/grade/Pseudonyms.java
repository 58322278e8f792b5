package dev.ropewalk.grade;

import dev.ropewalk.scorecard.Results;
import dev.ropewalk.scorecard.Scorecard;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Puts a pseudonym in the place of each student, which only a key tells: with the same key a
 * student has the same pseudonym in each grading. Where the name, the id or the address of a
 * student is a word of a text, such as of a command, it is replaced there too.
 *
 * @param key in hexadecimal
 */
public record Pseudonyms(String key) {
  /** In the folder of the results, for the teacher alone; no report has it. */
  static final String NAME = "pseudonyms.key";

  private static final String ALGORITHM = "HmacSHA256";
  private static final int KEY_BYTES = 32;
  private static final int SHORTEST = 3;

  /**
   * Those of a folder: its key is made where there is none.
   *
   * @throws GradingRefused when what is there is no key
   */
  public static Pseudonyms of(Path folder) throws IOException {
    Path file = folder.resolve(NAME);
    if (!Files.exists(file)) {
      byte[] random = new byte[KEY_BYTES];
      new SecureRandom().nextBytes(random);
      Files.createDirectories(folder);
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(file, HexFormat.of().formatHex(random) + "\n", StandardOpenOption.WRITE);
    }
    String key = Files.readString(file).strip();
    if (!key.matches("[0-9a-f]{64}")) {
      throw new GradingRefused(
          "`" + file + "` has no key of pseudonyms",
          "put the right file there, or remove it to have another key made");
    }
    return new Pseudonyms(key);
  }

  /** The pseudonym of a submission's id. */
  public String of(String id) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(HexFormat.of().parseHex(key), ALGORITHM));
      byte[] digest = mac.doFinal(id.getBytes(StandardCharsets.UTF_8));
      return "p-" + HexFormat.of().formatHex(digest, 0, 8);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }

  /** The results of a class without names, in the order of the pseudonyms. */
  public Results in(Results results) {
    return results.of(
        results.submissions().stream()
            .map(this::in)
            .sorted(Comparator.comparing(Scorecard::submission))
            .toList());
  }

  /**
   * What else would lead to the student is left out: where the evidence lies, whose folder has the
   * student's name; the hash of what was handed in, which whoever has the file can compute; and the
   * moment of that, which the platform shows beside the name. Lateness is told in whole days.
   */
  private Scorecard in(Scorecard card) {
    String pseudonym = of(card.submission());
    UnaryOperator<String> without = without(card, pseudonym);
    Scorecard.Lateness late = card.late().inDays();
    return card.draft()
        .submission(pseudonym)
        .student(Scorecard.Student.NOBODY)
        .submitted(Optional.empty())
        .sha256("")
        .late(late)
        .notes(
            card.notes().stream()
                .map(note -> note.equals(card.late().words()) ? late.words() : without.apply(note))
                .toList())
        .lessons(card.lessons().stream().map(lesson -> lesson.in(without)).toList())
        .evidence(List.of())
        .card();
  }

  private static UnaryOperator<String> without(Scorecard card, String pseudonym) {
    String names =
        Stream.of(
                card.submission(),
                card.student().email(),
                card.student().name(),
                card.student().id())
            .filter(name -> name.length() >= SHORTEST)
            .sorted(Comparator.comparing(String::length).reversed())
            .map(Pattern::quote)
            .collect(Collectors.joining("|"));
    if (names.isEmpty()) {
      return text -> text;
    }
    Pattern words =
        Pattern.compile(
            "(?<![\\p{L}\\p{N}])(?:" + names + ")(?![\\p{L}\\p{N}])",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    return text -> words.matcher(text).replaceAll(Matcher.quoteReplacement(pseudonym));
  }
}
