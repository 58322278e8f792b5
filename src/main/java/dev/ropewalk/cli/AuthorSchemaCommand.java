package dev.ropewalk.cli;

import dev.ropewalk.author.CheckSchema;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Prints what the code knows of the check language. */
@Command(name = "schema", description = "Print the JSON Schema of check files, for editors.")
final class AuthorSchemaCommand implements Callable<Integer> {
  private final Context context;

  AuthorSchemaCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    context.out().print(CheckSchema.print());
    return ExitCode.PASSED;
  }
}
