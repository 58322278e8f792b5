package dev.ropewalk.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.engine.Engine;
import dev.ropewalk.engine.EngineEvent;
import dev.ropewalk.engine.EngineProblem;
import dev.ropewalk.engine.World;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lists of which only what has changed is asked for again are the engine's lists. */
class EngineListsIT {
  private static final EngineAddress ADDRESS =
      EngineAddress.find(System.getenv(), Path.of(System.getProperty("user.home")));

  /** {@code N} stands for a name of ours: {@code N1} is another. */
  private static final List<String> LINES =
      List.of(
          "docker create --name N1 busybox sleep 600",
          "docker start N1",
          "docker run -d --name N2 -p 127.0.0.1::80 busybox sleep 600",
          "docker pause N2; docker exec N1 true",
          "docker unpause N2",
          "docker rename N2 N3",
          "docker network create N-net; docker network connect N-net N1",
          "docker network disconnect N-net N1; docker network rm N-net",
          "docker run --name N4 busybox sh -c 'exit 3'",
          "docker run --rm --name N5 busybox true",
          "docker run -d --name N6 -v N-vol:/data busybox sleep 600; docker run -d --name N7 busybox true; docker wait N7",
          "docker restart -t 0 N6",
          "docker tag busybox N-tag; docker run -d --name N8 N-tag sleep 600",
          "docker rmi N-tag",
          "docker kill N8; docker start N8; docker update -m 64m N8",
          "docker rm -f N1 N3; docker create --name N1 busybox true",
          "docker commit N1 N-image; docker run --name N9 N-image true; docker rmi -f N-image",
          "docker rm -f N1 N4 N6 N7 N8 N9; docker volume rm N-vol",
          "for i in $(seq 120); do docker create --name N-$i busybox true; done",
          "docker ps -aqf name=N- | xargs docker rm",
          "docker network create N-a; docker network create --label N-p N-b; docker volume create N-c",
          "docker run -d --name N1 --network N-a busybox sleep 600; docker network connect N-b N1",
          "docker network disconnect -f N-a N1; docker network rm N-a",
          "docker run -d --name N2 -v /data -v /z -v /a busybox sleep 600",
          "docker rm -fv N2",
          "docker rm -f N1; docker network prune -f --filter label=N-p; docker volume rm N-c",
          "docker volume create --label N-p N-d; docker volume prune -f --filter label=N-p",
          "docker volume rm -f N-d");

  @Test
  void the_lists_are_whole_after_each_change() {
    try (DockerCommand docker = new DockerCommand();
        DockerJavaEngine kept = DockerJavaEngine.connect(ADDRESS);
        DockerJavaEngine listening = DockerJavaEngine.connect(ADDRESS);
        DockerJavaEngine fresh = DockerJavaEngine.connect(ADDRESS);
        Engine.Subscription heard = listening.subscribe(Instant.now(), new Nobody());
        Engine.Subscription events = kept.subscribe(Instant.now(), new Nobody())) {
      String name = docker.name("list");
      kept.world();
      World atRest = listening.world();
      assertThat(listening.toldWorld()).as("nothing was told").isSameAs(atRest);
      for (String line : LINES) {
        String said = docker.shell(line.replaceAll("\\bN(?=[0-9-])", name));
        events.catchUp();
        heard.catchUp();
        World world = kept.world();
        World told = listening.toldWorld();
        World whole = fresh.world();

        assertThat(world.containers()).as("%s%n%s", line, said).isEqualTo(whole.containers());
        assertThat(new HashSet<>(world.images())).as(line).isEqualTo(new HashSet<>(whole.images()));
        for (World.ImageSummary image : world.images()) {
          assertThat(kept.image(image.id())).as(line).isEqualTo(fresh.image(image.id()));
          for (String tag : image.tags()) {
            assertThat(kept.image(tag)).as(line).isEqualTo(fresh.image(tag));
          }
        }
        assertThat(told.containers()).as(line).isEqualTo(whole.containers());
        assertThat(new HashSet<>(told.images())).as(line).isEqualTo(new HashSet<>(whole.images()));
        assertThat(world.networks()).as(line).containsExactlyInAnyOrderElementsOf(whole.networks());
        assertThat(world.volumes()).as(line).containsExactlyInAnyOrderElementsOf(whole.volumes());
        if (line.contains("N9")) {
          assertThat(said).as(line).doesNotContain("Error");
        }
      }
    }
  }

  @Test
  void between_two_changes_nothing_but_the_images_is_asked_for() throws Exception {
    try (DockerCommand docker = new DockerCommand();
        DockerJavaEngine kept = DockerJavaEngine.connect(ADDRESS);
        Engine.Subscription events = kept.subscribe(Instant.now(), new Nobody())) {
      assertThat(events.awaitAccepted(Duration.ofSeconds(60))).isTrue();
      events.catchUp();
      World first = kept.world();

      events.catchUp();

      assertThat(kept.world()).isSameAs(first);
      docker.run("create", "--name", docker.name("one"), "busybox", "true");
      events.catchUp();
      List<World.ContainerSummary> after = kept.world().containers();
      assertThat(after).hasSize(first.containers().size() + 1);
      assertThat(after.subList(1, after.size())).isEqualTo(first.containers());
    }
  }

  private static final class Nobody implements Engine.Listener {
    @Override
    public void happened(EngineEvent event) {}

    @Override
    public void lost(EngineProblem problem) {}

    @Override
    public void back() {}
  }
}
