package dev.ropewalk.session;

import static dev.ropewalk.session.SampleAsked.created;
import static dev.ropewalk.session.SampleVerdict.FAILED;
import static dev.ropewalk.session.SampleVerdict.PASSED;
import static dev.ropewalk.session.SampleVerdict.PENDING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.check.Diagnosis;
import dev.ropewalk.check.LearnerAct;
import dev.ropewalk.check.Verdict;
import dev.ropewalk.engine.EngineEvent;
import dev.ropewalk.engine.World;
import dev.ropewalk.journal.Entry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The learner's own shells, with the course beside them. */
final class ElsewhereTest {
  private static final String LINE = "docker run -d --name box redis";

  @TempDir private Path folder;

  private Rehearsal beside() {
    return Rehearsal.beside(folder).open("first").looked(SampleWorld.REDIS_ONLY);
  }

  private static Input ran(String shell, String line) {
    return new Input.RanElsewhere(shell, line, OptionalInt.of(3), 0, Path.of("there"));
  }

  @Test
  void the_checks_are_judged_and_shown_as_the_step_opens() {
    Rehearsal play = beside();
    assertThat(play.did()).containsExactly(Effect.Ready.class, Effect.Verify.class);

    play.judged(FAILED, FAILED);

    assertThat(play.said()).singleElement().isInstanceOf(Message.Verdicts.class);
    assertThat(((Message.Verdicts) play.said().getFirst()).detail())
        .as("what to do is not given away before a try")
        .isEqualTo(Message.Verdicts.Detail.BEFORE_A_TRY);
    assertThat(play.judged(FAILED, FAILED).said()).as("told once").isEmpty();

    play.input(new Input.BeganElsewhere("shell-1", LINE));
    play.input(ran("shell-1", LINE)).looked(SampleWorld.REDIS_ONLY).judged(FAILED, FAILED);
    assertThat(play.said())
        .filteredOn(Message.Verdicts.class::isInstance)
        .extracting(said -> ((Message.Verdicts) said).detail())
        .containsOnly(Message.Verdicts.Detail.FIRST_REASON);
  }

  @Test
  void a_line_of_a_shell_is_kept_and_judged_without_a_turn() {
    Rehearsal play = beside().input(new Input.BeganElsewhere("shell-1", LINE));

    play.input(created("box")).happens("create", "box").happens("start", "box");
    play.input(ran("shell-1", LINE)).looked(SampleWorld.with("box")).judged(FAILED, PASSED);

    assertThat(play.openStep().acts())
        .contains(new LearnerAct.Line(LINE, List.of(), OptionalInt.of(3), "shell-1", 0));
    assertThat(play.state().standing().owned())
        .extracting(EngineEvent::id)
        .containsExactly(SampleWorld.id("box"));
    assertThat(play.did()).containsExactly(Effect.Reprompt.class);
  }

  @Test
  void a_container_that_was_said_to_run_is_told_when_it_has_ended() {
    Rehearsal play = beside();
    play.input(created("box")).happens("create", "box").happens("start", "box");
    play.input(ran("shell-1", LINE)).looked(SampleWorld.with("box")).judged(FAILED, FAILED);

    play.happens("die", "box");
    assertThat(play.did()).contains(Effect.Look.class);

    play.looked(SampleWorld.ended("box"));
    assertThat(play.said()).hasAtLeastOneElementOfType(Message.Changes.class);
  }

  @Test
  void a_try_without_docker_is_judged_and_told() {
    Rehearsal play = beside().judged(FAILED, FAILED);

    play.input(ran("shell-1", "echo create")).looked(SampleWorld.REDIS_ONLY);

    play.judged(FAILED, FAILED);
    assertThat(play.said()).hasExactlyElementsOfTypes(Message.Verdicts.class);
  }

