package dev.ropewalk.bench;

import dev.ropewalk.command.CommandTable;
import dev.ropewalk.command.InstalledDocker;
import dev.ropewalk.engine.Engine;
import dev.ropewalk.engine.docker.DockerJavaEngine;
import dev.ropewalk.engine.docker.EngineAddress;
import dev.ropewalk.environment.HomeFiles;
import dev.ropewalk.journal.Journal;
import dev.ropewalk.lesson.Course;
import dev.ropewalk.lesson.LessonId;
import dev.ropewalk.lesson.Step;
import dev.ropewalk.play.Player;
import dev.ropewalk.play.RecordedLines;
import dev.ropewalk.play.ShellWorkplace;
import dev.ropewalk.play.Workplace;
import dev.ropewalk.recorder.Recorder;
import dev.ropewalk.session.Input;
import dev.ropewalk.session.LookedFor;
import dev.ropewalk.session.Message;
import dev.ropewalk.shell.LearnerShell;
import dev.ropewalk.shell.Limits;
import dev.ropewalk.shell.Screen;
import dev.ropewalk.shell.ShellSetting;
import dev.ropewalk.shell.StartupFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How long it takes from the end of a command to the next prompt, at every step of the course:
 * after lines that leave the step open, and after the one that does it. In milliseconds; what a step
 * must hold before it is done is taken off. Lines are recorded.
 */
final class PromptCost {
  private static final int ROUNDS = Integer.getInteger("rounds", 5);

  /** How often a lesson is played: the line that does a step comes once in each. */
  private static final int TIMES = Integer.getInteger("times", 3);

  private static final Limits LIMITS = new Limits(Duration.ofSeconds(60), 1 << 20);

  private Player player;
  private long ended;
  private final List<Double> shell = new ArrayList<>();
  private final List<Double> docker = new ArrayList<>();
  private final List<Double> done = new ArrayList<>();

  public static void main(String[] args) throws Exception {
    new PromptCost().play(Path.of("."), Set.of(args));
  }

  /**
   * @param only the lessons to be played; all where none is named
   */
  private void play(Path course, Set<String> only) throws Exception {
    Path folder = Files.createTempDirectory("bench");
    EngineAddress address = EngineAddress.find(System.getenv(), Path.of(System.getenv("HOME")));
    CommandTable commands =
        CommandTable.of(
            InstalledDocker.find(System.getenv("PATH")).orElseThrow(), folder.resolve("cache"));
    Course opened = Course.open(course);
    try (Engine engine = DockerJavaEngine.connect(address);
        Journal journal = Journal.open(folder.resolve("journal.jsonl"));
        RecordedLines lines =
            RecordedLines.with(
                (sockets, listener) -> Recorder.start(sockets, address, listener),
                () -> true,
                () -> LookedFor.in(player.state()),
                input -> player.hear(input));
        LearnerShell learner =
            LearnerShell.of(
                new ShellSetting(
                    folder, Map.of(), StartupFiles.SKIPPED, new Screen.Captured(LIMITS)),
                Clock.systemUTC());
        Player playing =
            new Player(
                opened,
                engine,
                commands,
                journal,
                HomeFiles.near(folder),
                new Timed(new ShellWorkplace(learner, commands, lines, _ -> {})),
                Clock.systemUTC())) {
      player = playing;
      System.out.printf("%-34s %10s %10s %10s%n", "step", "shell", "docker", "done");
      for (LessonId lesson : opened.lessons()) {
        if (!only.isEmpty() && !only.contains(lesson.slug())) {
          continue;
        }
        player.open(lesson, Optional.empty());
        List<Step> steps = opened.lesson(lesson).steps();
        List<StepCost> costs = new ArrayList<>();
        for (int time = 0; time < TIMES; time++) {
          for (int i = 0; i < (time == 0 ? steps : costs).size() && isAt(i + 1); i++) {
            if (time == 0) {
              costs.add(new StepCost(lesson.slug() + " " + (i + 1), steps.get(i)));
            }
            step(costs.get(i), i + 1, time == 0 ? ROUNDS : 1);
          }
          if (time < TIMES - 1) {
            obey(":reset");
          }
        }
        costs.forEach(this::tell);
        // At a lesson's end it is asked; by `:reset` what a lesson begins with would be made anew.
        obey(player.state().finished() ? "y" : ":reset");
      }
    }
    System.out.printf(
        "%-34s %10.1f %10.1f %10.1f%n", "median", median(shell), median(docker), median(done));
  }

  /** What was measured at a step, in milliseconds. */
  private record StepCost(
      String name, Step step, List<Double> shell, List<Double> docker, List<Double> done) {
    StepCost(String name, Step step) {
      this(name, step, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    double holds() {
      return step.checks().stream().mapToLong(c -> c.holds().toMillis()).max().orElse(0);
    }
  }

  private boolean isAt(int number) {
    return player.state().prompt().step() == number;
  }

  private void step(StepCost cost, int number, int rounds) throws InterruptedException {
    for (int round = 0; round < rounds; round++) {
      cost.shell().add(typed("true"));
      cost.docker().add(typed("docker --version"));
    }
    double right = 0;
    for (String line : cost.step().solution().commands()) {
      right = typed(line);
    }
    if (player.state().prompt().step() != number || player.state().finished()) {
      cost.done().add(right - cost.holds());
    } else {
      obey(":skip");
    }
  }

  private void tell(StepCost cost) {
    shell.add(median(cost.shell()));
    docker.add(median(cost.docker()));
    String told = "-";
    if (!cost.done().isEmpty()) {
      double right = median(cost.done());
      done.add(right);
      told = "%.1f%s".formatted(right, cost.holds() > 0 ? " + %.0f".formatted(cost.holds()) : "");
    }
    System.out.printf(
        "%-34s %10.1f %10.1f %10s%n",
        cost.name(), median(cost.shell()), median(cost.docker()), told);
  }

  /** Types a word of ropewalk, and says yes wherever it is asked. */
  private void obey(String word) throws InterruptedException {
    List<Message> said = player.type(word);
    while (said.stream().anyMatch(PromptCost::asks)) {
      said = player.type("y");
    }
  }

  private static boolean asks(Message message) {
    return message instanceof Message.StagePlan || message instanceof Message.ResetPlan;
  }

  /** From the end of the command to the prompt. */
  private double typed(String line) throws InterruptedException {
    ended = System.nanoTime(); // What is no command begins now.
    player.type(line);
    return (System.nanoTime() - ended) / 1e6;
  }

  private static double median(List<Double> values) {
    List<Double> sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    return sorted.isEmpty() ? 0 : sorted.get(sorted.size() / 2);
  }

  /** Notes when a command has ended. */
  private final class Timed implements Workplace {
    private final Workplace workplace;

    Timed(Workplace workplace) {
      this.workplace = workplace;
    }

    @Override
    public Input.Finished run(String line) throws InterruptedException {
      Input.Finished finished = workplace.run(line);
      ended = System.nanoTime();
      return finished;
    }

    @Override
    public Input.Expanded expand(String words) throws InterruptedException {
      Input.Expanded expanded = workplace.expand(words);
      ended = System.nanoTime();
      return expanded;
    }

    @Override
    public boolean isUnfinished(String text) throws InterruptedException {
      return workplace.isUnfinished(text);
    }

    @Override
    public Input.Jobs jobs() throws InterruptedException {
      return workplace.jobs();
    }

    @Override
    public Path directory() {
      return workplace.directory();
    }
  }
}
