package dev.ropewalk.cli;

import dev.ropewalk.library.AddedCourse;
import dev.ropewalk.library.Candidate;
import dev.ropewalk.library.Change;
import dev.ropewalk.library.CourseName;
import dev.ropewalk.library.Library;
import dev.ropewalk.library.Origin;
import dev.ropewalk.text.SafeText;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The courses of others on this machine; by itself it says what there is. */
@Command(name = "course", description = "Add courses of others, and remove them again.")
final class CourseCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  private CourseCommand() {}

  /** The command with all that is below it. */
  static CommandLine line(Context context) {
    return new CommandLine(new CourseCommand())
        .addSubcommand(new Add(context))
        .addSubcommand(new CourseListCommand(context))
        .addSubcommand(new Update(context))
        .addSubcommand(new Remove(context));
  }

  @Override
  public Integer call() {
    if (spec != null) {
      spec.commandLine().usage(spec.commandLine().getErr());
    }
    return ExitCode.WRONG_USE;
  }

  private static void say(Context context, List<String> lines) {
    lines.forEach(context.out()::println);
    context.out().flush();
  }

  private static void files(Context context, String heading, List<String> paths) {
    say(context, List.of(heading));
    say(context, paths.stream().map(path -> "  " + SafeText.of(path)).toList());
  }

  /** Fetches a course, shows it, asks, and adds it. */
  @Command(
      name = "add",
      description = "Fetch a course, show what it is and what it runs, ask, and add it.")
  static final class Add implements Callable<Integer> {
    private final Context context;

    @Option(
        names = "--name",
        paramLabel = "NAME",
        description = "What to call it here; otherwise as its folder, archive or repository.")
    private @Nullable String name;

    @Option(
        names = "--folder",
        paramLabel = "DIR",
        description = "Where in it the course is; otherwise the only one in it.")
    private String folder = "";

    @Option(names = "--yes", description = "Show, but do not ask.")
    private boolean yes;

    @Parameters(
        paramLabel = "DIR|ARCHIVE|URL",
        description =
            "A folder, a zip or tar.gz archive, or the URL of a git repository (https, ssh, git,"
                + " file).")
    private String from = "";

    Add(Context context) {
      this.context = context;
    }

    @Override
    public Integer call() {
      Library library = context.library();
      Origin origin = Origin.of(from, folder);
      CourseName called = name == null ? origin.name() : named(name);
      try (Candidate candidate = library.fetch(origin, called)) {
        Requirements.of(candidate.course()).checkRopewalk();
        say(context, CourseCard.about(candidate));
        say(context, List.of(""));
        say(context, CourseCard.runs(candidate.runs()));
        say(context, List.of(""));
        if (!yes && !YesNo.ask("`course add` asks before it adds anything", "Add it?")) {
          context.out().println("Nothing was added.");
          return ExitCode.NOT_PASSED;
        }
        library.add(candidate);
      }
      context
          .out()
          .println(
              "Added as `%1$s`. Open it with `ropewalk learn --course %1$s`.".formatted(called));
      return ExitCode.PASSED;
    }

    private static CourseName named(String name) {
      return CourseName.of(name)
          .orElseThrow(
              () ->
                  new WrongUse(
                      "`" + name + "` cannot be the name of a course",
                      "use small letters and digits, joined by `-`"));
    }
  }

  /** Fetches a course again, shows what has changed, asks, and takes the new one. */
  @Command(
      name = "update",
      description = "Fetch an added course again, show what has changed, ask, and take it.")
  static final class Update implements Callable<Integer> {
    private final Context context;

    @Mixin private AddedCourseOption added = new AddedCourseOption();

    Update(Context context) {
      this.context = context;
    }

    @Override
    public Integer call() {
      Library library = context.library();
      AddedCourse course = added.of(context);
      try (Candidate candidate = library.fetchAgain(course)) {
        Requirements.of(candidate.course()).checkRopewalk();
        List<Change> changes = course.changesTo(candidate);
        List<String> theirs = course.theirs();
        if (changes.isEmpty() && course.changes().isEmpty()) {
          context.out().println("`%s` is up to date.".formatted(added.name()));
          return ExitCode.PASSED;
        }
        say(context, CourseCard.about(candidate));
        say(
            context,
            List.of("", "Since it was added, in `" + SafeText.of(course.origin().from()) + "`:"));
        say(context, changes.isEmpty() ? List.of("  nothing") : CourseCard.changes(changes));
        if (!theirs.isEmpty()) {
          files(context, "Changed here, and kept beside it:", theirs);
        }
        say(context, List.of(""));
        say(context, CourseCard.difference(course.runs(), candidate.runs()));
        say(context, List.of(""));
        if (!added.agrees("`course update` asks before it changes anything", "Take it?")) {
          context.out().println("Nothing was changed.");
          return ExitCode.NOT_PASSED;
        }
        Optional<Path> kept = library.replace(course, candidate);
        kept.ifPresent(
            path -> context.out().println("What was changed here is now in `" + path + "`."));
      }
      context.out().println("`%s` is up to date now.".formatted(added.name()));
      return ExitCode.PASSED;
    }
  }

  /** Shows what was added of a course, asks, and removes it. */
  @Command(name = "remove", description = "Show what was added of a course, ask, and remove it.")
  static final class Remove implements Callable<Integer> {
    private final Context context;

    @Mixin private AddedCourseOption added = new AddedCourseOption();

    Remove(Context context) {
      this.context = context;
    }

    @Override
    public Integer call() {
      Library library = context.library();
      AddedCourse course = added.of(context);
      List<String> theirs = course.theirs();
      files(context, "In `" + course.folder() + "` these files were added:", course.ours());
      if (!theirs.isEmpty()) {
        files(context, "These were changed or laid there since, and stay:", theirs);
      }
      if (!added.agrees("`course remove` asks before it removes anything", "Remove them?")) {
        context.out().println("Nothing was removed.");
        return ExitCode.NOT_PASSED;
      }
      boolean all = library.remove(course);
      context
          .out()
          .println(
              all
                  ? "Removed. Your progress in it is kept, should you add it again."
                  : "Removed, but for what is left in `" + course.folder() + "`.");
      return ExitCode.PASSED;
    }
  }
}
