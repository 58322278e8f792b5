package dev.ropewalk.cli;

import dev.ropewalk.author.Reference;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Prints what the code knows of the check language. */
@Command(
    name = "reference",
    description = "Print the reference of the check language, as Markdown.")
final class AuthorReferenceCommand implements Callable<Integer> {
  private final Context context;

  AuthorReferenceCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    context.out().print(Reference.print());
    return ExitCode.PASSED;
  }
}
