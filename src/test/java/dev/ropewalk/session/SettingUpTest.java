package dev.ropewalk.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.journal.Entry;
import dev.ropewalk.journal.LaidFiles;
import dev.ropewalk.lesson.Seed;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A lesson brings files along, and sets up what the learner finds. */
final class SettingUpTest {
  private static final String PLACE = "/home/ann/ropewalk/broken";
  private static final LaidFiles LAID = new LaidFiles(PLACE, Map.of("shop.conf", "1f"));
  private static final Map<String, String> COURSE =
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

  @TempDir private Path folder;

  private Rehearsal opened() {
    return Rehearsal.of(folder, COURSE, Seed.NONE).open("broken").looked(SampleWorld.REDIS_ONLY);
  }

  private static Input laid() {
    return new Input.Laid(LAID, List.of(), Map.of(), Optional.empty());
  }

  /** Only the folder is made where it is gone: what the learner has made of the files stays. */
  private static Input bare() {
    return new Input.Laid(new LaidFiles(PLACE, Map.of()), List.of(), Map.of(), Optional.empty());
  }

  /** Everything up to the first step's prompt. */
  private Rehearsal begun() {
    Rehearsal play = opened().input(laid());
    play.finished(line(play));
    String setup = line(play);
    return play.happens("create", "shop")
        .input(ended(setup, "docker create --name shop redis", 0))
        .looked(SampleWorld.with("shop"))
        .input(new Input.FilesSeen(List.of("shop.conf")));
  }

  /** A line that has run these commands. */
  private static Input ended(String line, String commands, int exitCode) {
    return new Input.Finished(
        line,
        List.of(commands),
        Rehearsal.asked(commands),
        Rehearsal.use(commands),
        exitCode,
        Path.of("home"),
        Input.Finished.Shell.LIVES);
  }

  private static String line(Rehearsal play) {
    return play.only(Effect.Run.class).line();
  }

  @Test
  void a_lesson_lays_its_files_before_it_opens() {
    var lay = opened().only(Effect.Lay.class);

    assertThat(lay.folder().name()).isEqualTo("broken");
    assertThat(lay.before()).isEmpty();
    assertThat(lay.folder().files())
        .singleElement()
        .satisfies(
            file -> {
              assertThat(file.path()).isEqualTo("shop.conf");
              assertThat(file.text()).contains("port = 8001\n");
            });
  }

  @Test
  void the_shell_goes_to_the_folder_where_the_learner_sees_it() {
    Rehearsal play = opened().input(laid());

    assertThat(line(play)).isEqualTo("cd -- " + PLACE);
    assertThat(play.said()).contains(new Message.Typing("cd -- " + PLACE));
  }

  @Test
  void the_setup_runs_unseen_and_what_it_makes_is_the_lessons() {
    Rehearsal play = opened().input(laid());
    play.finished(line(play));

    assertThat(line(play)).contains("docker create --name shop redis");
    assertThat(play.said()).noneMatch(Message.Typing.class::isInstance);

    play = begun();
    assertThat(play.state().standing().owned()).hasSize(1);
    assertThat(play.openStep().isUntouched()).isTrue();
    assertThat(play.said()).anyMatch(Message.StepText.class::isInstance);
    assertThat(play.state().phase()).isInstanceOf(Phase.AtPrompt.class);
  }

  @Test
  void what_the_setup_did_is_no_act_of_the_learner_in_a_session_of_another_day() {
    Rehearsal next = begun().again().open("broken").looked(SampleWorld.with("shop"));
    assertThat(next.only(Effect.Lay.class).folder().files()).isEmpty();
    next.input(bare());
    assertThat(line(next)).isEqualTo("cd -- " + PLACE);
    next.input(ended("cd -- " + PLACE, "", 0));

    assertThat(next.openStep().isUntouched()).isTrue();
    assertThat(next.state().standing().owned()).hasSize(1);
    assertThat(next.state().standing().laid()).contains(LAID);
    assertThat(next.all(Effect.Run.class)).isEmpty();
  }

  /** The second step, at the beginning of which these files are as the lesson has laid them. */
  private Rehearsal atSecondStep(List<String> unchanged) {
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
        .input(new Input.FilesSeen(unchanged));
  }

  @Test
  void each_step_may_be_set_up() {
    Rehearsal play = atSecondStep(List.of("shop.conf"));

    assertThat(play.openStep().id().slug()).isEqualTo("stop-it");
    assertThat(play.openStep().beginning().orElseThrow().files()).containsExactly("shop.conf");
    assertThat(play.state().phase()).isInstanceOf(Phase.AtPrompt.class);
  }

  @Test
  void a_step_that_begins_again_gets_its_files_again_and_the_learners_are_kept() {
    Rehearsal play = begun().typed("rm shop.conf");
    play.input(ended("rm shop.conf", "", 0)).looked(SampleWorld.with("shop"));
    play.judged(SampleVerdict.FAILED).typed(":retry").looked(SampleWorld.with("shop"));

    var lay = play.only(Effect.Lay.class);
    assertThat(lay.folder().files())
        .singleElement()
        .satisfies(file -> assertThat(file.path()).isEqualTo("shop.conf"));
    assertThat(lay.before()).contains(LAID);
    assertThat(lay.judged()).isEmpty();

    play.input(
        new Input.Laid(
            LAID, List.of(), Map.of("shop.conf", "shop.conf.yours-1"), Optional.empty()));
    assertThat(play.said())
        .contains(new Message.Note(Phrases.keptAside("shop.conf", "shop.conf.yours-1")))
        .anyMatch(Message.StepText.class::isInstance);
    assertThat(play.openStep().isUntouched()).isTrue();
    assertThat(play.state().phase()).isInstanceOf(Phase.AtPrompt.class);
  }

