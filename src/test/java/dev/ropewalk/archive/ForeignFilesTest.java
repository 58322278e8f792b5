package dev.ropewalk.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives as students and attackers make them. */
final class ForeignFilesTest {
  private static final Bounds BOUNDS = new Bounds(10, 1 << 20, 2 << 20);

  @TempDir private Path folder;

  @Test
  void a_folder_a_zip_and_a_tar_gz_of_the_same_files_are_the_same() throws Exception {
    Map<String, String> files = Map.of("commands.sh", "docker ps\n", "app/Dockerfile", "FROM x\n");
    Path plain = folder.resolve("plain");
    for (var file : files.entrySet()) {
      Path path = plain.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }

    assertThat(texts(plain)).isEqualTo(files);
    assertThat(texts(zip(files))).isEqualTo(files);
    assertThat(texts(tar(files))).isEqualTo(files);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../x", "a/../../x", "/etc/passwd", "a//b", "a/./b", "..", "C:/x", "a\nb", "a/.."})
  void a_path_that_leads_elsewhere_is_refused(String path) throws Exception {
    Path zip = zip(Map.of(path, "x"));
    Path tar = tar(Map.of(path, "x"));

    assertThatThrownBy(() -> texts(zip))
        .isInstanceOf(RefusedArchive.class)
        .hasMessageContaining("no plain path");
    assertThatThrownBy(() -> texts(tar)).isInstanceOf(RefusedArchive.class);
  }

  @Test
  void links_are_refused_wherever_they_are() throws Exception {
    Path linked = Files.createDirectory(folder.resolve("linked"));
    Files.createSymbolicLink(linked.resolve("commands.sh"), Path.of("/etc/passwd"));
    Path tar = folder.resolve("link.tar.gz");
    try (var out = tarStream(tar)) {
      TarArchiveEntry entry = new TarArchiveEntry("commands.sh", TarConstants.LF_SYMLINK);
      entry.setLinkName("/etc/passwd");
      out.putArchiveEntry(entry);
      out.closeArchiveEntry();
      TarArchiveEntry hard = new TarArchiveEntry("other", TarConstants.LF_LINK);
      hard.setLinkName("/etc/shadow");
      out.putArchiveEntry(hard);
      out.closeArchiveEntry();
    }
    Path zip = folder.resolve("link.zip");
    try (var out = new ZipArchiveOutputStream(zip)) {
      ZipArchiveEntry entry = new ZipArchiveEntry("commands.sh");
      entry.setUnixMode(0120777);
      out.putArchiveEntry(entry);
      out.write("/etc/passwd".getBytes(StandardCharsets.UTF_8));
      out.closeArchiveEntry();
    }

    for (Path each : new Path[] {linked, tar, zip}) {
      assertThatThrownBy(() -> texts(each))
          .as("%s", each)
          .isInstanceOf(RefusedArchive.class)
          .hasMessage("`commands.sh` in it is no file, but a link or a device.");
    }
  }

  @Test
  void a_bomb_is_refused_before_it_is_unpacked() throws Exception {
    Path big = folder.resolve("big.zip");
    try (var out = new ZipOutputStream(Files.newOutputStream(big))) {
      out.putNextEntry(new ZipEntry("zeros"));
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 64; i++) {
        out.write(zeros);
      }
      out.closeEntry();
    }
    Path spread = folder.resolve("spread.tar.gz");
    try (var out = tarStream(spread)) {
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 5; i++) {
        TarArchiveEntry entry = new TarArchiveEntry("zeros" + i);
        entry.setSize(zeros.length);
        out.putArchiveEntry(entry);
        out.write(zeros);
        out.closeArchiveEntry();
      }
    }

    assertThat(Files.size(big)).isLessThan(100_000);
    assertThatThrownBy(() -> texts(big)).hasMessage("`zeros` has more than 1 MiB.");
    assertThatThrownBy(() -> texts(spread)).hasMessage("Unpacked it has more than 2 MiB.");
  }

  @Test
  void too_many_files_a_file_twice_and_what_is_no_archive_are_refused() throws Exception {
    Map<String, String> many = new TreeMap<>();
    for (int i = 0; i < 11; i++) {
      many.put("f" + i, "");
    }
    Path twice = folder.resolve("twice.tar.gz");
    try (var out = tarStream(twice)) {
      for (int i = 0; i < 2; i++) {
        out.putArchiveEntry(new TarArchiveEntry("commands.sh"));
        out.closeArchiveEntry();
      }
    }
    Path none = Files.writeString(folder.resolve("none.zip"), "hello");
    Path torn = Files.write(folder.resolve("torn.tar.gz"), new byte[] {0x1F, (byte) 0x8B, 8, 0});
    Path zip = zip(many);

    assertThatThrownBy(() -> texts(zip)).hasMessage("There are more than 10 files in it.");
    assertThatThrownBy(() -> texts(twice)).hasMessage("`commands.sh` is in it twice.");
    assertThatThrownBy(() -> texts(none)).hasMessageContaining("neither a folder");
    assertThatThrownBy(() -> texts(torn)).hasMessageContaining("is broken");
  }

  @Test
  void a_file_in_the_place_of_a_folder_is_there_twice() throws Exception {
    for (String first : new String[] {"a", "a/b"}) {
      Path tar = folder.resolve("above.tar.gz");
      try (var out = tarStream(tar)) {
        for (String path : new String[] {first, first.equals("a") ? "a/b" : "a"}) {
          out.putArchiveEntry(new TarArchiveEntry(path));
          out.closeArchiveEntry();
        }
      }

      assertThatThrownBy(() -> texts(tar)).hasMessageEndingWith("is in it twice.");
    }
  }

  @Test
  void a_disk_that_refuses_is_no_fault_of_the_archive() throws Exception {
    Path zip = zip(Map.of("a", "x"));

    assertThatThrownBy(
            () ->
                ForeignEntries.read(
                    zip,
                    BOUNDS,
                    (_, _) -> {
                      throw new IOException("No space left on device");
                    }))
        .isInstanceOf(IOException.class)
        .hasMessage("No space left on device");
  }

  private static Map<String, String> texts(Path source) throws IOException, RefusedArchive {
    Map<String, String> texts = new TreeMap<>();
    ForeignFiles.read(source, BOUNDS)
        .forEach(
            (path, file) -> texts.put(path, new String(file.content(), StandardCharsets.UTF_8)));
    return texts;
  }

  private Path zip(Map<String, String> files) throws IOException {
    Path zip = Files.createTempFile(folder, "some", ".zip");
    try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
      for (var file : files.entrySet()) {
        out.putNextEntry(new ZipEntry(file.getKey()));
        out.write(file.getValue().getBytes(StandardCharsets.UTF_8));
        out.closeEntry();
      }
    }
    return zip;
  }

  private Path tar(Map<String, String> files) throws IOException {
    Path tar = Files.createTempFile(folder, "some", ".tar.gz");
    try (var out = tarStream(tar)) {
      for (var file : files.entrySet()) {
        byte[] content = file.getValue().getBytes(StandardCharsets.UTF_8);
        TarArchiveEntry entry = new TarArchiveEntry(file.getKey(), true);
        entry.setSize(content.length);
        out.putArchiveEntry(entry);
        out.write(content);
        out.closeArchiveEntry();
      }
    }
    return tar;
  }

  private static TarArchiveOutputStream tarStream(Path file) throws IOException {
    OutputStream packed = new GZIPOutputStream(Files.newOutputStream(file));
    return new TarArchiveOutputStream(packed);
  }
}
