package dev.ropewalk.cli;

import dev.ropewalk.engine.EngineProblem;
import dev.ropewalk.meeting.Answer;
import dev.ropewalk.meeting.Request;
import dev.ropewalk.meeting.ShellHook;
import dev.ropewalk.meeting.ShellKind;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints the code with which a shell takes part in {@code ropewalk watch}. Needs no engine. */
@Command(
    name = "env",
    description = {
      "Print what a shell needs to take part in the running `ropewalk watch`.",
      "Use it as: eval \"$(ropewalk env)\"   (bash, zsh, fish)"
    })
final class EnvCommand implements Callable<Integer> {
  private final Context context;

  @Option(
      names = "--shell",
      paramLabel = "SHELL",
      description = "bash, zsh or fish; found by itself if left out.")
  private @Nullable String shell;

  @Option(names = "--off", description = "Undo it: the shell takes part no longer.")
  private boolean off;

  EnvCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    ShellKind kind = kind();
    if (off) {
      context.out().print(ShellHook.off(kind));
      return ExitCode.PASSED;
    }
    Answer answer =
        AskCommand.ask(
            context,
            new Request(
                "env",
                Map.of(
                    "shell", kind.word(),
                    "engine", engine(),
                    "outer", context.environment().getOrDefault("DOCKER_HOST", ""))));
    if (answer.kind() == Answer.Kind.REFUSAL) {
      context.err().print(answer.text());
      return ExitCode.WRONG_USE;
    }
    context.out().print(answer.text());
    return ExitCode.PASSED;
  }

  /** Where this shell's docker goes by itself. */
  private String engine() {
    try {
      return context.address().toString();
    } catch (EngineProblem e) {
      return "";
    }
  }

  private ShellKind kind() {
    String name = shell == null ? parent() : shell;
    return ShellKind.of(name)
        .orElseThrow(
            () ->
                new WrongUse(
                    name.isEmpty()
                        ? "it cannot be told which shell this is"
                        : "`%s` is no shell that can take part".formatted(name),
                    "name one that can: `ropewalk env --shell bash`, `zsh` or `fish`"));
  }

  /** The program that has started us, which the launcher knows. */
  private static String parent() {
    long pid = Long.getLong("ropewalk.parent", 0);
    return (pid > 0 ? ProcessHandle.of(pid) : ProcessHandle.current().parent())
        .flatMap(process -> process.info().command())
        .orElse("");
  }
}
