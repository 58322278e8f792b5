package dev.ropewalk.play;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.check.Check;
import dev.ropewalk.check.History;
import dev.ropewalk.check.value.Variables;
import dev.ropewalk.command.CommandTable;
import dev.ropewalk.engine.FakeEngine;
import dev.ropewalk.environment.HomeFiles;
import dev.ropewalk.journal.EngineId;
import dev.ropewalk.journal.Journal;
import dev.ropewalk.journal.Sitting;
import dev.ropewalk.journal.SittingJournal;
import dev.ropewalk.lesson.Course;
import dev.ropewalk.lesson.CourseId;
import dev.ropewalk.lesson.StepId;
import dev.ropewalk.session.Effect;
import dev.ropewalk.session.Freshness;
import dev.ropewalk.session.Input;
import dev.ropewalk.session.Message;
import dev.ropewalk.session.Prompt;
import dev.ropewalk.verify.Judge;
import dev.ropewalk.verify.StuckProbes;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a session waits for comes, or the reason why not. */
class LiveStageTest {
  private static final long NET_MINUTES = 2;

  @TempDir private Path folder;

  /** Nobody sits in front of it. */
  private static final class NoFront implements Front {
    @Override
    public void askJobs() {}

    @Override
    public void say(Message message) {}

    @Override
    public void run(String line) {}

    @Override
    public void expand(String words) {}

    @Override
    public void ready(Prompt prompt) {}

    @Override
    public void reprompt(Prompt prompt) {}

    @Override
    public void quit() {}
  }

  @Test
  void an_error_while_judging_is_told_to_the_session() throws Exception {
    var full = new OutOfMemoryError("an archive");
    var probes =
        new StuckProbes(
            _ -> {
              throw full;
            });
    BlockingQueue<Input> inputs = new LinkedBlockingQueue<>();
    try (var engine = new FakeEngine();
        var journal = Journal.open(folder.resolve("journal"));
        var stage =
            new LiveStage(
                new NoFront(),
                new Judge(engine, probes, new CommandTable(_ -> "")),
                new SittingJournal(
                    journal,
                    new Sitting(new CourseId("file"), "here", EngineId.PRIVATE),
                    line -> line),
                new LessonFolders(HomeFiles.near(folder)),
                inputs::add)) {
      stage.verify(
          new Effect.Verify(
              1,
              new StepId("one"),
              checks(),
              History.NONE,
              Variables.NONE,
              Optional.empty(),
              Freshness.ANEW));

      assertThat(inputs.poll(NET_MINUTES, TimeUnit.MINUTES)).isEqualTo(new Input.Broken(full));
    }
  }

  /** Of any step that looks at a file. */
  private static List<Check> checks() {
    Course course = Course.open(Path.of("src/test/resources/courses/file"));
    return course.lesson(course.lessons().getFirst()).steps().getFirst().checks();
  }
}
