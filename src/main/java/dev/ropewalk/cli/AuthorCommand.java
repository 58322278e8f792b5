package dev.ropewalk.cli;

import dev.ropewalk.sandbox.NamespaceSandboxes;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What authors of lessons work with; by itself it says what there is. */
@Command(name = "author", description = "Write lessons: check, prove, begin and preview them.")
final class AuthorCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  private AuthorCommand() {}

  /** The command with all that is below it. */
  static CommandLine line(Context context) {
    return new CommandLine(new AuthorCommand())
        .addSubcommand(new AuthorLintCommand(context))
        .addSubcommand(new AuthorProveCommand(context, new NamespaceSandboxes()))
        .addSubcommand(new AuthorNewCommand(context))
        .addSubcommand(new AuthorImportCommand(context))
        .addSubcommand(new AuthorPreviewCommand(context))
        .addSubcommand(new AuthorSchemaCommand(context))
        .addSubcommand(new AuthorReferenceCommand(context));
  }

  @Override
  public Integer call() {
    if (spec != null) {
      spec.commandLine().usage(spec.commandLine().getErr());
    }
    return ExitCode.WRONG_USE;
  }
}
