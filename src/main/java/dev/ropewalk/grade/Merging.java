package dev.ropewalk.grade;

import dev.ropewalk.sandbox.TrustLevel;
import dev.ropewalk.scorecard.Results;
import dev.ropewalk.scorecard.ResultsForm;
import dev.ropewalk.scorecard.Scorecard;
import dev.ropewalk.scorecard.Status;
import dev.ropewalk.text.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Puts the results of several folders together, as if all had been graded into one: the shares of a
 * class, or groups that were graded alike. A submission that is in two of them counts as the first
 * one has it. For one thread.
 */
public final class Merging {
  private static final String RESULTS = "results.json";

  private final Map<Path, Results> parts = new LinkedHashMap<>();

  /**
   * Reads the folders.
   *
   * @throws GradingRefused when one has no results, or they were not graded alike
   */
  public Merging(List<Path> folders) throws IOException {
    for (Path folder : folders) {
      Path file = folder.resolve(RESULTS);
      if (!Files.exists(file) || !Files.exists(folder.resolve(GradingLog.NAME))) {
        throw new GradingRefused(
            "`%s` has no results of a grading that came to its end".formatted(folder),
            "go on with it by `ropewalk grade` with `--resume` and the report `json`, or leave it out");
      }
      parts.put(folder, results(file));
    }
    Results first = parts.values().iterator().next();
    parts.forEach(
        (folder, each) -> {
          if (!alike(first, each)) {
            throw new GradingRefused(
                "`%s` and `%s` were graded by other lessons, checks or rules, or in shares of another number"
                    .formatted(folders.getFirst(), folder),
                "merge what was graded alike");
          }
        });
  }

  private static Results results(Path file) throws IOException {
    try {
      return ResultsForm.results(Files.readString(file));
    } catch (IllegalArgumentException e) {
      throw new GradingRefused("`" + file + "` has no results", "grade it again");
    }
  }

  private static boolean alike(Results one, Results other) {
    return one.rules().equals(other.rules())
        && one.lessons().equals(other.lessons())
        && one.setting().exam() == other.setting().exam()
        && one.setting().published() == other.setting().published()
        && shares(one) == shares(other);
  }

  /** How many there are; 1 where there are none. */
  private static int shares(Results results) {
    return results.shard().isEmpty() ? 1 : Shard.parse(results.shard()).of();
  }

  /** The shares that are not there, such as {@code 3/4}. */
  public List<String> missing() {
    int of = shares(parts.values().iterator().next());
    List<String> there = parts.values().stream().map(Results::shard).toList();
    return of == 1
        ? List.of()
        : IntStream.rangeClosed(1, of)
            .mapToObj(number -> new Shard(number, of).text())
            .filter(shard -> !there.contains(shard))
            .toList();
  }

  /** Whole sentences, one for each submission that is there more than once. */
  public List<String> twice() {
    List<String> told = new ArrayList<>();
    Map<String, Path> seen = new LinkedHashMap<>();
    parts.forEach(
        (folder, each) ->
            each.submissions().stream()
                .filter(card -> !isMissing(card))
                .forEach(
                    card -> {
                      Path before = seen.putIfAbsent(card.submission(), folder);
                      if (before != null) {
                        told.add(twice(card, before, folder));
                      }
                    }));
    return told;
  }

  private String twice(Scorecard card, Path before, Path folder) {
    Scorecard first =
        Objects.requireNonNull(parts.get(before)).submissions().stream()
            .filter(it -> it.submission().equals(card.submission()))
            .findFirst()
            .orElseThrow();
    String one = standing(first);
    String other = standing(card);
    return "`%s` is in `%s` and in `%s`: the result of the first counts%s."
        .formatted(
            card.submission(),
            before,
            folder,
            one.equals(other) ? "" : ", %s, and not %s".formatted(one, other));
  }

  private static String standing(Scorecard card) {
    return card.status().word() + " with " + card.points().words();
  }

