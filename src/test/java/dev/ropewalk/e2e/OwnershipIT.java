package dev.ropewalk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.command.CommandTable;
import dev.ropewalk.command.StoredHelps;
import dev.ropewalk.engine.Engine;
import dev.ropewalk.engine.docker.DockerJavaEngine;
import dev.ropewalk.engine.docker.EngineAddress;
import dev.ropewalk.journal.Journal;
import dev.ropewalk.lesson.Course;
import dev.ropewalk.lesson.LessonId;
import dev.ropewalk.play.Player;
import dev.ropewalk.play.RecordedLines;
import dev.ropewalk.play.ShellWorkplace;
import dev.ropewalk.recorder.Recorder;
import dev.ropewalk.session.Belonging;
import dev.ropewalk.session.Message;
import dev.ropewalk.shell.LearnerShell;
import dev.ropewalk.shell.Limits;
import dev.ropewalk.shell.Screen;
import dev.ropewalk.shell.ShellSetting;
import dev.ropewalk.shell.StartupFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a reset lists and removes on a real engine: each kind of thing, there before, made by
 * another client or made by the learner's line.
 */
@ExtendWith(EngineLock.class)
final class OwnershipIT {
  private static final Limits LIMITS = new Limits(Duration.ofSeconds(60), 1 << 20);
  private static final CommandTable COMMANDS = StoredHelps.table(StoredHelps.OLD);

  @TempDir Path folder;
  private Set<String> volumes = Set.of();
  private Set<String> nameless = Set.of();
  private volatile @Nullable Player playing;

