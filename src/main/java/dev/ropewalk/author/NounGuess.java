package dev.ropewalk.author;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a verify script looks at, guessed from its commands: the nouns that could say it, and what
 * makes it unsound. A guess for a person to judge, nothing more.
 *
 * @param nouns suggestions, as Markdown
 * @param doubts whole sentences, as Markdown
 */
record NounGuess(List<String> nouns, List<String> doubts) {
  /**
   * A habit of scripts.
   *
   * @param command how it is recognised; a group {@code name} is the object, where it is named
   * @param noun what to write, with {@code %s} for the object
   */
  private record Habit(Pattern command, String noun) {
    Habit(String command, String noun) {
      this(Pattern.compile(command), noun);
    }
  }

  private static final String DOCKER = "\\bdocker\\s+(?:-\\S+\\s+)*";
  private static final String NAME = "(?<name>[\\w][\\w./:-]*)";
  private static final String FLAGS =
      "(?:(?:-f|--format)(?:\\s+|=)(?:'[^']*'|\"[^\"]*\"|\\S+)\\s+|-\\S+\\s+)*";
  private static final String GREP = "[^|]*\\|\\s*e?grep\\s+(?:-\\w+\\s+)*[\"']?\\^?" + NAME;

  private static final List<Habit> HABITS =
      List.of(
          new Habit(
              DOCKER + "(?:container\\s+)?(?:ps|container\\s+ls|ls)\\b" + GREP,
              "`container: %s` with `expect: {state: running}`"),
          new Habit(
              DOCKER + "(?:ps|container\\s+(?:ls|list|ps))\\b",
              "`container:` with `expect: {state: running}`"),
          new Habit(
              DOCKER + "(?:container\\s+)?inspect\\s+" + FLAGS + NAME,
              "`container: %s` (or `image: %s`) with what is inspected under `expect:`"),
          new Habit(
              DOCKER + "(?:images|image\\s+(?:ls|list))\\b" + GREP,
              "`image: %s` with `expect: exists`"),
          new Habit(
              DOCKER + "image\\s+(?:inspect|history)\\s+" + FLAGS + NAME,
              "`image: %s` with what is inspected under `expect:`"),
          new Habit(
              DOCKER + "(?:images|image\\s+(?:ls|list))\\b", "`image:` with `expect: exists`"),
          new Habit(DOCKER + "history\\s+" + NAME, "`image: %s` with `expect: {layers: ...}`"),
          new Habit(
              DOCKER + "network\\s+inspect\\s+" + FLAGS + NAME,
              "`network: %s` with `expect: {members: ...}`"),
          new Habit(DOCKER + "network\\s+ls\\b" + GREP, "`network: %s`"),
          new Habit(DOCKER + "network\\b", "`network:`"),
          new Habit(DOCKER + "volume\\s+inspect\\s+" + FLAGS + NAME, "`volume: %s`"),
          new Habit(DOCKER + "volume\\s+ls\\b" + GREP, "`volume: %s`"),
          new Habit(DOCKER + "volume\\b|/var/lib/docker/volumes", "`volume:`"),
          new Habit(
              DOCKER + "(?:container\\s+)?logs\\s+" + FLAGS + NAME,
              "`logs: %s` with `expect: {contains: ...}`"),
          new Habit(
              DOCKER
                  + "(?:container\\s+)?exec\\s+(?:-\\S+\\s+)*"
                  + NAME
                  + "\\s.*\\b(?:curl|wget|nc|ping)\\b",
              "`reach: {from: %s, to: ...}`"),
          new Habit(DOCKER + "(?:container\\s+)?exec\\s+(?:-\\S+\\s+)*" + NAME, "`exec:` in `%s`"),
          new Habit(
              DOCKER + "(?:container\\s+)?run\\b",
              "`exec:` in a container that the step makes, in place of one that the check makes"),
          new Habit(DOCKER + "(?:container\\s+)?top\\s+" + NAME, "`processes: %s`"),
          new Habit(
              DOCKER + "(?:container\\s+)?port\\s+" + NAME,
              "`container: %s` with `expect: {ports: ...}`"),
          new Habit(DOCKER + "(?:compose\\b|stack\\b)|\\bdocker-compose\\b", "`compose:`"),
          new Habit(DOCKER + "(?:system\\s+)?events\\b", "`events:`"),
          new Habit(DOCKER + "(?:info|version)\\b", "`host:`"),
          new Habit(
              "\\b(?:curl|wget)\\b[^|]*?(?:localhost|127\\.0\\.0\\.1|0\\.0\\.0\\.0):(?<name>\\d{2,5})",
              "`port: %s` with `expect: {answers: http}`"),
          new Habit("\\b(?:curl|wget)\\b", "`port:` with `expect: {answers: http}`"),
          new Habit(
              "\\b(?:nc|ncat|netstat|ss|lsof)\\b",
              "`port:` with `expect: {answers: tcp}`, or `closed`"),
          new Habit("[Dd]ockerfile", "`dockerfile:`"),
          new Habit("\\bcompose\\.ya?ml", "`compose_file:`"),
          new Habit("(?:\\bhistory\\b|\\.bash_history)", "`typed:`"),
          new Habit(
              "(?:\\btest|\\[\\[?)\\s+!?\\s*-[efdsrwx]\\s+[\"']?(?<name>[\\w./~-]+)", "`file: %s`"),
          new Habit(
              "\\b(?:cat|head|tail|ls|stat)\\s+(?:-\\S+\\s+)*(?<name>[\\w.~-]*/[\\w./~-]+)",
              "`file: %s`"),
          new Habit(
              "\\bgrep\\s+(?:-\\w+\\s+)*(?:'[^']*'|\"[^\"]*\"|\\S+)\\s+(?<name>[\\w.~-]*[./][\\w./~-]*\\w)",
              "`file: %s` with `expect: {contains: ...}`"));

