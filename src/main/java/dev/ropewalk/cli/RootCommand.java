package dev.ropewalk.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ScopeType;

/** Without a command, ropewalk opens the course. */
@Command(
    name = "ropewalk",
    description =
        "Learn Docker by doing: lessons in the terminal, every step verified on the real engine.",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    versionProvider = RootCommand.Version.class,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:all passed",
      "1:something is not passed",
      "2:wrong use",
      "3:a lesson or check file is broken",
      "4:the engine cannot be reached",
      "70:a bug in ropewalk"
    })
final class RootCommand implements Callable<Integer> {
  /** How it is used: its own options are not those of the commands. */
  static final String[] SYNOPSIS = {
    "ropewalk [--course=DIR|NAME] [--language=TAG]", "       ropewalk COMMAND [OPTION]... [WHAT]..."
  };

  private final LearnCommand learn;
  @Mixin private CourseOption course = new CourseOption();

  RootCommand(LearnCommand learn) {
    this.learn = learn;
  }

  @Override
  public Integer call() throws Exception {
    return learn.open(course);
  }

  /** The version that the build wrote into the jar. */
  static final class Version implements picocli.CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"ropewalk " + number().orElse("(not packaged)")};
    }

    /** Its number alone; empty outside of a jar. */
    static Optional<String> number() {
      return Optional.ofNullable(RootCommand.class.getPackage().getImplementationVersion());
    }
  }
}
