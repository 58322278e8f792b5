package dev.ropewalk.scorecard;

import dev.ropewalk.lesson.LessonId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Two submissions whose command logs share lines that hardly anybody else typed. It is a hint where
 * to look, and says nothing of who did what: right lines are the same for all, and are not counted.
 *
 * @param one the id of a submission
 * @param other the id of another
 * @param lines that they share, in the order of the alphabet
 */
public record Likeness(LessonId lesson, String one, String other, List<String> lines) {
  /** In a smaller class each line is rare. */
  static final int FEWEST_SUBMISSIONS = 8;

  private static final int FEWEST_LINES = 3;
  private static final double RARE = 0.03;
  private static final int MOST = 50;

  public Likeness {
    lines = List.copyOf(lines);
  }

  /** The most alike first, 50 pairs at most. */
  public static List<Likeness> in(Results results) {
    return results.lessons().stream()
        .flatMap(lesson -> in(results, lesson.id()).stream())
        .sorted(Comparator.comparing(each -> -each.lines().size()))
        .limit(MOST)
        .toList();
  }

  private static List<Likeness> in(Results results, LessonId lesson) {
    Map<String, Set<String>> logs = logs(results, lesson);
    if (logs.size() < FEWEST_SUBMISSIONS) {
      return List.of();
    }
    Map<String, Set<String>> typedBy = new TreeMap<>();
    logs.forEach(
        (id, lines) ->
            lines.forEach(line -> typedBy.computeIfAbsent(line, _ -> new TreeSet<>()).add(id)));
    int rare = Math.max(2, (int) (logs.size() * RARE));
    typedBy.values().removeIf(ids -> ids.size() > rare);
    logs.values().forEach(lines -> lines.retainAll(typedBy.keySet()));
    Map<List<String>, List<String>> shared = new TreeMap<>(Comparator.comparing(List::toString));
    typedBy.forEach(
        (line, ids) ->
            pairs(new ArrayList<>(ids))
                .forEach(pair -> shared.computeIfAbsent(pair, _ -> new ArrayList<>()).add(line)));
    return shared.entrySet().stream()
        .map(
            each ->
                new Likeness(lesson, each.getKey().get(0), each.getKey().get(1), each.getValue()))
        .filter(each -> each.isWorthALook(logs))
        .toList();
  }

  private static Map<String, Set<String>> logs(Results results, LessonId lesson) {
    Map<String, Set<String>> logs = new TreeMap<>();
    for (Scorecard card : results.submissions()) {
      Set<String> lines =
          card.lessons().stream()
              .filter(it -> it.id().equals(lesson))
              .flatMap(it -> it.steps().stream())
              .flatMap(step -> step.commands().stream())
              .map(command -> command.line().strip().replaceAll("\\s+", " "))
              .filter(line -> !line.startsWith(":"))
              .collect(Collectors.toCollection(HashSet::new));
      if (!lines.isEmpty()) {
        logs.put(card.submission(), lines);
      }
    }
    return logs;
  }

  private static List<List<String>> pairs(List<String> ids) {
    List<List<String>> pairs = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      for (int j = i + 1; j < ids.size(); j++) {
        pairs.add(List.of(ids.get(i), ids.get(j)));
      }
    }
    return pairs;
  }

  /** Some lines, and half of what is rare in the shorter log. */
  private boolean isWorthALook(Map<String, Set<String>> rare) {
    int fewer =
        Math.min(
            rare.getOrDefault(one, Set.of()).size(), rare.getOrDefault(other, Set.of()).size());
    return lines.size() >= FEWEST_LINES && lines.size() * 2 >= fewer;
  }
}
