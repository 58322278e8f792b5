package dev.ropewalk.proof;

import dev.ropewalk.check.Check;
import dev.ropewalk.check.Probes;
import dev.ropewalk.check.Probes.ScriptResult;
import dev.ropewalk.check.value.ScriptText;
import dev.ropewalk.environment.LearnerEnvironment;
import dev.ropewalk.lesson.Lesson;
import dev.ropewalk.lesson.Script;
import dev.ropewalk.lesson.Step;
import dev.ropewalk.lesson.WorkingFolder;
import dev.ropewalk.play.LessonFolders;
import dev.ropewalk.session.Input;
import dev.ropewalk.session.SettingUp;
import dev.ropewalk.shell.Finished;
import dev.ropewalk.shell.LearnerShell;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs the scripts among a lesson's checks where nobody has done anything: the lesson's files are
 * laid, and what sets up a step has run before its scripts do. What stands at the lesson's door is
 * not asked. For one thread.
 */
final class UntouchedScripts {
  private static final String MARK = "ropewalk-lacks:";

  /** Bash tells of each program that it does not find, also where complaints are sent away. */
  private static final String TELLING =
      """
      exec 87>&1
      command_not_found_handle() {
        printf '\\n%s%%s\\n' "$1" >&87
        printf '%%s: command not found\\n' "$1" >&2
        return 127
      }
      export -f command_not_found_handle
      """
          .formatted(MARK);

  private static final Pattern TOLD = Pattern.compile("\\n?" + MARK + "(.*)\\n");

  /** How other programs complain that they cannot start one. */
  private static final Pattern COMPLAINED =
      Pattern.compile(
          "(?m)(?:^|: )([\\w.+-]+): (?:command )?not found$"
              + "|(?:env|xargs|timeout|nohup)\\b.*?[:‘' ]([\\w.+-]+)[’']?: No such file or directory$");

  private final LearnerEnvironment environment;
  private Path folder = Path.of(".");

  UntouchedScripts(LearnerEnvironment environment) {
    this.environment = environment;
  }

  List<ScriptRun> run(Lesson lesson) throws InterruptedException {
    List<ScriptRun> runs = new ArrayList<>();
    try (LearnerEnvironment.Home home = environment.home();
        LearnerShell shell =
            LearnerShell.of(home.shell(RehearsalSession.SCREEN), Clock.systemUTC())) {
      folder = shell.directory();
      Optional<String> trouble =
          environment.isPrivate()
              ? lesson.folder().flatMap(it -> lay(home, it))
              : Optional.of("scripts are tried on private engines only");
      Probes probes = environment.probes(() -> folder);
      for (Step step : lesson.steps()) {
        if (trouble.isEmpty()) {
          trouble = setUp(shell, step.setup());
        }
        for (Check check : step.checks()) {
          Optional<ScriptText> script = check.claim().script();
          if (script.isPresent()) {
            runs.add(run(probes, step, check.sentence(), script.get(), trouble));
          }
        }
      }
    }
    return runs;
  }

  /** Why the files of the lesson are not there, if they are not. */
  private Optional<String> lay(LearnerEnvironment.Home home, WorkingFolder files) {
    Input.Laid laid = new LessonFolders(home.files()).lay(files, Optional.empty(), List.of());
    folder = Path.of(laid.files().folder());
    return laid.problem().map(why -> "the files of the lesson cannot be laid: " + why);
  }

  /** Why the step is not set up, if it is not. */
  private Optional<String> setUp(LearnerShell shell, Script setup) throws InterruptedException {
    if (setup.isEmpty()) {
      return Optional.empty();
    }
    Finished finished = shell.run(SettingUp.unseen(setup, folder.toString()));
    List<String> said = finished.output().text().lines().filter(it -> !it.isBlank()).toList();
    return finished.exitCode() == 0
        ? Optional.empty()
        : Optional.of(
            "its `setup:` ends with exit code "
                + finished.exitCode()
                + (said.isEmpty() ? "" : ": " + said.getLast().strip()));
  }

  private static ScriptRun run(
      Probes probes, Step step, String check, ScriptText script, Optional<String> trouble) {
    if (trouble.isPresent()) {
      return new ScriptRun(
          step, check, script, new ScriptResult.NotRun(trouble.get()), List.of(), Duration.ZERO);
    }
    long start = System.nanoTime();
    ScriptResult told = probes.script(TELLING + script.text(), Map.of(), script.limit());
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    Set<String> missing = new LinkedHashSet<>();
    ScriptResult result =
        switch (told) {
          case ScriptResult.Ended(var code, var output) ->
              new ScriptResult.Ended(code, read(output, missing));
          case ScriptResult.Overdue(var output) -> new ScriptResult.Overdue(read(output, missing));
          case ScriptResult.NotRun notRun -> notRun;
        };
    return new ScriptRun(step, check, script, result, List.copyOf(missing), took);
  }

  /** What it printed itself. */
  private static String read(String output, Set<String> missing) {
    Matcher told = TOLD.matcher(output);
    told.results().map(each -> each.group(1).strip()).forEach(missing::add);
    String own = told.replaceAll("");
    COMPLAINED
        .matcher(own)
        .results()
        .map(each -> each.group(1) != null ? each.group(1) : each.group(2))
        .forEach(missing::add);
    return own;
  }
}
