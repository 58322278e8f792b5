package dev.ropewalk.author;

import dev.ropewalk.text.BrokenSource;
import dev.ropewalk.text.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a page of another site runs unasked, as {@code setup:} of a lesson. It runs on a machine
 * that somebody works with: a script that would change more than the lesson's folder and the engine
 * is kept as a remark, for a teacher to read.
 *
 * @param lines command lines
 * @param files scripts that the lines run, by their names
 * @param remarks scripts that are not run, line by line
 * @param lost why they are not
 */
record ScenarioSetup(
    List<String> lines, Map<String, String> files, List<String> remarks, List<Scenario.Lost> lost) {
  private static final Pattern MACHINE =
      Pattern.compile(
          "(?m)\\b(?:systemctl|service|apt|apt-get|yum|dnf|apk|snap|sudo|useradd|usermod|adduser|groupadd|mount|sysctl"
              + "|iptables|hostnamectl|reboot|shutdown|ssh|scp|modprobe|swapoff|kill|pkill|killall|dockerd)\\s"
              + "|/(?:etc|usr|var|opt|sys|lib|bin|sbin|home|boot)/\\S*|~/\\.\\w+|\\$HOME/\\.\\w+"
              + "|\\brm\\s+-\\w+\\s+[/~*]\\S*|>\\s*/(?!dev/null)\\S+");
  private static final Pattern WAITS =
      Pattern.compile("(?s)\\b(?:while|until)\\b.*\\bsleep\\b|\\bread\\s+-|\\btail\\s+-f\\b");
  private static final Pattern PROGRAM =
      Pattern.compile(
          "(?m)(?:^|[;&|(]|\\bdo|\\bthen)\\s*(kubectl|helm|podman|crictl|minikube|kind|k3s|launch\\.sh|start\\.sh|ansible|terraform|oc|nerdctl)\\b");

  ScenarioSetup {
    lines = List.copyOf(lines);
    files = Map.copyOf(files);
    remarks = List.copyOf(remarks);
    lost = List.copyOf(lost);
  }

  /** Of the scripts of one page. */
  static ScenarioSetup of(List<Source> scripts, List<Scenario.Asset> assets) {
    List<String> lines = new ArrayList<>();
    Map<String, String> files = new LinkedHashMap<>();
    List<String> remarks = new ArrayList<>();
    List<Scenario.Lost> lost = new ArrayList<>();
    MachinePlaces places = new MachinePlaces(assets);
    for (Source script : scripts) {
      String here = places.here(script.text().replace("\r\n", "\n"));
      if (code(here).isBlank()) {
        lost.add(new Scenario.Lost(script.name(), "this script does nothing"));
        continue;
      }
      Optional<String> doubt = doubt(here + called(here, assets, places));
      if (doubt.isPresent()) {
        remarks.add(script.name() + ", not run, for " + doubt.get() + ":");
        script.text().lines().forEach(line -> remarks.add("  " + line));
        lost.add(
            new Scenario.Lost(
                script.name(),
                "it is not run, for %s; it stands as a remark in the check file"
                    .formatted(doubt.get())));
      } else {
        take(script, here, assets, lines, files);
      }
    }
    return new ScenarioSetup(lines, files, remarks, lost);
  }

  private static void take(
      Source script,
      String here,
      List<Scenario.Asset> assets,
      List<String> lines,
      Map<String, String> files) {
    boolean alone =
        Pattern.compile("<<|\\bexit\\b|\\$[0-9@*#]|\\bset\\s+-|\\bcd\\s").matcher(here).find();
    Optional<Commands> typed = alone ? Optional.empty() : Commands.typed(code(here));
    if (typed.isPresent() && typed.get().inside().isEmpty()) {
      lines.add(typed.get().text());
      return;
    }
    // It may end its shell, or expects to be a file: then it is one.
    String name = "setup-" + script.name().replaceAll("[^A-Za-z0-9.]+", "-");
    while (files.containsKey(name) || taken(name, assets)) {
      name = "x" + name;
    }
    files.put(name, here);
    lines.add("bash " + name);
  }

  private static boolean taken(String name, List<Scenario.Asset> assets) {
    return assets.stream().anyMatch(asset -> asset.name().equals(name));
  }

  /** What is done, without remarks and what only clears a screen. */
  private static String code(String script) {
    return script
        .lines()
        .filter(line -> !line.strip().matches("#.*|clear;?|stty .*"))
        .reduce("", (all, line) -> all + line + "\n")
        .strip();
  }

  /** The texts of the scripts that it runs and that came along. */
  private static String called(String here, List<Scenario.Asset> assets, MachinePlaces places) {
    StringBuilder called = new StringBuilder();
    for (Scenario.Asset asset : assets) {
      if (here.contains(asset.name()) && asset.name().matches(".*\\.(?:sh|bash)|[^.]+")) {
        try {
          Source text = ScenarioFolder.text(asset.name(), asset.file());
          called.append('\n').append(places.here(text.text()));
        } catch (BrokenSource binary) {
          called.append("\nsudo ").append(asset.name());
        }
      }
    }
    return called.toString();
  }

  /** Why it should not run on somebody's own machine. */
  private static Optional<String> doubt(String text) {
    String code = code(text);
    Matcher machine = MACHINE.matcher(code);
    Matcher program = PROGRAM.matcher(code);
    if (WAITS.matcher(code).find()) {
      return Optional.of("it waits for something that happens only on its site");
    }
    if (program.find()) {
      return Optional.of("it needs `" + program.group(1) + "`");
    }
    return machine.find()
        ? Optional.of("it changes the machine (`" + machine.group().strip() + "`)")
        : Optional.empty();
  }
}
