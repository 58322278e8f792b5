package dev.ropewalk.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.journal.LaidFiles;
import dev.ropewalk.lesson.Seed;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

/** A lesson that brings a file along and sets up each of its two steps. */
abstract class BrokenLesson {
  static final String PLACE = "/home/ann/ropewalk/broken";

  static final LaidFiles LAID = new LaidFiles(PLACE, Map.of("shop.conf", "1f"));

  static final Map<String, String> COURSE =
      Map.of(
          "lessons/10-broken.md",
          "# Broken\n\nMend it.\n\n## Start it\n\nGo.\n\n## Stop it\n\nGo.\n",
          "files/broken/shop.conf",
          "port = ${port}\n",
          "checks/10-broken.yaml",
          """
          vary: {port: {pick: [8001]}}
          files: {folder: files/broken, fill: [shop.conf]}
          setup: docker create --name shop redis
          steps:
            start-it:
              checks:
                - {check: shop runs, container: shop, expect: {state: running}}
              solution: docker start shop
            stop-it:
              setup: docker pause shop
              checks:
                - {check: shop ended, container: shop, expect: {state: exited}}
              solution: docker unpause shop; docker stop shop
          """);

  @TempDir Path folder;

  Rehearsal opened() {
    return Rehearsal.of(folder, COURSE, Seed.NONE).open("broken").looked(SampleWorld.REDIS_ONLY);
  }

  static Input laid() {
    return new Input.Laid(LAID, List.of(), Map.of(), Optional.empty());
  }

  /** Only the folder is made where it is gone: what the learner has made of the files stays. */
  static Input bare() {
    return new Input.Laid(new LaidFiles(PLACE, Map.of()), List.of(), Map.of(), Optional.empty());
  }

  /** Everything up to the first step's prompt. */
  Rehearsal begun() {
    Rehearsal play = opened().input(laid());
    play.finished(line(play));
    String setup = line(play);
    return play.happens("create", "shop")
        .input(ended(setup, "docker create --name shop redis", 0))
        .looked(SampleWorld.with("shop"))
        .input(new Input.FilesSeen(List.of("shop.conf"), Map.of()));
  }

  /** A line that has run these commands. */
  static Input ended(String line, String commands, int exitCode) {
    return new Input.Finished(
        line,
        List.of(commands),
        LineWords.asked(commands),
        LineWords.use(commands),
        exitCode,
        Path.of("home"),
        Input.Finished.Shell.LIVES);
  }

  static String line(Rehearsal play) {
    return play.only(Effect.Run.class).line();
  }

  /** The second step, at the beginning of which these files are as the lesson has laid them. */
  Rehearsal atSecondStep(List<String> unchanged) {
    return atSecondStep(new Input.FilesSeen(unchanged, Map.of()));
  }

  /** The same, at the beginning of which the files were seen to be so. */
  Rehearsal atSecondStep(Input.FilesSeen files) {
    Rehearsal play =
        begun()
            .typed("docker start shop")
            .happens("start", "shop")
            .finished("docker start shop")
            .looked(SampleWorld.with("shop"))
            .judged(SampleVerdict.PASSED);
    assertThat(line(play)).contains("docker pause shop").contains("cd -- " + PLACE);
    return play.input(ended(line(play), "docker pause shop", 0))
        .looked(SampleWorld.with("shop"))
        .input(files);
  }
}
