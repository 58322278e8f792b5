package dev.ropewalk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.command.CommandTable;
import dev.ropewalk.command.StoredHelps;
import dev.ropewalk.engine.Engine;
import dev.ropewalk.engine.docker.DockerJavaEngine;
import dev.ropewalk.engine.docker.EngineAddress;
import dev.ropewalk.environment.HomeFiles;
import dev.ropewalk.journal.EngineId;
import dev.ropewalk.journal.Journal;
import dev.ropewalk.journal.Sitting;
import dev.ropewalk.journal.SittingJournal;
import dev.ropewalk.lesson.Course;
import dev.ropewalk.lesson.CourseId;
import dev.ropewalk.play.LessonFolders;
import dev.ropewalk.play.LiveStage;
import dev.ropewalk.play.RecordedLines;
import dev.ropewalk.play.ShellWorkplace;
import dev.ropewalk.recorder.Recorder;
import dev.ropewalk.session.Input;
import dev.ropewalk.session.LookedFor;
import dev.ropewalk.session.SessionLoop;
import dev.ropewalk.session.State;
import dev.ropewalk.shell.LearnerShell;
import dev.ropewalk.shell.Limits;
import dev.ropewalk.shell.Screen;
import dev.ropewalk.shell.ShellSetting;
import dev.ropewalk.shell.StartupFiles;
import dev.ropewalk.terminal.Glyphs;
import dev.ropewalk.terminal.Palette;
import dev.ropewalk.terminal.PlainFront;
import dev.ropewalk.terminal.Sheet;
import dev.ropewalk.verify.Judge;
import dev.ropewalk.verify.LiveProbes;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Which lines have shown something, and which reason is told where they have not, on a real engine
 * behind a real recorder.
 */
@ExtendWith(EngineLock.class)
final class ShownIT {
  private static final Limits LIMITS = new Limits(Duration.ofSeconds(60), 1 << 20);
  private static final CommandTable COMMANDS = StoredHelps.table(StoredHelps.OLD);
  private static final EngineAddress ENGINE =
      EngineAddress.find(System.getenv(), Path.of(System.getProperty("user.home")));

  /** What is told where the check holds. */
  private static final String SEEN = "";

  @TempDir Path folder;

  /**
   * One row of the table.
   *
   * @param lines what the learner types
   * @param told words that must be read; {@link #SEEN} where the step is done
   */
  record Row(String check, String lines, String told) {
    @Override
    public String toString() {
      return lines.replace('\n', ';') + " for " + check;
    }
  }

  static List<Row> lists() {
    String box = "shown: {containers: {any: [shn-box]}}";
    String image = "shown: {images: {any: [busybox]}}";
    return List.of(
        new Row(box, "docker ps", SEEN),
        new Row(box, "docker container ls -aq --no-trunc", SEEN),
        new Row(box, "docker ps | grep -c shn", SEEN),
        new Row(
            box,
            "docker ps | grep -c nothing",
            "`grep -c nothing` let no line of the list through"),
        new Row(
            box, "curl -s --unix-socket \"${DOCKER_HOST#unix://}\" http://d/containers/json", SEEN),
        new Row(box, "docker ps -f name=shn", SEEN),
        new Row(box, "docker ps -f name=zzz", "narrowed by `name=zzz`, which leaves `shn-box` out"),
        new Row(box, "docker ps --help", "`docker ps --help` explains the command"),
        new Row(
            box, "docker ps -f foo=1", "The engine refused `docker ps`: `Invalid filter 'foo'`"),
        new Row(box, "docker ps --bogus", "`docker ps` has no flag `--bogus`"),
        new Row(
            box, "docker images", "You ran `docker images`, but this step asks for `docker ps`."),
        new Row(box, "DOCKER_HOST=ENGINE docker ps", SEEN),
        new Row(
            box,
            "docker -H ENGINE images\n:why",
            "`docker -H ENGINE images` went round the recorder"),
        new Row("shown: {containers: {none: [shn-none]}}", "docker ps -a", SEEN),
        new Row("shown: {containers: {any: [shn-box], all: true}}", "docker ps -as", SEEN),
        new Row(
            "shown: {containers: {any: [shn-box], all: true}}",
            "docker ps -n 2",
            "You listed only the newest (`-n 2`)"),
        new Row(image, "docker images", SEEN),
        new Row(image, "docker images redis", "narrowed by `reference=redis`"),
        new Row("shown: {networks: {any: [bridge]}}", "docker network ls", SEEN));
  }

  static List<Row> looks() {
    String log = "shown: {log: shn-box}";
    String ready = "shown: {log: shn-box, contains: Ready to serve}";
    String details = "shown: {inspect: shn-box}";
    return List.of(
        new Row(log, "docker logs shn-box", SEEN),
        new Row(log, "docker logs $(docker ps -q -f name=shn-box)", SEEN),
        new Row(log, "timeout --foreground -s INT 1 docker logs -f shn-box", SEEN),
        new Row(log, "docker logs --tail 0 shn-box", "`--tail 0` shows no line"),
        new Row(log, "sleep 2; docker logs --since 0s shn-box", "has written nothing to its log"),
        new Row(log, "docker logs --help", "shows nothing of `shn-box`"),
        new Row(log, "docker logs shn-bax", "There is no container `shn-bax`"),
        new Row(ready, "docker logs shn-box", SEEN),
        new Row(ready, "docker logs -n 1 shn-box", "only the last lines (`--tail 1`)"),
        new Row(details, "docker inspect shn-box", SEEN),
        new Row(
            details,
            "docker logs shn-box",
            "You ran `docker logs`, but this step asks for `docker inspect shn-box`."),
        new Row("shown: {port: shn-box}", "docker port shn-box", SEEN),
        new Row("shown: {top: shn-box}", "docker top shn-box", SEEN),
        new Row("shown: {stats: shn-box}", "docker stats --no-stream shn-box", SEEN),
        new Row(
            "shown: {diff: shn-box}", "docker exec shn-box touch /a; docker diff shn-box", SEEN),
        new Row("shown: {history: busybox}", "docker history busybox", SEEN),
        new Row("typed: {command: uname, args: [-r]}", "uname -r", SEEN));
  }