  private static final Pattern CHANGING =
      Pattern.compile(
          "\\bdocker\\s+(?:(?:container|image|volume|network)\\s+)?"
              + "(?:run|rm|rmi|create|start|stop|kill|restart|build|pull|tag|push|prune|connect)\\b");

  private static final Pattern ELSEWHERE =
      Pattern.compile("(?<![\\w.])/(?:root|ks|opt|home|usr/local|var/run/kc-internal)/[\\w./-]*");

  NounGuess {
    nouns = List.copyOf(nouns);
    doubts = List.copyOf(doubts);
  }

  static NounGuess of(String script) {
    List<String> lines =
        script.lines().map(String::strip).filter(l -> !l.isEmpty() && !l.startsWith("#")).toList();
    Set<String> nouns = new LinkedHashSet<>();
    for (String line : lines) {
      nouns(line, nouns);
    }
    Set<String> doubts = new LinkedHashSet<>();
    doubts(script, lines, doubts);
    return new NounGuess(List.copyOf(nouns), List.copyOf(doubts));
  }

  /** What a line looks at: for each part of it between `;`, `&&` and `||` the first that fits. */
  private static void nouns(String line, Set<String> nouns) {
    for (String part : line.split("\\s*(?:;|&&|\\|\\|)\\s*")) {
      for (Habit habit : HABITS) {
        Matcher matcher = habit.command().matcher(part);
        if (matcher.find()) {
          boolean named = matcher.namedGroups().containsKey("name");
          String name = named ? matcher.group("name") : "";
          nouns.add(habit.noun().replace("%s", name));
          break;
        }
      }
    }
  }

  private static void doubts(String script, List<String> lines, Set<String> doubts) {
    String code = String.join("\n", lines);
    if (code.matches("(?s).*\\b(?:kubectl|helm|crictl)\\b.*")) {
      doubts.add("It looks at Kubernetes, for which there is no noun.");
    }
    boolean strict =
        script.matches("(?s)#![^\n]*\\s-\\w*e.*")
            || code.matches("(?s).*\\bset\\s+-\\w*e.*")
            || code.matches("(?s).*\\bexit\\s+(?:[1-9]|\\$).*")
            || code.contains("|| exit");
    String last = lines.isEmpty() ? "" : lines.getLast();
    if (lines.isEmpty()
        || (!strict && last.matches("(?:echo\\s+[^&|;]*|exit\\s+0|exit|true|:|fi|done|\\})"))) {
      doubts.add(
          "It passes whatever the learner did: nothing in it ends with another code than 0.");
    }
    if (code.matches("(?s).*\\bif\\b.*\\becho\\s+[\"']?done\\b.*") && !strict) {
      doubts.add("It prints `done` where it passes; here only its exit code counts.");
    }
    if (code.matches("(?s).*\\bgrep\\s+(?:-\\w*v\\w*)\\s.*")) {
      doubts.add("`grep -v` is true as soon as one other line is there.");
    }
    Matcher changing = CHANGING.matcher(code);
    if (changing.find()) {
      doubts.add(
          "It does not only look: `%s` changes the engine."
              .formatted(changing.group().replaceAll("\\s+", " ")));
    }
    Matcher elsewhere = ELSEWHERE.matcher(code);
    if (elsewhere.find()) {
      doubts.add(
          "It looks at `"
              + elsewhere.group()
              + "`, a place of Killercoda's machine: here the learner's"
              + " folder is the current one.");
    }
    if (code.matches("(?s).*\\bssh\\s.*")) {
      doubts.add("It asks another machine with `ssh`, which is not there.");
    }
  }
}
