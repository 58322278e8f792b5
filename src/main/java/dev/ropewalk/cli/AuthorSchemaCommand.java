package dev.ropewalk.cli;

import dev.ropewalk.author.CheckSchema;
import dev.ropewalk.author.CourseSchema;
import dev.ropewalk.author.SchemaInstall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints what the code knows of the files of a course, or lays it where editors find it. */
@Command(
    name = "schema",
    description = "Print a JSON Schema for editors, or install both into a course.")
final class AuthorSchemaCommand implements Callable<Integer> {
  /** What a schema is for. */
  enum Form {
    checks,
    course
  }

  private final Context context;

  @Option(
      names = "--install",
      description =
          "Write both schemas into the course and add them to `.vscode/settings.json`, where nothing"
              + " of yours is changed.")
  private boolean install;

  @Option(
      names = "--hints",
      description =
          "With `--install`: also begin each check file and course.yaml with a line that names its"
              + " schema, for other editors.")
  private boolean hints;

  @Mixin private WrittenCourseOption course = new WrittenCourseOption();

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "FORM",
      description = "What it is for: ${COMPLETION-CANDIDATES}; otherwise checks.")
  private Form form = Form.checks;

  AuthorSchemaCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException {
    if (install) {
      return installed();
    }
    if (hints || course.isGiven()) {
      throw new WrongUse("`--hints` and `--course` belong to `--install`", "add `--install`");
    }
    context
        .out()
        .print(
            switch (form) {
              case checks -> CheckSchema.print();
              case course -> CourseSchema.print();
            });
    return ExitCode.PASSED;
  }

  private int installed() throws IOException {
    Path folder = course.folder(context);
    if (!Files.isDirectory(folder.resolve("checks"))) {
      throw new WrongUse(
          "the folder `%s` has no `checks/` in it".formatted(folder),
          "name the folder of a course with --course, or begin one with `ropewalk author new`");
    }
    List<SchemaInstall.Step> done = SchemaInstall.settings(folder);
    done.forEach(this::tell);
    if (hints) {
      SchemaInstall.hints(folder).forEach(this::tell);
    }
    context.out().println("\nVisual Studio Code needs the extension `redhat.vscode-yaml` for it.");
    if (!hints) {
      context
          .out()
          .println(
              "Other editors find the schema of a check file by its first line, which `--hints` writes:\n  "
                  + SchemaInstall.hint());
    }
    return done.stream().anyMatch(SchemaInstall.Step.Left.class::isInstance)
        ? ExitCode.NOT_PASSED
        : ExitCode.PASSED;
  }

  private void tell(SchemaInstall.Step step) {
    context
        .out()
        .println(
            switch (step) {
              case SchemaInstall.Step.Wrote(var file, var what) ->
                  "wrote %s: %s".formatted(file, what);
              case SchemaInstall.Step.AsItIs(var file) -> "left %s as it is".formatted(file);
              case SchemaInstall.Step.Left(var file, var why, var fix) ->
                  "left %s: %s\n  fix: %s".formatted(file, why, fix);
            });
  }
}
