package dev.ropewalk.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
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
import org.junit.jupiter.params.provider.CsvSource;
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
    assertThat(texts(unpacked(tar(files)))).isEqualTo(files);
  }

  @Test
  void litter_is_passed_over_wherever_it_lies_and_counts_for_nothing() throws Exception {
    Map<String, String> files = new TreeMap<>(Map.of("ada/commands.sh", "docker ps\n"));
    for (int i = 0; i < 30; i++) {
      files.put("__MACOSX/ada/._f" + i, "\0");
      files.put("ada/.git/objects/" + i, "x");
    }
    files.putAll(Map.of("ada/.DS_Store", "\0", "ada/Thumbs.db", "\0", "._ada", "\0"));
    Path plain = folder.resolve("plain");
    for (var file : files.entrySet()) {
      Path path = plain.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }

    for (Path each : new Path[] {plain, zip(files), tar(files), unpacked(tar(files))}) {
      assertThat(texts(each)).as("%s", each).containsOnlyKeys("ada/commands.sh");
    }
  }

  @Test
  void litter_is_no_way_around_the_bounds() throws Exception {
    Map<String, String> many = new TreeMap<>();
    for (int i = 0; i < 201; i++) {
      many.put("__MACOSX/f" + i, "");
    }
    Path zip = zip(many);
    Path tar = tar(Map.of("__MACOSX/big", "x".repeat((2 << 20) + 1)));

    assertThatThrownBy(() -> texts(zip)).hasMessageStartingWith("There is more in it than its");
    assertThatThrownBy(() -> texts(tar)).hasMessageStartingWith("There is more in it than its");
  }

  @ParameterizedTest
  @ValueSource(bytes = {'1', '2', '3', '4', '6', 'S', 'V', 'M', 'Z'})
  void what_is_no_plain_file_in_a_tar_is_refused(byte kind) throws Exception {
    Path tar = folder.resolve("odd.tar.gz");
    try (var out = tarStream(tar)) {
      TarArchiveEntry entry = new TarArchiveEntry("commands.sh", kind);
      entry.setLinkName("x");
      out.putArchiveEntry(entry);
      out.closeArchiveEntry();
    }

    assertThatThrownBy(() -> texts(tar)).isInstanceOf(RefusedArchive.class);
  }

  @ParameterizedTest
  @CsvSource({
    "377abcaf271c0004, It is a 7z archive",
    "526172211a0700, It is a RAR archive",
    "425a6839, It is packed with bzip2",
    "fd377a585a0000, It is packed with xz",
    "28b52ffd00, It is packed with zstd",
    "7f454c46, 'It is neither a folder, nor a zip, nor a tar.gz or tar.'",
    "'', It is neither a folder",
  })
  void an_archive_of_another_kind_is_told_by_its_name(String start, String told) throws Exception {
    Path file = Files.write(folder.resolve("other"), HexFormat.of().parseHex(start));

    assertThatThrownBy(() -> texts(file))
        .isInstanceOf(RefusedArchive.class)
        .hasMessageStartingWith(told);
  }

  @Test
  void wherever_an_archive_is_cut_off_it_is_broken_and_no_library_says_null() throws Exception {
    Map<String, String> files = Map.of("commands.sh", "docker ps\n", "a", "some".repeat(500));
    for (Path each : new Path[] {zip(files), tar(files), unpacked(tar(files))}) {
      byte[] whole = Files.readAllBytes(each);
      for (int length = 2; length < Math.min(whole.length, 1500); length += 7) {
        Path cut = Files.write(folder.resolve("cut"), Arrays.copyOf(whole, length));
        try {
          texts(cut);
        } catch (RefusedArchive e) {
          assertThat(e.sentence()).doesNotContain("null").doesNotContain("..").endsWith(".");
        }
      }
    }
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

  private Path unpacked(Path tar) throws IOException {
    Path plain = Files.createTempFile(folder, "some", ".tar");
    try (var packed = new GZIPInputStream(Files.newInputStream(tar))) {
      Files.write(plain, packed.readAllBytes());
    }
    return plain;
  }

  private static TarArchiveOutputStream tarStream(Path file) throws IOException {
    OutputStream packed = new GZIPOutputStream(Files.newOutputStream(file));
    return new TarArchiveOutputStream(packed);
  }
}