  /** All of it; the trust is the lowest that any of it was graded with. */
  public Results results() {
    Results last = parts.values().stream().max(Comparator.comparing(Results::graded)).orElseThrow();
    Map<String, Scorecard> cards = new LinkedHashMap<>();
    parts
        .values()
        .forEach(
            each ->
                each.submissions()
                    .forEach(it -> cards.merge(it.submission(), it, Merging::whichCounts)));
    Results.Setting lowest =
        parts.values().stream()
            .map(Results::setting)
            .min(Comparator.comparing(Merging::level))
            .orElseThrow();
    String engines =
        parts.values().stream()
            .map(each -> each.setting().engine())
            .filter(engine -> !engine.isEmpty())
            .collect(
                Collectors.collectingAndThen(
                    Collectors.toCollection(TreeSet::new), all -> String.join(", ", all)));
    return new Results(
        Results.FORMAT,
        last.ropewalk(),
        last.course(),
        last.graded(),
        last.rules(),
        "",
        new Results.Setting(
            engines,
            lowest.trust(),
            lowest.stops(),
            lowest.lets(),
            last.setting().exam(),
            last.setting().due(),
            last.setting().published()),
        last.lessons(),
        cards.values().stream().sorted(Comparator.comparing(Scorecard::submission)).toList());
  }

  /** Who is missing in one folder may be in another. */
  private static Scorecard whichCounts(Scorecard first, Scorecard other) {
    return isMissing(first) ? other : first;
  }

  private static boolean isMissing(Scorecard card) {
    return card.status() == Status.MISSING;
  }

  /** What nobody knows is the lowest. */
  private static int level(Results.Setting setting) {
    return Stream.of(TrustLevel.values())
        .filter(level -> level.word().equals(setting.trust()))
        .mapToInt(Enum::ordinal)
        .findFirst()
        .orElse(-1);
  }

  /**
   * Puts the logs and the evidence together, so that all can be judged again.
   *
   * @param out a folder without a grading
   * @throws GradingRefused when it has one, or evidence is not as the logs have it
   */
  public void keep(Path out) throws IOException {
    requireNoLog(out);
    Results all = results();
    String rules = GradingLog.rules(all.rules(), Shard.WHOLE, all.setting().trust());
    try (GradingLog log = GradingLog.open(out, rules, GradingLog.Before.MUST_BE_NONE)) {
      for (Path folder : parts.keySet()) {
        for (Scorecard card : GradingLog.read(folder)) {
          if (!log.done().containsKey(card.submission())) {
            for (Scorecard.EvidenceFile each : card.evidence()) {
              copy(folder, out, each);
            }
            log.add(card);
          }
        }
      }
    }
  }

  /**
   * Refuses a folder that something was graded or merged into.
   *
   * @throws GradingRefused when it is one
   */
  public void requireNoLog(Path out) {
    if (Files.exists(out.resolve(GradingLog.NAME))) {
      throw new GradingRefused(
          "`" + out + "` has the log of a grading", "name another folder with `--out`");
    }
  }

  private static void copy(Path from, Path to, Scorecard.EvidenceFile file) throws IOException {
    Path source = within(from, file);
    byte[] content = Files.exists(source) ? Files.readAllBytes(source) : new byte[0];
    if (!Sha256.of(content).equals(file.sha256())) {
      throw new GradingRefused(
          "`%s` is not there, or is not as it was kept".formatted(source),
          "take the whole folder of that grading");
    }
    Path target = within(to, file);
    Files.createDirectories(target.resolveSibling(""));
    Files.write(target, content);
  }

  private static Path within(Path folder, Scorecard.EvidenceFile file) {
    Path root = folder.toAbsolutePath().normalize();
    Path path = root.resolve(file.path()).normalize();
    if (!path.startsWith(root)) {
      throw new GradingRefused(
          "`%s` names evidence outside of it: `%s`".formatted(folder, file.path()),
          "leave that folder out");
    }
    return path;
  }
}
