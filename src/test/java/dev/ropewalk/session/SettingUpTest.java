package dev.ropewalk.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.journal.Entry;
import dev.ropewalk.journal.LaidFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A lesson brings files along, and sets up what the learner finds. */
final class SettingUpTest extends BrokenLesson {
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

  @Test
  void each_step_may_be_set_up() {
    Rehearsal play = atSecondStep(List.of("shop.conf"));

    assertThat(play.openStep().id().slug()).isEqualTo("stop-it");
    assertThat(play.openStep().beginning().orElseThrow().files()).containsExactly("shop.conf");
    assertThat(play.state().phase()).isInstanceOf(Phase.AtPrompt.class);
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
}
