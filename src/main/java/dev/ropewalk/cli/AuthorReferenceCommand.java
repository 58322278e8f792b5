package dev.ropewalk.cli;

import dev.ropewalk.author.Reference;
import dev.ropewalk.proof.ProofGlossary;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Prints what the code knows of the check language. */
@Command(
    name = "reference",
    description = "Print the reference of lessons and of the check language, as Markdown.")
final class AuthorReferenceCommand implements Callable<Integer> {
  private final Context context;

  AuthorReferenceCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    context.out().print(Reference.print(ProofGlossary.text()));
    return ExitCode.PASSED;
  }
}
