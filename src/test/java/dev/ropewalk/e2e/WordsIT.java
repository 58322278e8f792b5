package dev.ropewalk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The words that begin with a colon. */
@ExtendWith(EngineLock.class)
class WordsIT {
  private static final String FOREIGN = "somebody-elses";

  @TempDir Path folder;
  private Home home;
  private Learner learner;

  @BeforeEach
  void start() throws IOException {
    Docker.remove("redistest", "redistest2", FOREIGN);
    Docker.run("run", "-d", "--name", FOREIGN, "redis");
    home = new Home(folder);
    learner = Learner.starts(home);
    learner.promptAt("images-and-containers 1/6");
  }

  @AfterEach
  void stop() {
    learner.close();
    Docker.remove("redistest", "redistest2", FOREIGN);
  }

  @Test
  void hints_come_one_at_a_time_and_the_last_one_stays() {
    List<String> rungs = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      rungs.add(learner.enters(":hint", "images-and-containers 1/6"));
    }

    assertThat(rungs.get(0)).contains("Hint 1 of 3").doesNotContain("docker pull redis");
    assertThat(rungs.get(1)).contains("Hint 2 of 3");
    assertThat(rungs.get(2)).contains("Hint 3 of 3", "docker pull redis");
    assertThat(rungs.get(3)).isEqualTo(rungs.get(2));
  }

  @Test
  void the_solution_is_shown_and_not_run() {
    String shown = learner.enters(":solution", "images-and-containers 1/6");

    assertThat(shown).contains("One way to do it:", "docker pull redis");
  }

  @Test
  void a_misspelled_word_gets_a_suggestion() {
    assertThat(learner.enters(":hnit", "images-and-containers 1/6"))
        .contains("There is no word :hnit. Did you mean :hint?");
  }

  @Test
  void a_skipped_step_is_done_for_the_learner() {
    learner.enters(":goto detached-mode", "detached-mode 1/6");

    String run = learner.enters(":skip", "detached-mode 2/6");

    assertThat(run).contains("$ docker run -d --name redistest redis", "✓ A container named");
    assertThat(Docker.run("ps", "-q", "-f", "name=^redistest$")).isNotEmpty();
  }

  @Test
  void a_question_can_be_skipped_as_well() {
    goesTo("detached-mode/2", "detached-mode 2/6");

    String asked = learner.enters(":skip", "detached-mode 3/6");

    assertThat(asked)
        .contains("✓ What is the short id of redistest?")
        .doesNotContain("is done already");
  }

  @Test
  void what_somebody_creates_while_a_line_runs_is_not_taken_away() throws IOException {
    learner
        .terminal()
        .enter(
            "docker run -d --name redistest redis; echo up; while [ ! -e go ]; do sleep 0.1; done")
        .await("\nup");
    Docker.run("create", "--name", "redistest2", "redis");
    Files.createFile(home.desk().resolve("go"));
    learner.promptAt("images-and-containers 1/6");

    learner.terminal().enter(":reset");
    String plan =
        learner.terminal().await("the question", shown -> shown.endsWith("Remove them? (y/n)"));

    assertThat(plan).contains("redistest (redis").doesNotContain("redistest2");
    learner.enters("n", "images-and-containers 1/6");
  }

  @Test
  void going_to_a_later_step_does_the_steps_before_it() {
    String shown = goesTo("30/5", "detached-mode 5/6");

    assertThat(shown)
        .contains("✓ You named it by its full id, all 64 characters")
        .doesNotContain("is done already");
    assertThat(Docker.run("ps", "-q", "-f", "name=^redistest$")).isNotEmpty();
  }

  /** Says yes to what will be run. */
  private String goesTo(String step, String place) {
    asks(":goto " + step, "To get to ");
    return learner.enters("y", place);
  }

  /** Enters a word that lists what it will run, and waits for the question. */
  private String asks(String word, String why) {
    learner.terminal().enter(word);
    String plan =
        learner.terminal().await("the question", shown -> shown.endsWith("Run them? (y/n)"));
    assertThat(plan).contains(why);
    return plan;
  }

  @Test
  void a_step_is_skipped_after_a_wrong_attempt_that_holds_the_name() {
    learner.enters(":goto detached-mode", "detached-mode 1/6");
    learner.enters("docker create --name redistest redis", "detached-mode 1/6");

    String plan = asks(":skip", "To do this step, ropewalk runs:");
    assertThat(plan).containsPattern("docker rm -f -v [0-9a-f]{12}   # redistest\\n");
    learner.enters("y", "detached-mode 2/6");

    assertThat(Docker.run("ps", "-q", "-f", "name=^redistest$")).isNotEmpty();
  }

  @Test
  void a_step_is_begun_again_and_the_steps_before_it_stay_done() {
    goesTo("detached-mode/3", "detached-mode 3/6");
    learner.enters("docker stop redistest", "detached-mode 3/6");

    String plan = asks(":retry", "To bring the engine back to the beginning of this step");
    assertThat(plan).containsPattern("docker start [0-9a-f]{12}   # redistest\\n");
    learner.enters("y", "detached-mode 3/6");

    assertThat(Docker.run("ps", "-q", "-f", "name=^redistest$")).isNotEmpty();
    learner.enters("docker stop $(docker ps -q -f name=^redistest$)", "detached-mode 4/6");
  }

  @Test
  void a_step_whose_container_is_gone_is_skipped_by_doing_the_lesson_again() {
    goesTo("detached-mode/3", "detached-mode 3/6");
    Docker.remove("redistest");

    asks(":skip", "removes what is left of this lesson and does it again");
    String done = learner.enters("y", "detached-mode 4/6");

    assertThat(done).contains("✓ redistest has stopped").doesNotContain("is done already");
  }

  @Test
  void next_waits_for_the_end_of_the_lesson() {
    assertThat(learner.enters(":next", "images-and-containers 1/6"))
        .contains("This step is not done yet.");
  }

  @Test
  void the_list_shows_every_lesson_and_where_the_learner_is() {
    String list = learner.enters(":list", "images-and-containers 1/6");

    assertThat(list)
        .containsPattern("◌ +\\d+ images-and-containers +0/6 +\\d+m +Images and containers")
        .containsPattern("  +\\d+ namespaces +0/6 +\\d+m +Namespaces");
  }

  @Test
  void control_backslash_does_nothing_while_a_step_waits() {
    learner.enters(":goto port-binding", "port-binding 1/5");
    learner
        .terminal()
        .enter("docker run -d -p 12345:6379 --name redistest2 redis sleep 100")
        .await("+ container redistest2");

    learner.terminal().press("C-\\");

    assertThat(learner.promptAt("port-binding 1/5"))
        .contains("✗ Port 12345")
        .doesNotContain("Thread");
  }

  @Test
  void a_variable_names_the_container() {
    learner.enters("CID=$(docker run -d redis)", "images-and-containers 1/6");

    learner.enters("docker stop $CID", "images-and-containers 1/6");

    assertThat(
            learner.enters(
                "docker inspect -f '{{.State.Status}}' $CID", "images-and-containers 1/6"))
        .contains("\nexited\n");
    learner.enters("docker rm -v $CID", "images-and-containers 1/6");
  }

  @Test
  void a_reset_lists_what_the_lesson_made_and_a_no_keeps_it() {
    askedToReset();

    String answered = learner.enters("n", "detached-mode 2/6");

    assertThat(answered).contains("Nothing was removed.");
    assertThat(Docker.run("ps", "-q", "-f", "name=^redistest$")).isNotEmpty();
  }

  @Test
  void a_reset_removes_what_the_lesson_made_and_nothing_else() {
    var before = Docker.volumes();
    askedToReset();

    learner.enters("y", "detached-mode 1/6");

    assertThat(Docker.run("ps", "-aq", "-f", "name=^redistest$")).isEmpty();
    assertThat(Docker.run("ps", "-q", "-f", "name=^" + FOREIGN + "$")).isNotEmpty();
    assertThat(Docker.volumes()).isEqualTo(before);
  }

  private void askedToReset() {
    learner.enters(":goto detached-mode", "detached-mode 1/6");
    learner.enters("docker run -d --name redistest redis", "detached-mode 2/6");
    learner.terminal().enter(":reset");
    String plan =
        learner.terminal().await("the question", shown -> shown.endsWith("Remove them? (y/n)"));
    assertThat(plan.lines().filter(line -> line.startsWith("- ")))
        .anyMatch(line -> line.equals("- container redistest (redis, running)"))
        .allMatch(
            line ->
                line.matches(
                    "- (container redistest .*|volume [0-9a-f]{12} \\(without a name\\))"));
  }
}