  @Test
  void a_file_that_a_step_before_has_changed_stays_as_it_was_then() {
    Rehearsal play = atSecondStep(List.of());

    play.typed(":retry").looked(SampleWorld.with("shop"));

    assertThat(play.all(Effect.Lay.class)).isEmpty();
    assertThat(play.said()).anyMatch(Message.StepText.class::isInstance);
  }

  @Test
  void where_files_cannot_be_laid_again_that_is_told_and_the_step_begins_all_the_same() {
    Rehearsal play = atSecondStep(List.of("shop.conf"));

    play.typed(":retry").looked(SampleWorld.with("shop"));
    play.input(new Input.Laid(LAID, List.of(), Map.of(), Optional.of("No space left on device")));

    assertThat(play.said())
        .anySatisfy(
            message ->
                assertThat(message)
                    .isInstanceOfSatisfying(
                        Message.Trouble.class,
                        it -> assertThat(it.text()).contains("No space left on device")))
        .anyMatch(Message.StepText.class::isInstance);
  }

  @Test
  void a_setup_that_fails_is_told_and_can_be_tried_again() {
    Rehearsal play = opened().input(laid());
    play.finished(line(play));
    play.input(ended(line(play), "docker create --name shop redis", 3));

    assertThat(play.said())
        .anySatisfy(
            message ->
                assertThat(message)
                    .isInstanceOfSatisfying(
                        Message.Trouble.class,
                        it -> assertThat(it.text()).contains("ended with 3").contains(":retry")));
    assertThat(play.journal()).noneMatch(Entry.StageNoted.class::isInstance);

    play.typed(":retry").looked(SampleWorld.REDIS_ONLY);
    play.looked(SampleWorld.REDIS_ONLY).input(laid());
    assertThat(line(play)).startsWith("cd ");
  }

  @Test
  void one_that_was_cut_off_is_done_again_after_asking() {
    Rehearsal play = opened().input(laid());
    play.finished(line(play));
    play.happens("create", "shop");

    Rehearsal next = play.again().open("broken").looked(SampleWorld.with("shop"));
    next.input(bare()).input(ended("cd -- " + PLACE, "", 0));

    assertThat(next.said()).contains(new Message.Note(Phrases.SETUP_CUT_OFF));
  }

  @Test
  void a_solution_is_typed_in_the_folder_wherever_the_shell_is() {
    Rehearsal play = begun().typed("cd /srv");
    play.input(ended("cd /srv", "", 0)).looked(SampleWorld.with("shop"));
    assertThat(play.only(Effect.Verify.class).history().whereabouts().files())
        .isEqualTo(Path.of(PLACE));

    play.judged(SampleVerdict.FAILED).typed(":skip").looked(SampleWorld.with("shop"));
    assertThat(line(play)).isEqualTo("cd -- " + PLACE);
    play.input(ended("cd -- " + PLACE, "", 0));
    assertThat(line(play)).isEqualTo("docker start shop");
  }

  @Test
  void nothing_of_it_is_typed_where_the_folder_is_gone() {
    Rehearsal play = begun().typed("cd /srv");
    play.input(ended("cd /srv", "", 0)).looked(SampleWorld.with("shop"));
    play.judged(SampleVerdict.FAILED).typed(":skip").looked(SampleWorld.with("shop"));

    play.input(ended("cd -- " + PLACE, "", 1));

    assertThat(play.all(Effect.Run.class)).isEmpty();
    assertThat(play.said()).contains(new Message.Trouble(Phrases.NO_FOLDER));
    assertThat(play.state().phase()).isInstanceOf(Phase.AtPrompt.class);
  }

  @Test
  void files_of_the_learners_keep_the_door_shut() {
    Rehearsal play =
        opened()
            .input(
                new Input.Laid(
                    new LaidFiles(PLACE, Map.of()),
                    List.of("shop.conf"),
                    Map.of(),
                    Optional.empty()));

    assertThat(play.said())
        .singleElement()
        .isInstanceOfSatisfying(
            Message.Door.class,
            door ->
                assertThat(door.obstacles())
                    .singleElement()
                    .satisfies(
                        it -> {
                          assertThat(it.says()).contains(PLACE).contains("shop.conf");
                          assertThat(it.remedy()).contains("mv " + PLACE);
                        }));
    assertThat(play.journal()).isEmpty();

    play.typed("").looked(SampleWorld.REDIS_ONLY);
    assertThat(play.all(Effect.Lay.class)).hasSize(1);
  }

  @Test
  void a_reset_lays_the_files_again_and_tells_where_the_changed_ones_are() {
    Rehearsal play = begun().typed(":reset").looked(SampleWorld.with("shop")).typed("y");
    String removal = line(play);
    play.happens("destroy", "shop").finished(removal).looked(SampleWorld.REDIS_ONLY);

    assertThat(play.only(Effect.Lay.class).before()).contains(LAID);
    play.input(
        new Input.Laid(
            LAID, List.of(), Map.of("shop.conf", "shop.conf.yours-1"), Optional.empty()));
    assertThat(play.said())
        .contains(new Message.Note(Phrases.keptAside("shop.conf", "shop.conf.yours-1")));
  }
}