  /**
   * One row of the table. Everything is called {@code rwt-…}; {@code DIR} and {@code DIR2} are
   * folders to build in.
   *
   * @param before what another client does before the lesson opens
   * @param prompt what it does while the learner is at the prompt
   * @param line the learner's
   * @param during what it does while the line runs: the line waits for it where it says {@code
   *     WAIT}
   * @param after what it does when the line has ended
   * @param listed what the reset offers to remove
   * @param left what is there afterwards
   * @param exact what is listed and left where a recorder tells more than words and events can
   */
  record Row(
      String name,
      List<String> before,
      List<String> prompt,
      String line,
      List<String> during,
      List<String> after,
      List<String> listed,
      List<String> left,
      Optional<Exact> exact) {
    record Exact(List<String> listed, List<String> left) {}

    static Row row(String name) {
      return new Row(
          name,
          List.of(),
          List.of(),
          "",
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          Optional.empty());
    }

    Row butByTheRecord(List<String> lists, List<String> leaves) {
      return new Row(
          name,
          before,
          prompt,
          line,
          during,
          after,
          listed,
          left,
          Optional.of(new Exact(lists, leaves)));
    }

    Row exactly() {
      return exact
          .map(
              it ->
                  new Row(
                      name,
                      before,
                      prompt,
                      line,
                      during,
                      after,
                      it.listed(),
                      it.left(),
                      Optional.empty()))
          .orElse(this);
    }

    Row before(String... commands) {
      return new Row(name, List.of(commands), prompt, line, during, after, listed, left, exact);
    }

    Row atThePrompt(String... commands) {
      return new Row(name, before, List.of(commands), line, during, after, listed, left, exact);
    }

    Row line(String text) {
      return new Row(name, before, prompt, text, during, after, listed, left, exact);
    }

    Row meanwhile(String... commands) {
      return new Row(name, before, prompt, line, List.of(commands), after, listed, left, exact);
    }

    Row after(String... commands) {
      return new Row(name, before, prompt, line, during, List.of(commands), listed, left, exact);
    }

    Row lists(String... belongings) {
      return new Row(name, before, prompt, line, during, after, List.of(belongings), left, exact);
    }

    Row leaves(String... objects) {
      return new Row(name, before, prompt, line, during, after, listed, List.of(objects), exact);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private static final String BOX = "docker create --name rwt-box busybox true";
  private static final String DATA =
      "docker run --rm -v rwt-data:/d busybox sh -c 'echo precious >/d/file'";
  private static final String ANONYMOUS = "docker run --name rwt-box -v /d busybox true";
  private static final String NET = "docker network create rwt-net";
  private static final String TAG = "docker tag busybox rwt-tag:1";
  private static final String IMAGE = "docker build -q -t rwt-image:1 DIR";

  static List<Row> containers() {
    return List.of(
        Row.row("container, there and unused").before(BOX).line("docker ps").leaves("rwt-box"),
        Row.row("container, there and used")
            .before(BOX)
            .line("docker start rwt-box; " + BOX)
            .leaves("rwt-box"),
        Row.row("container, of another before")
            .atThePrompt(BOX)
            .line("docker start rwt-box")
            .leaves("rwt-box"),
        Row.row("container, of another meanwhile")
            .line("WAIT; docker create --name rwt-mine busybox")
            .meanwhile(BOX, "docker create busybox true")
            .lists("CONTAINER rwt-mine (busybox, created)")
            .leaves("a container without a name", "rwt-box"),
        Row.row("container, of another while an eval runs")
            .line("eval 'WAIT; true'")
            .meanwhile(BOX)
            .leaves("rwt-box"),
        Row.row("container without a name, of both")
            .line("docker create busybox; WAIT")
            .meanwhile("docker create busybox true")
            .leaves("a container without a name", "a container without a name")
            .butByTheRecord(
                List.of("CONTAINER of docker's name (busybox, created)"),
                List.of("a container without a name")),
        Row.row("container, of another afterwards").line("docker ps").after(BOX).leaves("rwt-box"),
        Row.row("container, of the line").line(BOX).lists("CONTAINER rwt-box (busybox, created)"),
        Row.row("container, of an eval in a function")
            .line("f() { eval \"$1\"; }; f '" + BOX + "'")
            .lists("CONTAINER rwt-box (busybox, created)"),
        Row.row("container, of a job in the background")
            .line("docker run --name rwt-box busybox sleep 60 & sleep 2; docker stop -t 0 rwt-box")
            .lists("CONTAINER rwt-box (busybox, exited)"),
        Row.row("container, twice of the line")
            .line(BOX + "; docker rm rwt-box; " + BOX + "; " + BOX)
            .lists("CONTAINER rwt-box (busybox, created)"));
  }

  static List<Row> volumes() {
    return List.of(
        Row.row("volume, there and unused").before(DATA).line("docker ps").leaves("rwt-data: data"),
        Row.row("volume, there and used")
            .before(DATA)
            .line(
                "docker create --name rwt-box -v rwt-data:/d busybox; docker volume create rwt-data")
            .lists("CONTAINER rwt-box (busybox, created)")
            .leaves("rwt-data: data"),
        Row.row("volume, of another before")
            .atThePrompt(DATA)
            .line("docker create --name rwt-box -v rwt-data:/d busybox")
            .lists("CONTAINER rwt-box (busybox, created)")
            .leaves("rwt-data: data"),
        Row.row("volume, of another meanwhile")
            .line("WAIT; docker volume create rwt-mine")
            .meanwhile(DATA)
            .lists("VOLUME rwt-mine")
            .leaves("rwt-data: data"),
        Row.row("volume, of another while an eval runs")
            .line("eval 'WAIT; true'")
            .meanwhile(DATA)
            .leaves("rwt-data: data"),
        Row.row("volume, of both")
            .line("WAIT; docker volume create rwt-data")
            .meanwhile(DATA)
            .leaves("rwt-data: data"),
        Row.row("volume, of another afterwards")
            .line("docker ps")
            .after(DATA)
            .leaves("rwt-data: data"),
        Row.row("volume, of the line, and of another by the same name afterwards")
            .line("docker volume create rwt-data")
            .after("docker volume rm rwt-data", DATA)
            .leaves("rwt-data: data"),
        Row.row("volume, of the line").line(DATA).lists("VOLUME rwt-data"),
        Row.row("volume, twice of the line")
            .line("docker volume create rwt-data; docker volume create rwt-data; " + DATA)
            .lists("VOLUME rwt-data"));
  }

  static List<Row> anonymous() {
    String mine = "CONTAINER rwt-mine (busybox, created)";
    return List.of(
        Row.row("anonymous volume, there and unused")
            .before(ANONYMOUS)
            .line("docker ps")
            .leaves("an anonymous volume", "rwt-box"),
        Row.row("anonymous volume, there, used, and then alone")
            .before(ANONYMOUS)
            .line("docker create --name rwt-mine --volumes-from rwt-box busybox")
            .after("docker rm rwt-box")
            .lists(mine)
            .leaves("an anonymous volume"),
        Row.row("anonymous volume, of another before")
            .atThePrompt(ANONYMOUS)
            .line("docker create --name rwt-mine --volumes-from rwt-box busybox")
            .lists(mine)
            .leaves("an anonymous volume", "rwt-box"),
        Row.row("anonymous volume, of another meanwhile")
            .line("WAIT; docker create --name rwt-mine -v /d busybox")
            .meanwhile(ANONYMOUS)
            .lists(mine, "VOLUME without a name")
            .leaves("an anonymous volume", "rwt-box"),
        Row.row("anonymous volume, of another while an eval runs")
            .line("eval 'WAIT; true'")
            .meanwhile("docker volume create")
            .leaves("an anonymous volume"),
        Row.row("anonymous volume, of another afterwards")
            .line("docker ps")
            .after(ANONYMOUS)
            .leaves("an anonymous volume", "rwt-box"),
        Row.row("anonymous volume, of the line")
            .line(ANONYMOUS)
            .lists("CONTAINER rwt-box (busybox, exited)", "VOLUME without a name"),
        Row.row("anonymous volume, by itself of the line")
            .line("docker volume create")
            .lists("VOLUME without a name"),
        Row.row("anonymous volume, twice of the line")
            .line(ANONYMOUS + "; docker rm rwt-box; " + ANONYMOUS)
            .lists(
                "CONTAINER rwt-box (busybox, exited)",
                "VOLUME without a name",
                "VOLUME without a name"));
  }

  static List<Row> networks() {
    return List.of(
        Row.row("network, there and unused").before(NET).line("docker ps").leaves("rwt-net"),
        Row.row("network, there and used")
            .before(NET)
            .line("docker create --name rwt-box --network rwt-net busybox; " + NET)
            .lists("CONTAINER rwt-box (busybox, created)")
            .leaves("rwt-net"),
        Row.row("network, of another before").atThePrompt(NET).line(NET).leaves("rwt-net"),
        Row.row("network, of another meanwhile")
            .line("WAIT; docker network create rwt-mine")
            .meanwhile(NET)
            .lists("NETWORK rwt-mine")
            .leaves("rwt-net"),
        Row.row("network, of another while an eval runs")
            .line("eval 'WAIT; true'")
            .meanwhile(NET)
            .leaves("rwt-net"),
        Row.row("network, of another afterwards").line("docker ps").after(NET).leaves("rwt-net"),
        Row.row("network, of the line").line(NET).lists("NETWORK rwt-net"),
        Row.row("network, twice of the line")
            .line(NET + "; docker network rm rwt-net; " + NET + "; " + NET)
            .lists("NETWORK rwt-net"));
  }

  static List<Row> tags() {
    return List.of(
        Row.row("tag, there and unused").before(TAG).line("docker ps").leaves("rwt-tag:1 busybox"),
        Row.row("tag, there and given again").before(TAG).line(TAG).leaves("rwt-tag:1 busybox"),
        Row.row("tag, there and moved")
            .before(TAG)
            .line("docker tag redis rwt-tag:1")
            .leaves("rwt-tag:1 redis"),
        Row.row("tag, of another before and moved")
            .atThePrompt(TAG)
            .line("docker tag redis rwt-tag:1")
            .leaves("rwt-tag:1 redis"),
        Row.row("tag, of another meanwhile")
            .line("WAIT; docker tag redis rwt-mine:1")
            .meanwhile(TAG)
            .lists("NAME rwt-mine:1")
            .leaves("rwt-tag:1 busybox"),
        Row.row("tag, of both")
            .line("WAIT; docker tag redis rwt-tag:1")
            .meanwhile(TAG)
            .leaves("rwt-tag:1 redis"),
        Row.row("tag, of another afterwards")
            .line("docker ps")
            .after(TAG)
            .leaves("rwt-tag:1 busybox"),
        Row.row("tag, of the line").line(TAG).lists("NAME rwt-tag:1"),
        Row.row("tag, twice of the line")
            .line(TAG + "; docker tag redis rwt-tag:1")
            .lists("NAME rwt-tag:1"));
  }

  static List<Row> images() {
    return List.of(
        Row.row("image, there and unused")
            .before(IMAGE)
            .line("docker ps")
            .leaves("rwt-image:1 built"),
        Row.row("image, there and used")
            .before(IMAGE)
            .line(IMAGE + "; docker tag rwt-image:1 rwt-mine:1")
            .lists("NAME rwt-mine:1")
            .leaves("rwt-image:1 built"),
        Row.row("image, there and replaced under its name")
            .before(IMAGE)
            .line("docker build -q -t rwt-image:1 DIR2")
            .leaves("an image without a name", "rwt-image:1 built"),
        Row.row("image, of another before")
            .atThePrompt(IMAGE)
            .line(IMAGE)
            .leaves("rwt-image:1 built"),
        Row.row("image, of another meanwhile")
            .line("WAIT; docker build -q -t rwt-mine:1 DIR2")
            .meanwhile(IMAGE)
            .lists("IMAGE rwt-mine:1")
            .leaves("rwt-image:1 built"),
        Row.row("image without a name, of another while an eval runs")
            .line("eval 'WAIT; true'")
            .meanwhile("docker build -q DIR")
            .leaves("an image without a name"),
        Row.row("image, of another afterwards")
            .line("docker ps")
            .after(IMAGE)
            .leaves("rwt-image:1 built"),
        Row.row("image, of the line").line(IMAGE).lists("IMAGE rwt-image:1"),
        Row.row("image without a name, of the line")
            .line("docker build -q DIR")
            .lists("IMAGE without a name"),
        Row.row("image, committed by the line")
            .line(BOX + "; docker commit rwt-box rwt-image:1")
            .lists("CONTAINER rwt-box (busybox, created)", "IMAGE rwt-image:1"),
        Row.row("image, twice of the line")
            .line(IMAGE + "; docker build -q -t rwt-image:1 DIR2")
            .lists("IMAGE rwt-image:1", "IMAGE without a name"));
  }

  @BeforeEach
  void clean() throws IOException {
    Docker.run("pull", "-q", "busybox");
    Docker.run("pull", "-q", "redis");
    sweep();
    for (String image : List.of("image", "image2")) {
      Path context = Files.createDirectories(folder.resolve(image));
      Files.writeString(
          context.resolve("Dockerfile"), "FROM busybox\nLABEL rwt=yes made=%s\n".formatted(image));
    }
    RecordedRows.write(folder);
    volumes = Docker.volumes();
    nameless = namelessImages();
  }

  @AfterEach
  void sweep() {
    run("docker rm -f -v $(docker ps -aq --filter ancestor=busybox) 2>/dev/null");
    run("docker rm -f -v $(docker ps -aq --filter name=rwt-) 2>/dev/null");
    run("docker rmi -f $(docker images -q --filter label=rwt=yes) 2>/dev/null");
    run("docker rmi rwt-tag:1 rwt-mine:1 rwt-image:1 2>/dev/null");
    run("docker volume rm rwt-data rwt-mine 2>/dev/null");
    run("docker network rm rwt-net rwt-mine 2>/dev/null");
    if (!volumes.isEmpty()) {
      Docker.volumes().stream()
          .filter(volume -> !volumes.contains(volume))
          .forEach(volume -> Docker.run("volume", "rm", volume));
    }
  }

  @ParameterizedTest
  @MethodSource({"containers", "volumes", "anonymous", "networks", "tags", "images"})
  void what_is_ours_by_words_and_events_is_listed_and_removed(Row row) throws Exception {
    try (RecordedLines lines = RecordedLines.none()) {
      plays(row, lines);
    }
  }

  @ParameterizedTest
  @MethodSource({
    "containers",
    "volumes",
    "anonymous",
    "networks",
    "tags",
    "images",
    "dev.ropewalk.e2e.RecordedRows#all"
  })
  void exactly_what_is_ours_by_the_record_is_listed_and_removed(Row row) throws Exception {
    try (RecordedLines lines =
        RecordedLines.with(
            (sockets, listener) -> Recorder.start(sockets, address(), listener),
            () -> true,
            Set::of,
            input -> Objects.requireNonNull(playing).hear(input))) {
      plays(row.exactly(), lines);
    }
  }

  private void plays(Row row, RecordedLines lines) throws Exception {
    row.before().forEach(this::foreign);
    try (Journal journal = Journal.open(folder.resolve("journal.jsonl"));
        Engine engine = engine();
        LearnerShell shell = shell();
        Player player =
            new Player(
                course(),
                engine,
                COMMANDS,
                journal,
                new ShellWorkplace(shell, COMMANDS, lines, _ -> {}),
                Clock.systemUTC())) {
      playing = player;
      player.open(new LessonId("ours"), Optional.empty());
      row.prompt().forEach(this::foreign);

      var meanwhile = CompletableFuture.runAsync(() -> meanwhile(row));
      player.type(filled(row.line()));
      meanwhile.join();
      row.after().forEach(this::foreign);

      assertThat(listed(player.type(":reset"))).containsExactlyInAnyOrderElementsOf(row.listed());
      if (!row.listed().isEmpty()) {
        player.type("y");
      }
    }
    assertThat(left()).containsExactlyInAnyOrderElementsOf(row.left());
  }

  private static Engine engine() {
    return DockerJavaEngine.connect(address());
  }

  private static EngineAddress address() {
    return EngineAddress.find(System.getenv(), Path.of(System.getProperty("user.home")));
  }

  private LearnerShell shell() {
    return LearnerShell.of(
        new ShellSetting(folder, Map.of(), StartupFiles.SKIPPED, new Screen.Captured(LIMITS)),
        Clock.systemUTC());
  }

  private Course course() throws IOException {
    Path course = folder.resolve("course");
    Files.createDirectories(course.resolve("lessons"));
    Files.createDirectories(course.resolve("checks"));
    Files.writeString(course.resolve("lessons/10-ours.md"), "# Ours\n\n## Ask\n\nGo.\n");
    Files.writeString(
        course.resolve("checks/10-ours.yaml"),
        """
        steps:
          ask:
            checks: [{check: the version was asked for, typed: {docker: version}}]
            solution: docker version
        """);
    return Course.open(course);
  }

  private String filled(String command) {
    return command
        .replace("FOLDER", folder.toString())
        .replace(
            "ENGINE", System.getenv().getOrDefault("DOCKER_HOST", "unix:///var/run/docker.sock"))
        .replace("DIR", folder.resolve("image").toString())
        .replace(
            "WAIT", "touch %1$s/up; while [ ! -e %1$s/go ]; do sleep 0.05; done".formatted(folder));
  }

  /** What another client does while the line waits for it. */
  private void meanwhile(Row row) {
    if (!row.during().isEmpty()) {
      run("while [ ! -e up ]; do sleep 0.05; done");
      row.during().forEach(this::foreign);
      run("touch go");
    }
  }

  private void foreign(String command) {
    run(filled(command));
  }

  /** Runs a command line in a shell that ropewalk knows nothing of. */
  private void run(String command) {
    try {
      Process process =
          new ProcessBuilder("bash", "-c", command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .start();
      process.getOutputStream().close();
      process.getInputStream().readAllBytes();
      process.waitFor();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(command, e);
    }
  }

  private static List<String> listed(List<Message> said) {
    return said.stream()
        .filter(Message.ResetPlan.class::isInstance)
        .flatMap(plan -> ((Message.ResetPlan) plan).belongings().stream())
        .map(OwnershipIT::words)
        .toList();
  }

  private static String words(Belonging belonging) {
    return belonging.kind()
        + " "
        + belonging
            .shown()
            .replaceAll("^[0-9a-f]{12} \\((without a name)\\)$", "$1")
            .replaceAll("^[a-z]+_[a-z]+ \\(", "of docker's name (");
  }

  /** Everything on the engine that this test is about. */
  private List<String> left() {
    List<String> left = new ArrayList<>();
    Docker.run("ps", "-a", "--filter", "ancestor=busybox", "--format", "{{.Names}}")
        .lines()
        .map(name -> name.startsWith("rwt-") ? name : "a container without a name")
        .forEach(left::add);
    for (String volume : new TreeSet<>(Docker.volumes())) {
      if (!volumes.contains(volume)) {
        left.add(volume.matches("[0-9a-f]{64}") ? "an anonymous volume" : volume + data(volume));
      }
    }
    Docker.run("network", "ls", "--filter", "name=rwt-", "--format", "{{.Name}}")
        .lines()
        .forEach(left::add);
    Docker.run("images", "--format", "{{.Repository}}:{{.Tag}} {{.ID}}")
        .lines()
        .filter(line -> line.startsWith("rwt-"))
        .map(line -> line.substring(0, line.indexOf(' ')))
        .map(name -> name + " " + image(name))
        .forEach(left::add);
    namelessImages().stream()
        .filter(image -> !nameless.contains(image))
        .forEach(_ -> left.add("an image without a name"));
    return left;
  }

  private static String image(String name) {
    String id = Docker.run("inspect", "--format", "{{.Id}}", name);
    return List.of("busybox", "redis").stream()
        .filter(known -> Docker.run("inspect", "--format", "{{.Id}}", known).equals(id))
        .findFirst()
        .orElse("built");
  }

  private static String data(String volume) {
    String text = Docker.run("run", "--rm", "-v", volume + ":/d", "busybox", "cat", "/d/file");
    return text.equals("precious") ? ": data" : ": empty";
  }

  private static Set<String> namelessImages() {
    return new TreeSet<>(
        Docker.run("images", "-q", "--no-trunc", "--filter", "dangling=true").lines().toList());
  }
}
