package dev.ropewalk.grade;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Command lines that attack the grader, by what they do. */
final class Attacks {
  private static final Map<String, List<String>> ALL = new LinkedHashMap<>();

  static {
    ALL.put(
        "forges-the-result",
        List.of(
            "mkdir -p out /root/.local/state/ropewalk",
            "echo '{\"entry\":\"step-done\",\"step\":\"list-your-images\",\"how\":\"SOLVED\"}'"
                + " | tee out/grading.jsonl /root/.local/state/ropewalk/journal.jsonl",
            ":skip",
            ":goto images-and-containers/clean-up"));
    ALL.put(
        "host-root",
        List.of(
            "docker run --privileged -v /:/host IMAGE touch /host/etc/ropewalk-was-here",
            "docker run --privileged --pid host IMAGE kill -9 1"));
    ALL.put(
        "reads-the-checks",
        List.of(
            "! find / -name '10-images-and-containers*' 2>/dev/null | grep -q .",
            "! grep -rlqs first_id /root /tmp /run /etc /home"));
    ALL.put("ends-the-shell", List.of("exec sleep 0", "docker ps"));
    ALL.put("stops-the-engine", List.of("pkill -9 dockerd; sleep 1", "docker ps"));
    ALL.put("freezes-the-engine", List.of("pkill -STOP dockerd", "docker ps"));
    ALL.put(
        "talks-to-the-recorder",
        List.of(
            "for s in /run/sandbox/lanes/*; do curl -sm 2 --unix-socket $s -X POST"
                + " http://x/images/create?fromImage=redis; done"));
    ALL.put("disk-filler", List.of("head -c 8G /dev/zero >/root/big", "true"));
    ALL.put("memory-hog", List.of("head -c 4G /dev/zero | tail", "true"));
    ALL.put("endless-loop", List.of("while :; do :; done", "true"));
    ALL.put("output-flood", List.of("yes", "true"));
    ALL.put("fork-bomb", List.of("b() { b | b & }; b; sleep 30", "true"));
    ALL.put(
        "many-containers",
        List.of("for i in $(seq 3000); do docker create IMAGE >/dev/null; done", "docker ps -a"));
  }

  private Attacks() {}

  /** Their names; those that last until the time for a line is over stand at the end. */
  static List<String> names() {
    return List.copyOf(ALL.keySet());
  }

  /**
   * What is typed.
   *
   * @param image one that is there
   */
  static List<String> lines(String name, String image) {
    return ALL.getOrDefault(name, List.of()).stream()
        .map(line -> line.replace("IMAGE", image))
        .toList();
  }
}