  /** The engine tells of an effect before the shell tells of its line. */
  @Test
  void what_ends_the_step_is_told_though_its_line_has_not_ended_yet() {
    Rehearsal play = beside().input(new Input.BeganElsewhere("shell-1", LINE));
    play.after(Duration.ofSeconds(1)).input(created("box"));
    play.happens("create", "box").happens("start", "box");

    play.judged(PASSED, PASSED).woken().judged(PASSED, PASSED).looked(SampleWorld.with("box"));

    assertThat(play.said())
        .hasExactlyElementsOfTypes(
            Message.Changes.class,
            Message.Verdicts.class,
            Message.StepDone.class,
            Message.StepText.class);
  }

  /** What a line asked for has ended the step; that it was thrown away is known at its end. */
  @Test
  void a_line_that_is_about_to_end_is_waited_for() {
    Rehearsal play = beside().input(new Input.BeganElsewhere("shell-1", LINE));
    play.after(Duration.ofSeconds(1)).input(created("box"));
    play.happens("create", "box").happens("start", "box");
    play.judged(PASSED, PASSED);
    assertThat(play.openStep().acts()).noneMatch(LearnerAct.Line.class::isInstance);

    play.input(ran("shell-1", LINE)).looked(SampleWorld.with("box")).judged(PASSED, FAILED);

    assertThat(play.said()).noneMatch(Message.StepDone.class::isInstance);
    assertThat(play.said()).hasAtLeastOneElementOfType(Message.Verdicts.class);
  }

  @Test
  void what_has_run_on_since_an_earlier_step_is_no_try_of_the_next() {
    Rehearsal play = beside().input(new Input.BeganElsewhere("shell-1", LINE));
    play.after(Duration.ofSeconds(1)).input(created("box"));
    play.happens("create", "box").happens("start", "box");
    play.judged(PASSED, PASSED).woken().judged(PASSED, PASSED).looked(SampleWorld.with("box"));
    play.judged(FAILED);

    play.input(ran("shell-1", LINE)).looked(SampleWorld.with("box")).judged(FAILED);

    assertThat(play.journal()).noneMatch(Entry.Struggled.class::isInstance);
  }

  /** There docker itself can only name the socket that it was led to. */
  @Test
  void that_the_engine_is_away_is_said_once_by_its_own_name() {
    Rehearsal play = beside().input(new Input.BeganElsewhere("shell-1", LINE)).lost();

    assertThat(play.said())
        .containsExactly(new Message.Trouble(Phrases.engineLost("nobody is there.")));
    play.input(ran("shell-1", LINE)).lookFailed();
    assertThat(play.said()).as("not again after a line").isEmpty();
    assertThat(play.back().said()).containsExactly(new Message.Note(Phrases.ENGINE_BACK));
  }

  @Test
  void two_shells_are_told_apart() {
    Rehearsal play = beside().input(new Input.BeganElsewhere("shell-1", "docker logs -f box"));
    play.input(new Input.BeganElsewhere("shell-2", "ls")).input(ran("shell-2", "ls"));

    play.input(new Input.Consulted(7, Consultation.STATUS, ""));

    assertThat(play.only(Effect.Reply.class).messages().toString())
        .contains("`docker logs -f box`")
        .doesNotContain("`ls`");
    assertThat(play.input(new Input.LeftElsewhere("shell-1")).state().runningElsewhere()).isEmpty();
  }

  @Test
  void a_second_line_that_ends_while_the_first_is_judged_is_judged_too() {
    Rehearsal play = beside().input(ran("shell-1", "ls")).looked(SampleWorld.REDIS_ONLY);
    long round = play.state().round();

    play.input(ran("shell-2", LINE));

    assertThat(play.did()).containsExactly(Effect.Verify.class);
    assertThat(play.judged(round, FAILED, FAILED).effects()).isEmpty();
    assertThat(play.judged(FAILED, FAILED).said()).hasSize(1);
  }

  @Test
  void what_the_step_asks_for_counts_though_no_line_is_known() {
    Rehearsal play = beside().happens("create", "box").happens("start", "box");

    assertThat(play.state().standing().owned()).hasSize(1);
    play.judged(PASSED, PASSED).woken().judged(PASSED, PASSED).looked(SampleWorld.with("box"));
    assertThat(play.journal()).anyMatch(Entry.StepDone.class::isInstance);
  }

