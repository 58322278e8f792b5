package dev.ropewalk.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many odd files are built by the engine's own builder: it takes those that we take, and the images
 * have the user, the variables and the command that we read. The classic builder is asked, because
 * every engine since 20.10 has it; so the parts hold only what it and BuildKit read alike; what
 * BuildKit alone reads is in {@link DockerReadingTest}. The classic builder alone reads {@code CMD}
 * without words as no word after {@code sh -c}, {@code CMD ["a"] b} as a list, and refuses {@code
 * --interval=0}.
 */
final class DockerBuildIT {
  @TempDir private Path context;

  @Test
  void the_builder_takes_and_makes_what_we_read() throws Exception {
    Files.writeString(context.resolve("f"), "x");
    List<String> texts = OddDockerfiles.from(15);

    List<String> docker = new ClassicBuilder(context).made(texts);

    assertThat(docker).isEqualTo(texts.stream().map(DockerBuildIT::ours).toList());
    assertThat(Collections.frequency(docker, ClassicBuilder.REFUSED))
        .isBetween(texts.size() / 3, 2 * texts.size() / 3);
  }

  private static String ours(String text) {
    try {
      Stage last = Dockerfile.parse(text).last();
      String variables =
          last.environment().entrySet().stream()
              .map(Map.Entry::toString)
              .map(each -> "[" + each + "]")
              .sorted()
              .collect(Collectors.joining());
      return ClassicBuilder.summary(last.user().orElse(""), variables, command(last));
    } catch (Unreadable e) {
      return ClassicBuilder.REFUSED;
    }
  }

  /** An {@code ENTRYPOINT} leaves a {@code CMD} of the same stage alone. */
  private static String command(Stage stage) {
    List<String> shell = List.of("/bin/sh", "-c");
    List<String> command = List.of();
    for (Instruction each : stage.instructions()) {
      if (each.word().equals("SHELL")) {
        shell = each.words();
      }
      if (each.word().equals("CMD")) {
        Optional<List<String>> exec = each.exec();
        List<String> line = new ArrayList<>(shell);
        line.add(each.text());
        command = exec.orElse(line);
      }
    }
    return command.stream().map(word -> "[" + word + "]").collect(Collectors.joining());
  }
}
