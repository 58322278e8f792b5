package dev.ropewalk.environment;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Files of a machine that is entered by commands, so that they are made as its own root makes them.
 *
 * @param entrance makes the command line that runs a command there
 * @param home the learner's home folder there
 */
record EnteredFiles(UnaryOperator<List<String>> entrance, Path home) implements HomeFiles {
  private static final String DIGEST =
      """
      [ -e "$1" ] || [ -L "$1" ] || exit 0
      [ -f "$1" ] || { echo "\\`$1\\` is there, and is no file" >&2; exit 1; }
      sha256sum <"$1"
      """;

  /** In base64, since what is said is read without its blanks at the ends. */
  private static final String TEXT =
      """
      [ -f "$1" ] || exit 0
      head -c "$2" <"$1" | base64
      """;

  private static final String WRITE =
      """
      set -e
      fresh=$(mktemp "$1.XXXXXX")
      cat >"$fresh"
      chmod "$2" "$fresh"
      mv -f "$fresh" "$1"
      """;

  @Override
  public void makeFolder(Path folder) throws IOException {
    run(InputStream.nullInputStream(), "mkdir", "-p", "--", folder.toString());
  }

  @Override
  public Optional<String> digest(Path file) throws IOException {
    String line = run(InputStream.nullInputStream(), "sh", "-c", DIGEST, "sh", file.toString());
    return line.isBlank() ? Optional.empty() : Optional.of(line.strip().split(" ")[0]);
  }

  @Override
  public Optional<String> text(Path file, int most) throws IOException {
    if (digest(file).isEmpty()) {
      return Optional.empty();
    }
    String coded =
        run(
            InputStream.nullInputStream(),
            "sh",
            "-c",
            TEXT,
            "sh",
            file.toString(),
            Integer.toString(most + 1));
    return TextBytes.of(Base64.getMimeDecoder().decode(coded), most);
  }

  @Override
  public void write(Path file, InputStream content, boolean executable) throws IOException {
    run(content, "sh", "-c", WRITE, "sh", file.toString(), executable ? "755" : "644");
  }

  @Override
  public void rename(Path from, Path to) throws IOException {
    run(InputStream.nullInputStream(), "mv", "-n", "--", from.toString(), to.toString());
  }

  /** What a command there says. */
  private String run(InputStream in, String... command) throws IOException {
    Process process =
        new ProcessBuilder(new ArrayList<>(entrance.apply(List.of(command))))
            .redirectErrorStream(true)
            .start();
    try (OutputStream out = process.getOutputStream()) {
      in.transferTo(out);
    }
    String said =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    try {
      if (process.waitFor() != 0) {
        throw new IOException(said);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
    return said;
  }
}