  static List<Row> refusals() {
    String fresh = "container: shn-new, expect: {state: running}";
    return List.of(
        new Row(fresh, "docker run -d --name shn-box busybox", "which was not made in this lesson"),
        new Row(
            fresh,
            "docker run -d --name shn-new -p 18099:80 busybox sleep 9",
            "Port 18099 is taken: `shn-box` has it."),
        new Row(
            fresh,
            "docker run -d --name shn-new -p 1.2.3.4:18098:80 busybox sleep 9",
            "has no address `1.2.3.4`"),
        new Row(fresh, "docker run -d --name shn-new bizybox", "Did you mean `busybox`?"),
        new Row(fresh, "docker run -d --name shn-new busybox ecko", "There is no program `ecko`"),
        new Row(fresh, "docker run -d --name shn-new -m 1m busybox", "Minimum memory limit"),
        new Row(fresh, "docker start shn-nw", "There is no container `shn-nw`."),
        new Row(fresh, "docker rm shn-box", "docker does not remove a running container"),
        new Row(
            "image: busybox, expect: absent",
            "docker rmi busybox",
            "the container `shn-box` was made from it"));
  }

  @BeforeEach
  void begin() {
    Docker.run("pull", "-q", "busybox");
    // With a second name of the image, `docker rmi` would only take one away.
    Docker.run("rmi", "busybox:musl");
    Docker.run("pull", "-q", "redis");
    end();
    Docker.run(
        "run",
        "-d",
        "--name",
        "shn-box",
        "-p",
        "18099:80",
        "busybox",
        "sh",
        "-c",
        "echo Ready to serve; echo more; exec sleep 1000");
  }

  @AfterEach
  void end() {
    Docker.remove("shn-box", "shn-new");
  }

  @ParameterizedTest
  @MethodSource({"lists", "looks", "refusals"})
  void what_was_shown_counts_and_what_was_not_is_explained(Row row) throws Exception {
    StringWriter said = new StringWriter();

    boolean done = plays(row.check(), filled(row.lines()), said);

    String read = said.toString().replaceAll("\\s+", " ");
    assertThat(read).contains(filled(row.told()));
    assertThat(done).as(read).isEqualTo(row.told().equals(SEEN));
  }

  /** Plays the lines in a lesson with this check, and tells whether it is finished then. */
  private boolean plays(String check, String lines, StringWriter said) throws Exception {
    try (Journal file = Journal.open(folder.resolve("journal.jsonl"));
        Engine engine = DockerJavaEngine.connect(ENGINE);
        LearnerShell shell =
            LearnerShell.of(
                new ShellSetting(
                    folder, Map.of(), StartupFiles.SKIPPED, new Screen.Captured(LIMITS)),
                Clock.systemUTC())) {
      var sitting = new Sitting(new CourseId("shown"), "", new EngineId(engine.info().id()));
      var journal = new SittingJournal(file, sitting, line -> line);
      var loop = new SessionLoop(State.start(course(check), journal.progress()), Clock.systemUTC());
      var judge = new Judge(engine, new LiveProbes(engine), COMMANDS);
      try (RecordedLines recorded =
          RecordedLines.with(
              (sockets, listener) -> Recorder.start(sockets, ENGINE, listener),
              () -> true,
              () -> LookedFor.in(loop.state()),
              loop::offer)) {
        var front =
            new PlainFront(
                new BufferedReader(new StringReader(lines)),
                new PrintWriter(said),
                new Sheet(400, Palette.none(), Glyphs.choose(StandardCharsets.UTF_8, "dumb")),
                new ShellWorkplace(shell, COMMANDS, recorded, said::write));
        try (var stage =
                new LiveStage(
                    front, judge, journal, new LessonFolders(HomeFiles.near(folder)), loop::offer);
            var events =
                engine.subscribe(
                    Clock.systemUTC().instant().plus(engine.info().clockAhead()), stage)) {
          stage.follow(events);
          Thread session = Thread.ofPlatform().daemon().start(() -> loop.run(stage));
          loop.offer(new Input.Open(Optional.empty(), Optional.empty()));
          front.work(loop::offer);
          session.join();
        }
      }
      assertThat(loop.failure()).isEmpty();
      return loop.state().step().isEmpty();
    }
  }

  private Course course(String check) throws IOException {
    Path course = folder.resolve("course");
    Files.createDirectories(course.resolve("lessons"));
    Files.createDirectories(course.resolve("checks"));
    Files.writeString(course.resolve("lessons/10-look.md"), "# Look\n\n## Look\n\nGo.\n");
    Files.writeString(
        course.resolve("checks/10-look.yaml"),
        """
        steps:
          look:
            checks: [{check: It was looked at, %s}]
            solution: docker version
        """
            .formatted(check));
    return Course.open(course);
  }

  private static String filled(String text) {
    return text.replace(
        "ENGINE", System.getenv().getOrDefault("DOCKER_HOST", "unix:///var/run/docker.sock"));
  }
}
