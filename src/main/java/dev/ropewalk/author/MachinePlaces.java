package dev.ropewalk.author;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Places of the machines of other sites, as they are where a learner sits: root's home is the
 * learner's folder, a file that came along lies in it, and what was logged is not kept.
 */
final class MachinePlaces {
  /** Killercoda keeps its own files there; who writes to it only logs. */
  private static final Pattern LOG = Pattern.compile("(>\\s*|\\b\\w+=[\"']?)/ks/[\\w./-]+");

  private static final Pattern HOME =
      Pattern.compile("(?<![\\w.:/$}-])(?:/root|~)(?=/[\\w.*-])|(?<![\\w.:/$}-])/root(?![\\w/-])");

  /** In a line about containers, `/root` is theirs, but for what is mounted from outside. */
  private static final Pattern OUTSIDE =
      Pattern.compile("((?:-v|--volume)[ =]\"?|(?:src|source)=)(?:/root|~)(?=[/:,])");

  private static final Pattern CONTAINERS =
      Pattern.compile(".*\\bdocker\\s+(?:container\\s+)?(?:run|exec|create|cp)\\b.*");

  private final List<Scenario.Asset> assets;

  MachinePlaces(List<Scenario.Asset> assets) {
    this.assets = assets;
  }

  /** A text with places of the learner's own machine. */
  String here(String text) {
    String here = text;
    for (Scenario.Asset asset : assets) {
      here = asset.target().isEmpty() ? here : here.replace(asset.target(), "./" + asset.name());
    }
    return LOG.matcher(here)
        .replaceAll("$1/dev/null")
        .lines()
        .map(
            line ->
                (CONTAINERS.matcher(line).matches() ? OUTSIDE : HOME)
                    .matcher(line)
                    .replaceAll(found -> before(found) + Matcher.quoteReplacement("$PWD")))
        .collect(Collectors.joining("\n", "", text.endsWith("\n") ? "\n" : ""));
  }

  private static String before(java.util.regex.MatchResult found) {
    return found.groupCount() == 0 ? "" : Matcher.quoteReplacement(found.group(1));
  }
}