  @Test
  void a_container_that_somebody_has_named_otherwise_does_not_count() {
    Rehearsal play = beside().happens("create", "production").happens("start", "production");

    assertThat(play.state().standing().owned()).isEmpty();
    assertThat(play.effects()).isEmpty();
  }

  @Test
  void a_container_that_docker_has_named_counts_by_its_image() {
    Rehearsal play = beside().happens("create", "happy_turing");

    assertThat(play.state().standing().owned()).hasSize(1);
    play.input(
        new Input.Happened(
            new EngineEvent.ToContainer(
                play.now(), "create", SampleWorld.id("x"), "sad_turing", "postgres", Map.of())));
    assertThat(play.state().standing().owned()).hasSize(1);
  }

  @Test
  void what_was_there_before_is_not_the_learners() {
    Rehearsal play = Rehearsal.beside(folder).open("first").looked(SampleWorld.with("box"));

    play.happens("create", "box");

    assertThat(play.state().standing().owned()).isEmpty();
  }

  @Test
  void what_time_may_mend_is_looked_at_again_though_nobody_tells_of_a_lines_end() {
    Rehearsal play = beside().happens("create", "box").happens("start", "box");

    play.judged(PENDING, PASSED);

    assertThat(play.did()).containsExactly(Effect.Wake.class);
    assertThat(play.woken().did()).containsExactly(Effect.Verify.class);
  }

  @Test
  void at_the_courses_own_prompt_nothing_counts_by_its_name() {
    Rehearsal play = Rehearsal.opened(folder).happens("create", "box");

    assertThat(play.state().standing().owned()).isEmpty();
  }

  @Test
  void a_name_that_somebody_gives_or_takes_is_judged_again_and_others_are_not() {
    Rehearsal play = beside().judged(FAILED, FAILED);

    assertThat(play.input(renamed("old", "box")).did()).containsExactly(Effect.Verify.class);
    assertThat(play.input(renamed("box", "old")).did()).containsExactly(Effect.Verify.class);
    assertThat(play.input(renamed("this", "that")).did()).isEmpty();
    assertThat(play.state().standing().owned()).isEmpty();
  }

  private static Input renamed(String from, String to) {
    return new Input.Happened(
        new EngineEvent.ToContainer(
            Instant.EPOCH,
            "rename",
            SampleWorld.id("alien"),
            to,
            "redis",
            Map.of("oldName", "/" + from)));
  }

  @Test
  void a_command_that_nobody_saw_is_no_command_that_was_not_run() {
    Rehearsal play = Rehearsal.beside(folder).open("second").looked(SampleWorld.REDIS_ONLY);
    play.happens("create", "box").happens("start", "box").judged(PASSED);
    play.looked(SampleWorld.with("box"));
    Verdict failed =
        new Verdict.Failed(
            "docker ps",
            "nothing",
            new Diagnosis(Diagnosis.Progress.NOTHING_DONE, "You have not run it.", ""),
            Verdict.Outlook.FINAL);

    play.judged(failed);

    assertThat(play.state().verdicts())
        .extracting(it -> ((Verdict.Failed) it).why())
        .containsExactly(Judgement.UNSEEN);

    play.input(new Input.JoinedElsewhere("shell-1")).input(ran("shell-1", "ls docker"));
    play.looked(SampleWorld.with("box")).judged(failed);

    assertThat(play.state().verdicts())
        .extracting(it -> ((Verdict.Failed) it).why().says())
        .containsExactly("You have not run it.");
  }

  @Test
  void a_door_that_was_shut_opens_when_what_was_missing_has_come() {
    Rehearsal play = Rehearsal.beside(folder).open("second").looked(World.EMPTY);
    assertThat(play.said()).last().isInstanceOf(Message.FetchOffer.class);

    play.input(
        new Input.Happened(
            new EngineEvent.ToImage(play.now(), "pull", "redis:latest", "redis", Map.of())));

    assertThat(play.did()).containsExactly(Effect.Look.class);
    assertThat(play.looked(SampleWorld.REDIS_ONLY).said())
        .anyMatch(Message.StepText.class::isInstance);
  }
}
