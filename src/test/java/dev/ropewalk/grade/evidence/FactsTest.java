package dev.ropewalk.grade.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ropewalk.check.FakeProbes;
import dev.ropewalk.check.Probes;
import dev.ropewalk.engine.Container;
import dev.ropewalk.engine.Engine;
import dev.ropewalk.engine.EngineProblem;
import dev.ropewalk.engine.FakeEngine;
import dev.ropewalk.engine.Network;
import dev.ropewalk.engine.SampleContainer;
import dev.ropewalk.engine.Volume;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was seen of an engine, told again when there is none any more. */
final class FactsTest {
  @TempDir private Path folder;
  private final FakeEngine engine =
      new FakeEngine()
          .with(new SampleContainer("web").image("nginx"))
          .with(new SampleContainer("db"))
          .withImage("redis:latest")
          .with(new Volume("data", "local", "/var/lib/docker/volumes/data", Map.of()))
          .file("web", "/etc/hostname", "web\n")
          .exec("web", "id -u", 0, "0\n")
          .log("web", "ready", "a line");
  private final Observed observed = new Observed(engine, new FakeProbes());

  @Test
  void each_answer_is_told_again_as_it_was() throws Exception {
    Engine first = observed.engine();
    String web = first.container("web").map(Container::id).orElseThrow();
    var seen = everything(first, web);
    var page = observed.probes().knock("127.0.0.1", 80, Probes.Protocol.HTTP);
    var namespaces = observed.probes().hostNamespaces();

    Facts facts = facts();

    assertThat(everything(facts.engine(), web)).isEqualTo(seen);
    assertThat(facts.probes().knock("127.0.0.1", 80, Probes.Protocol.HTTP)).isEqualTo(page);
    assertThat(facts.probes().hostNamespaces()).isEqualTo(namespaces);
  }

  @Test
  void what_changes_later_changes_nothing() throws Exception {
    Optional<Container> before = observed.engine().container("web");

    engine.with(new SampleContainer("web").image("redis"));

    assertThat(facts().engine().container("web")).isEqualTo(before);
  }

  @Test
  void all_that_was_there_can_be_asked_for_and_what_was_not_there_was_not_there() throws Exception {
    observed.complete();

    Engine again = facts().engine();

    assertThat(again.container("db").map(Container::name)).contains("db");
    assertThat(again.container(SampleContainer.id("db").substring(0, 12))).isPresent();
    assertThat(again.container("gone")).isEmpty();
    assertThat(again.image("redis").map(it -> it.tags())).contains(List.of("redis:latest"));
    assertThat(again.image("nginx")).isEmpty();
    assertThat(again.volume("data").map(Volume::driver)).contains("local");
    assertThat(again.network("back").map(Network::name)).isEmpty();
  }

  @Test
  void what_a_verdict_stands_on_is_not_replaced_by_what_was_so_a_moment_later() throws Exception {
    Optional<Container> before = observed.engine().container("web");
    engine.with(new SampleContainer("web").image("redis"));

    observed.complete();

    assertThat(facts().engine().container("web")).isEqualTo(before);
  }

  @Test
  void two_files_whose_questions_have_the_same_hash_code_are_two_files() throws Exception {
    // "Aa" and "BB" have one hash code in Java.
    Path one = Files.writeString(folder.resolve("Aa"), "one");
    Path two = Files.writeString(folder.resolve("BB"), "two");
    assertThat("Probes.here[" + one + "]").hasSameHashCodeAs("Probes.here[" + two + "]");
    var unused = List.of(observed.probes().here(one), observed.probes().here(two));

    Facts facts = facts();

    Path first = facts.probes().here(one);
    Path second = facts.probes().here(two);
    assertThat(first).hasContent("one");
    assertThat(second).hasContent("two");
  }

  @Test
  void what_was_not_asked_is_not_known_and_nothing_can_be_done() throws Exception {
    observed.complete();
    Engine again = facts().engine();

    assertThatThrownBy(() -> again.logs(SampleContainer.id("web"), 2000))
        .isInstanceOf(EngineProblem.class)
        .hasMessageContaining("the evidence does not tell `Engine.logs[")
        .hasMessageContaining("--rerun");
    assertThatThrownBy(again::greet).isInstanceOf(EngineProblem.class);
  }

  @Test
  void the_engines_trouble_is_told_again() throws Exception {
    engine.failing(EngineProblem.Kind.TIMEOUT, "It does not answer.");
    assertThatThrownBy(() -> observed.engine().world()).isInstanceOf(EngineProblem.class);

    Engine again = facts().engine();

    assertThatThrownBy(again::world).hasMessage("It does not answer.");
  }

  @Test
  void a_file_of_the_learner_is_kept_with_what_is_in_it() throws Exception {
    Path file = Files.writeString(folder.resolve("Dockerfile"), "FROM redis\n");
    Path gone = folder.resolve("gone");
    assertThat(observed.probes().here(file)).exists();
    assertThat(observed.probes().here(gone)).doesNotExist();
    Files.delete(file);

    Facts facts = facts();

    assertThat(facts.probes().here(file)).hasContent("FROM redis");
    assertThat(facts.probes().here(gone)).doesNotExist();
  }

  private static List<Object> everything(Engine engine, String web) {
    return List.of(
        engine.info(),
        engine.world(),
        engine.container("web"),
        engine.image("redis:latest"),
        engine.volume("data"),
        engine.file(web, "/etc/hostname"),
        engine.logs(web, 10),
        engine.exec(web, List.of("id", "-u"), Duration.ofSeconds(1)));
  }

  private Facts facts() throws Exception {
    JsonNode json = FactsForm.read(observed.json().toString());
    return new Facts(json, Files.createDirectories(folder.resolve("files")));
  }
}
