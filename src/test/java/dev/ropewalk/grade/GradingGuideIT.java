package dev.ropewalk.grade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.patience.Patience;
import dev.ropewalk.sandbox.InPrivateEngines;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The ten commands of {@code docs/grading.md}, followed to the letter in one shell. A block that
 * names a file is written there. Of a block {@code console} the lines after a prompt are run, and
 * the other lines must then be printed, in this order; {@code ...} stands for lines between.
 */
@InPrivateEngines
@Timeout(1200)
final class GradingGuideIT {
  private static final Path HERE = Path.of("").toAbsolutePath();
  private static final Pattern SECTION =
      Pattern.compile("(?ms)^## From an empty folder .*?(?=^## )");
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)(?: (\\S+))?\\n(.*?)^```$");
  private static final String END = "--- ended with ";

  @TempDir private Path folder;

  @BeforeEach
  void require_private_engines() {
    GradeProcess.assumePossible();
  }

  @Test
  void ten_commands_lead_from_an_empty_folder_to_a_graded_class() throws Exception {
    Matcher section = SECTION.matcher(Files.readString(Path.of("docs/grading.md")));
    assertThat(section.find()).isTrue();
    Matcher block = BLOCK.matcher(section.group());
    int run = 0;
    try (Shell shell = new Shell()) {
      while (block.find()) {
        if (block.group(2) != null) {
          Path file = folder.resolve(block.group(2));
          Files.createDirectories(file.getParent());
          Files.writeString(file, block.group(3));
        } else {
          run += follow(shell, block.group(3).lines().toList());
        }
      }
    }
    assertThat(run).isEqualTo(10);
    assertThat(folder.resolve("class/shown/class.html"))
        .content()
        .doesNotContain("Ada")
        .contains("p-");
  }

  private static int follow(Shell shell, List<String> lines) throws Exception {
    String shown = "";
    int run = 0;
    for (String line : lines) {
      if (line.startsWith("$ ")) {
        shown = shell.run(line.substring(2));
        run++;
      } else if (!line.equals("...")) {
        int at = shown.indexOf(line.strip());
        assertThat(at).as("`%s` in:%n%s", line, shown).isNotNegative();
        shown = shown.substring(at + line.strip().length());
      }
    }
    return run;
  }

  /** One shell for all commands, in which `ropewalk` is the one of this build. */
  private final class Shell implements AutoCloseable {
    private final Process process;
    private final Writer in;
    private final BufferedReader out;

    private Shell() throws IOException {
      Path bin = Files.createDirectories(folder.resolve("bin"));
      Path ropewalk = bin.resolve("ropewalk");
      Files.writeString(
          ropewalk,
          """
          #!/bin/bash
          exec '%s' -XX:+UseSerialGC -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED -cp '%s' dev.ropewalk.cli.Main "$@"
          """
              .formatted(
                  Path.of(System.getProperty("java.home"), "bin", "java"),
                  System.getProperty("java.class.path")));
      Files.setPosixFilePermissions(ropewalk, PosixFilePermissions.fromString("rwxr-xr-x"));
      ProcessBuilder builder =
          new ProcessBuilder("bash", "--norc", "--noprofile")
              .directory(folder.toFile())
              .redirectErrorStream(true);
      var variables = builder.environment();
      variables.merge("PATH", bin.toString(), (path, ours) -> ours + ":" + path);
      variables.put("ROPEWALK_COURSE", HERE.toString());
      variables.put("HOME", folder.toString());
      variables.put("XDG_STATE_HOME", folder.resolve("state").toString());
      variables.put("XDG_CACHE_HOME", folder.resolve("cache").toString());
      process = builder.start();
      in = process.outputWriter(StandardCharsets.UTF_8);
      out = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Runs a line to its end, and returns what it printed. */
    private String run(String line) throws Exception {
      in.write(line + "\necho \"" + END + "$?\"\n");
      in.flush();
      return CompletableFuture.supplyAsync(this::untilEnd)
          .get(Patience.BUSY_MACHINE.multipliedBy(10).toMillis(), TimeUnit.MILLISECONDS);
    }

    private String untilEnd() {
      StringBuilder printed = new StringBuilder();
      try {
        String line = out.readLine();
        while (line != null && !line.startsWith(END)) {
          printed.append(line).append('\n');
          line = out.readLine();
        }
        return printed.toString();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() {
      process.destroy();
    }
  }
}
