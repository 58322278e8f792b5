package dev.ropewalk.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.patience.Patience;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
  /** Parts that stand for a kind each: {@code %} is a line end, {@code ~} the escape sign. */
  private static final List<String> ODD =
      List.of(
          "USER a~%b",
          "USER a~ %  b",
          "US~%ER a",
          "US~%% # c%ER a",
          "USER a ~%# c~%b",
          "ENV A=b~%    B=c",
          "ENV A=b ~%    B=c",
          "ENV A b   c",
          "ENV A",
          "ENV A=b C",
          "ENV =b",
          "ENV",
          "ENV A=\"x y\" B='$A'",
          "ENV A=\"x",
          "ENV A='x",
          "ENV A=x~ y",
          "ENV A=a=b",
          "ENV A=\"a'b\" B='a\"b'",
          "ENV \"A B\"=c",
          "ENV A = b",
          "ENV A=$",
          "ENV A=${B",
          "ENV A=${}",
          "ENV A=${B:-x y}",
          "ENV A=${B:-x}-${B:+y}",
          "ENV B=1%ENV A=${B:-x}-${B:+y}",
          "ENV A=~$B",
          "ENV A=x%ENV A=y B=$A",
          "ENV A=\"$B\"x",
          "ENV A=${B:-${C:-d}}",
          "ENV A=${B:=x}",
          "ENV A=${:-x}",
          "ENV A=<<EOF",
          "ENV A=#b",
          "ENV A=é",
          "env a=b",
          "Env A b",
          "ENV\tA=b",
          "LABEL foo",
          "LABEL a=b c",
          "LABEL a b c",
          "LABEL",
          "LABEL a=\"b c\" 'd e'=f",
          "ARG",
          "ARG =x",
          "ARG A=b%USER $A",
          "ARG A%USER x$A",
          "ARG A=\"b c\"%ENV D=$A",
          "ARG A=b%ARG C=$A-d%USER $C",
          "ARG A=\"b",
          "USER",
          "USER a b",
          "USER \"a\"",
          "USER 'a b'",
          "USER $A",
          "USER x${A}y",
          "USER ${A:-b}:c",
          "USER a # b",
          "USER --x a",
          "User a",
          "CMD a  b",
          "CMD [\"a\", \"b  c\"]",
          "CMD [ \"a\" , \"b\" ]",
          "CMD ['a']",
          "CMD [\"a\",]",
          "CMD [\"a\" \"b\"]",
          "CMD [\"a\"",
          "CMD []",
          "CMD [1]",
          "CMD [\"a\", null]",
          "CMD [[\"a\"]]",
          "CMD [\"\\d\"]",
          "CMD [\"\\u0041\\t\\/\"]",
          "CMD [\"a\tb\"]",
          "CMD [\"$A\"]",
          "CMD echo $A ${B",
          "CMD [\"a\", ~%  \"b\"~%]",
          "CMD \"a\" 'b",
          "CMD --x a",
          "CMD [“a”]",
          "CMD [\"é\"]",
          "CMD echo <<EOF",
          "CMD {\"a\":1}",
          "ENTRYPOINT [\"a\"]%CMD b",
          "CMD a%CMD [\"b\"]",
          "cmd [\"a\"]",
          "CMD [true]",
          "CMD [\"a\",1]",
          "EXPOSE",
          "EXPOSE 80 53/udp",
          "EXPOSE eighty",
          "EXPOSE 80/http",
          "EXPOSE 7000-7002",
          "EXPOSE 7002-7000",
          "EXPOSE $A",
          "ENV P=80%EXPOSE $P/tcp",
          "EXPOSE 65536",
          "EXPOSE 80:81",
          "EXPOSE 80-",
          "EXPOSE /tcp",
          "EXPOSE 80/TCP",
          "EXPOSE \"80\"",
          "EXPOSE -1",
          "HEALTHCHECK",
          "HEALTHCHECK NONE",
          "HEALTHCHECK none",
          "HEALTHCHECK NONE x",
          "HEALTHCHECK CMD",
          "HEALTHCHECK CMD a",
          "HEALTHCHECK cmd [\"a\"]",
          "HEALTHCHECK curl x",
          "HEALTHCHECK CMD []",
          "HEALTHCHECK CMD [1]",
          "HEALTHCHECK --interval=5s CMD a",
          "HEALTHCHECK --interval=5 CMD a",
          "HEALTHCHECK --interval=1m30s --retries=3 CMD a",
          "HEALTHCHECK --retries=x CMD a",
          "HEALTHCHECK --retries=-1 CMD a",
          "HEALTHCHECK --interval=1us CMD a",
          "HEALTHCHECK --interval=-5s CMD a",
          "HEALTHCHECK --foo=1 CMD a",
          "HEALTHCHECK --timeout CMD a",
          "ONBUILD",
          "ONBUILD FROM a",
          "ONBUILD ONBUILD USER a",
          "ONBUILD MAINTAINER a",
          "ONBUILD USER a",
          "onbuild user a",
          "ONBUILD ENV A",
          "ONBUILD CMD [1]",
          "ONBUILD COPY a b",
          "SHELL",
          "SHELL bash -c",
          "SHELL []",
          "SHELL [\"/bin/x\", \"-c\"]",
          "SHELL [1]",
          "STOPSIGNAL",
          "STOPSIGNAL SIGTERM",
          "STOPSIGNAL term",
          "STOPSIGNAL 9",
          "STOPSIGNAL FOO",
          "STOPSIGNAL 0",
          "STOPSIGNAL $A",
          "STOPSIGNAL SIGRTMIN+3",
          "VOLUME",
          "VOLUME /a /b",
          "VOLUME [\"/a\"]",
          "VOLUME []",
          "VOLUME [\"\"]",
          "VOLUME [1]",
          "WORKDIR",
          "WORKDIR /a b",
          "WORKDIR a",
          "ENV D=/x%WORKDIR $D/y",
          "WORKDIR --x /a",
          "MAINTAINER",
          "MAINTAINER me",
          "MAINTAINER a b",
          "COPY a",
          "COPY",
          "COPY f /f",
          "COPY --user=x f /f",
          "COPY --chown f /f",
          "COPY --chown=1 --chown=2 f /f",
          "COPY [\"f\", \"/g h\"]",
          "COPY [\"f\"]",
          "COPY [\"f\", 1]",
          "COPY \"f\" /f",
          "COPY \"f /f",
          "ENV S=f%COPY $S /f",
          "COPY --from=9 f /f",
          "COPY --from=$A f /f",
          "ADD f /f",
          "ADD f",
          "ADD --foo f /f",
          "COPPY f /f",
          "FROM",
          "FROM scratch AS",
          "FROM scratch x",
          "FROM scratch AS x y",
          "FROM scratch AS 1st",
          "FROM scratch AS a/b",
          "FROM scratch as X-y_z.1",
          "FROM Scratch",
          "FROM $A",
          "FROM a:b:c",
          "FROM --foo scratch",
          "RUN [1]",
          "RUN --foo a",
          "# escape=`",
          "# x ~",
          "~",
          "USER a~~",
          "A",
          "USER\u00a0a",
          "\tUSER a",
          "  # c",
          "USER a\u000bb",
          "USER a\rENV B=c");

  private static final String REFUSED = "refused";

  private static final List<String> PLAIN =
      List.of("ENV Q=r", "LABEL q=r", "# comment", "", "ARG Z=z", "CMD [\"q\"]", "ENV R=\"s t\"");

  @TempDir private Path context;

  @Test
  void the_builder_takes_and_makes_what_we_read() throws Exception {
    Files.writeString(context.resolve("f"), "x");
    Random random = new Random(15);
    List<String> texts = ODD.stream().map(odd -> around(odd, random)).toList();

    List<String> docker = docker(texts);

    assertThat(docker).isEqualTo(texts.stream().map(DockerBuildIT::ours).toList());
    assertThat(Collections.frequency(docker, REFUSED))
        .isBetween(ODD.size() / 3, 2 * ODD.size() / 3);
  }

  /** The part in a whole file, with other lines around it, and perhaps other signs. */
  private static String around(String odd, Random random) {
    boolean other = random.nextInt(4) == 0;
    List<String> lines = new ArrayList<>();
    if (other) {
      lines.add("# escape=`");
    }
    lines.add(random.nextBoolean() ? "FROM scratch" : "from  scratch as last0");
    lines.add(PLAIN.get(random.nextInt(PLAIN.size())));
    lines.add(odd.replace('%', '\n').replace('~', other ? '`' : '\\'));
    lines.add(PLAIN.get(random.nextInt(PLAIN.size())));
    lines.add("ENV LAST=1");
    String text = String.join("\n", lines);
    boolean windows = random.nextInt(5) == 0 && !odd.contains("\r");
    return (windows ? text.replace("\n", "\r\n") : text) + (random.nextBoolean() ? "\n" : "");
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
      return "user [%s] env %s cmd %s".formatted(last.user().orElse(""), variables, command(last));
    } catch (Unreadable e) {
      return REFUSED;
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

  /** What the builder makes of each, a few at a time. */
  private List<String> docker(List<String> texts) throws Exception {
    List<Future<String>> builds = new ArrayList<>();
    try (ExecutorService builders = Executors.newFixedThreadPool(4)) {
      texts.forEach(text -> builds.add(builders.submit(() -> build(text))));
    }
    List<String> made = new ArrayList<>();
    Set<String> images = new LinkedHashSet<>();
    for (Future<String> build : builds) {
      String id = build.get();
      made.add(id.isEmpty() ? REFUSED : id);
      images.addAll(id.isEmpty() ? Set.of() : Set.of(id));
    }
    assertThat(images).isNotEmpty();
    Map<String, String> configurations = configurations(List.copyOf(images));
    run(Stream.concat(Stream.of("docker", "rmi", "-f"), images.stream()));
    return made.stream()
        .map(each -> REFUSED.equals(each) ? each : configurations.getOrDefault(each, ""))
        .map(DockerBuildIT::text)
        .toList();
  }

  private String build(String text) throws IOException, InterruptedException {
    Path file = Files.createTempFile(context.getParent(), "Dockerfile", "");
    Files.writeString(file, text);
    String id = run(Stream.of("docker", "build", "-q", "-f", file.toString(), context.toString()));
    Files.delete(file);
    return id;
  }

  private static Map<String, String> configurations(List<String> images)
      throws IOException, InterruptedException {
    String format =
        "{{.Config.User}}\u0001{{range .Config.Env}}[{{.}}]\u0002{{end}}"
            + "\u0001{{range .Config.Cmd}}[{{.}}]{{end}}\u0003";
    String all =
        run(Stream.concat(Stream.of("docker", "image", "inspect", "-f", format), images.stream()));
    Map<String, String> configurations = new HashMap<>();
    String[] each = all.split("\u0003\n?", -1);
    for (int image = 0; image < images.size(); image++) {
      configurations.put(images.get(image), each[image]);
    }
    return configurations;
  }

  /** The configuration in the form of {@link #ours}. */
  private static String text(String configuration) {
    if (configuration.equals(REFUSED)) {
      return configuration;
    }
    String[] parts = configuration.split("\u0001", -1);
    String variables =
        Stream.of(parts[1].split("\u0002"))
            .filter(each -> !each.startsWith("[PATH=") && !each.isEmpty())
            .sorted()
            .collect(Collectors.joining());
    return "user [%s] env %s cmd %s".formatted(parts[0], variables, parts[2]);
  }

  /** What a command prints; empty when it fails. */
  private static String run(Stream<String> command) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command.toList());
    builder.environment().put("DOCKER_BUILDKIT", "0");
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    Process process = builder.start();
    process.getOutputStream().close();
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertThat(process.waitFor(Patience.BUSY_MACHINE)).isTrue();
    return process.exitValue() == 0 ? output : "";
  }
}
