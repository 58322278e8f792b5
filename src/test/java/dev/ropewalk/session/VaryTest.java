package dev.ropewalk.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.journal.Entry;
import dev.ropewalk.lesson.Course;
import dev.ropewalk.lesson.Lesson;
import dev.ropewalk.lesson.LessonId;
import dev.ropewalk.lesson.Needs;
import dev.ropewalk.lesson.Seed;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Values that differ from learner to learner. */
final class VaryTest {
  private static final Map<String, String> FILES =
      Map.of(
          "lessons/10-ports.md",
          """
          # Port ${port}

          You publish ${port}; your shell has its own ${HOME}.

          ## Publish it

          Publish redis on port ${port} as ${token}.

          ### Why it worked

          ${port} is yours.
          """,
          "checks/10-ports.yaml",
          """
          vary:
            port: {pick: [12345, 12346, 12347]}
            token: {letters: 8}
          needs:
            free: {names: ["${token}"], ports: ["${port}"]}
          steps:
            publish-it:
              checks:
                - check: Port ${port} reaches redis
                  port: ${port}
                  expect: {answers: redis}
                  within: 5s
                - {check: it runs, container: "${token}", expect: {state: running}}
              solution: docker run -d --name ${token} -p ${port}:6379 -v ${HOME}:/h redis
              accept: ["docker run --name ${token} -dp ${port}:6379 redis"]
              hints: ["`-p ${port}:6379`"]
              mistakes: [{try: "docker run -dp 6379:${port} redis", says: ["${port}"]}]
          """);
  private static final LessonId PORTS = new LessonId("ports");

  @TempDir private Path folder;

  private Rehearsal learner(long origin) {
    return Rehearsal.of(folder, FILES, new Seed(origin));
  }

  private static Lesson lesson(Rehearsal play) {
    return play.state().lesson().orElseThrow();
  }

  private Rehearsal opened(long origin) {
    return learner(origin).open("ports").looked(SampleWorld.REDIS_ONLY);
  }

  @Test
  void nobody_in_particular_gets_the_first_value_everywhere_and_the_shell_keeps_its_own() {
    Lesson lesson = lesson(opened(0));

    var step = lesson.steps().getFirst();
    assertThat(lesson.title()).isEqualTo("Port 12345");
    assertThat(lesson.intro()).isEqualTo("You publish 12345; your shell has its own ${HOME}.");
    assertThat(step.prose()).isEqualTo("Publish redis on port 12345 as abcdefgh.");
    assertThat(step.debrief()).isEqualTo("12345 is yours.");
    assertThat(step.checks().getFirst().sentence()).isEqualTo("Port 12345 reaches redis");
    assertThat(step.solution().text())
        .isEqualTo("docker run -d --name abcdefgh -p 12345:6379 -v ${HOME}:/h redis");
    assertThat(step.accept().getFirst().text())
        .isEqualTo("docker run --name abcdefgh -dp 12345:6379 redis");
    assertThat(step.hints()).containsExactly("`-p 12345:6379`");
    assertThat(step.mistakes().getFirst().attempt().text())
        .isEqualTo("docker run -dp 6379:12345 redis");
    assertThat(step.mistakes().getFirst().says()).containsExactly("12345");
    assertThat(lesson.needs().free().names()).containsExactly("abcdefgh");
  }

  @Test
  void every_value_is_somebodys() {
    Set<Integer> ports =
        LongStream.rangeClosed(1, 40)
            .mapToObj(origin -> lesson(opened(origin)).needs().free().ports().getFirst())
            .collect(Collectors.toSet());

    assertThat(ports).containsExactlyInAnyOrder(12345, 12346, 12347);
  }

  @Test
  void the_door_asks_for_the_learners_own_port() {
    Rehearsal play = learner(7).open("ports");

    Set<Integer> asked = play.only(Effect.Look.class).question().ports();

    play.looked(SampleWorld.REDIS_ONLY);
    assertThat(lesson(play).needs().free().ports()).containsExactlyElementsOf(asked);
  }

  @Test
  void the_seed_is_on_record_and_another_day_gives_the_same_lesson() {
    Rehearsal play = opened(7);
    Lesson before = lesson(play);

    Rehearsal again = play.again().open("ports").looked(SampleWorld.REDIS_ONLY);

    assertThat(play.journal()).contains(new Entry.LessonOpened(new Seed(7).of(PORTS).value()));
    assertThat(lesson(again)).isEqualTo(before);
  }

  @Test
  void a_lesson_that_is_begun_again_keeps_its_values() {
    Rehearsal play = opened(7);
    Lesson before = lesson(play);

    play.typed(":reset").looked(SampleWorld.REDIS_ONLY).looked(SampleWorld.REDIS_ONLY);

    assertThat(play.journal()).filteredOn(Entry.LessonReset.class::isInstance).hasSize(1);
    assertThat(lesson(play)).isEqualTo(before);
    assertThat(play.progress().of(PORTS).seed()).isEqualTo(before.seed());
  }

  @Test
  void a_lesson_that_was_begun_without_a_seed_goes_on_with_the_first_values() {
    Rehearsal old = opened(0);

    State state = State.start(Course.open(folder), old.progress(), new Seed(7));
    Session.Next next =
        Session.next(
            state,
            new Input.Open(java.util.Optional.of(PORTS), java.util.Optional.empty()),
            old.now());

    assertThat(next.effects())
        .isEqualTo(
            List.of(new Effect.Look(new Needs.Question(Set.of(12345), Set.of()), Freshness.ANEW)));
  }

  @Test
  void a_variable_that_is_misspelt_in_the_prose_is_shown_where_it_stands() {
    var files = new java.util.HashMap<>(FILES);
    files.computeIfPresent(
        "lessons/10-ports.md", (_, text) -> text.replace("You publish ${port}", "Use ${prot}"));
    Rehearsal play = Rehearsal.of(folder, files, Seed.NONE);

    play.open("ports");

    assertThat(play.said())
        .containsExactly(
            new Message.Trouble(
                """
                lessons/10-ports.md:3:5: error: `vary` has no variable `prot`
                    3 | Use ${prot}; your shell has its own ${HOME}.
                      |     ^^^^^^^
                  fix: did you mean `${port}`?"""));
  }
}
