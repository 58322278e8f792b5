package dev.ropewalk.proof;

import dev.ropewalk.check.Probes.ScriptResult;
import dev.ropewalk.engine.ImageRef;
import dev.ropewalk.proof.TrialRow.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells what a run of a script means: one that passes where nothing was done is an empty check, and
 * of one that lacks something nothing is known.
 *
 * @param absent images that the lesson needs and that are to be had nowhere
 */
record ScriptVerdict(List<String> absent) {
  private static final Pattern ADDRESS =
      Pattern.compile(
          "https?://(?!localhost\\b|127\\.|0\\.0\\.0\\.0|\\[?::1|\\$)[\\w.-]+\\.[a-z]+");
  private static final Pattern NO_NETWORK =
      Pattern.compile(
          "(?i)could not resolve|name resolution|network is unreachable|no such host|bad address");

  /** Programs that may be here, and ask for something that is not: a cluster, another engine. */
  private static final Pattern OF_ELSEWHERE =
      Pattern.compile(
          "(?m)(?:^|[;&|(!`]|\\b(?:if|then|else|do|while|until|sudo))\\s*"
              + "(kubectl|helm|kubeadm|oc|crictl|nerdctl|podman|minikube|kind|k3s|systemctl|service"
              + "|journalctl)\\s");

  ScriptVerdict {
    absent = List.copyOf(absent);
  }

  TrialRow row(ScriptRun run) {
    Trial trial = new Trial.Scripted(run.check());
    Optional<String> lacks = lacks(run);
    Outcome outcome;
    String reason = "";
    if (run.script().alwaysPasses()) {
      outcome = Outcome.UNWRITTEN;
    } else if (lacks.isPresent()) {
      outcome = Outcome.UNRUN;
      reason = lacks.get();
    } else if (run.result() instanceof ScriptResult.Ended(int code, _) && code == 0) {
      outcome = Outcome.EMPTY;
    } else {
      outcome = Outcome.HOLDS;
    }
    return new TrialRow(trial, outcome, reason, read(run.result()), run.took());
  }

  private static String read(ScriptResult result) {
    return switch (result) {
      case ScriptResult.Ended(_, var output) -> output;
      case ScriptResult.Overdue(var output) -> output;
      case ScriptResult.NotRun _ -> "";
    };
  }

  private Optional<String> lacks(ScriptRun run) {
    if (run.result() instanceof ScriptResult.NotRun(var why)) {
      return Optional.of(why);
    }
    if (!run.missing().isEmpty()) {
      return Optional.of("there is no `" + String.join("`, `", run.missing()) + "` here");
    }
    String code = run.script().text().replaceAll("(?m)^\\s*#.*$", "");
    Matcher elsewhere = OF_ELSEWHERE.matcher(code);
    if (elsewhere.find()) {
      return Optional.of("what `" + elsewhere.group(1) + "` asks is not here");
    }
    return run.result() instanceof ScriptResult.Ended(int end, _) && end == 0
        ? Optional.empty()
        : lacksWhereItFails(run, code);
  }

  /** What may be the only reason that it does not pass. */
  private Optional<String> lacksWhereItFails(ScriptRun run, String text) {
    String output = read(run.result());
    Matcher address = ADDRESS.matcher(text);
    if (address.find()) {
      return Optional.of("it asks `" + address.group() + "`, and there is no network here");
    }
    if (NO_NETWORK.matcher(output).find()) {
      return Optional.of("there is no network here");
    }
    return absent.stream()
        .filter(image -> text.contains(ImageRef.parse(image).name()))
        .findFirst()
        .map(image -> "the image `" + image + "` is to be had nowhere");
  }
}
