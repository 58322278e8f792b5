package dev.ropewalk.author;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.command.StoredHelps;
import dev.ropewalk.lesson.Course;
import dev.ropewalk.lesson.LessonId;
import dev.ropewalk.lesson.Needs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a lesson needs, read off the commands of its pages. */
final class ScenarioNeedsTest {
  @TempDir private Path folder;

  private Needs needs(String text) throws IOException {
    Path scenario = Files.createDirectories(folder.resolve("shop"));
    Files.writeString(
        scenario.resolve("index.json"), "{\"details\": {\"steps\": [{\"text\": \"t.md\"}]}}");
    Files.writeString(scenario.resolve("t.md"), text);
    ScenarioImport.write(scenario, folder, StoredHelps.table(StoredHelps.OLD));
    return Course.open(folder).lesson(new LessonId("shop")).needs();
  }

  @Test
  void images_names_ports_volumes_and_programs_are_those_of_the_solution() throws IOException {
    Needs needs =
        needs(
            """
            ```
            docker volume create --label a=b shop-data
            docker network create shop-net
            docker run -d --name shop-db --network shop-net \\
              -v shop-data:/data redis:7
            ```{{exec}}
            Then `docker run -d -p 8080:80 -p 127.0.0.1:8443:443/tcp --name shop-web nginx`{{exec}}
            and `curl -s localhost:8080 | jq .`{{exec}}.
            """);

    assertThat(needs.images()).containsExactly("redis:7", "nginx");
    assertThat(needs.free().names()).containsExactly("shop-db", "shop-web");
    assertThat(needs.free().ports()).containsExactlyInAnyOrder(8080, 8443);
    assertThat(needs.free().volumes()).containsExactly("shop-data");
    assertThat(needs.free().networks()).containsExactly("shop-net");
    assertThat(needs.commands()).extracting(each -> each.getFirst()).containsExactly("curl", "jq");
  }

  @Test
  void what_the_solution_makes_or_only_the_shell_knows_is_not_needed() throws IOException {
    Needs needs =
        needs(
            """
            ```
            docker build -t shop:1 .
            docker pull busybox
            docker tag busybox mine
            docker run shop:1
            docker run busybox true
            docker run mine true
            docker run "$IMAGE"
            ```{{exec}}
            """);

    assertThat(needs.images()).isEmpty();
    assertThat(needs.free().names()).isEmpty();
  }
}
