package dev.ropewalk.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.UnixStat;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;

/** Packs archives, honest ones and others. */
final class Archives {
  private Archives() {}

  /**
   * Something in an archive.
   *
   * @param link where it leads, if it is a link
   */
  record Item(String name, String text, String link) {
    static Item file(String name, String text) {
      return new Item(name, text, "");
    }

    static Item link(String name, String to) {
      return new Item(name, "", to);
    }
  }

  /** The files of a folder, each with something before its path. */
  static List<Item> of(Path folder, String before) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().map(f -> item(folder, before, f)).toList();
    }
  }

  private static Item item(Path folder, String before, Path file) {
    try {
      return Item.file(before + folder.relativize(file), Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path zip(Path file, List<Item> items) throws IOException {
    try (var out = new ZipArchiveOutputStream(file)) {
      for (Item item : items) {
        ZipArchiveEntry entry = new ZipArchiveEntry(item.name());
        boolean isLink = !item.link().isEmpty();
        entry.setUnixMode(isLink ? UnixStat.LINK_FLAG | 0777 : UnixStat.FILE_FLAG | 0644);
        out.putArchiveEntry(entry);
        out.write((isLink ? item.link() : item.text()).getBytes(StandardCharsets.UTF_8));
        out.closeArchiveEntry();
      }
    }
    return file;
  }

  static Path tar(Path file, List<Item> items) throws IOException {
    try (var out =
        new TarArchiveOutputStream(
            new GzipCompressorOutputStream(Files.newOutputStream(file)), "UTF-8")) {
      out.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
      for (Item item : items) {
        boolean isLink = !item.link().isEmpty();
        byte[] text = item.text().getBytes(StandardCharsets.UTF_8);
        TarArchiveEntry entry =
            isLink
                ? new TarArchiveEntry(item.name(), TarConstants.LF_SYMLINK, true)
                : new TarArchiveEntry(item.name(), true);
        entry.setSize(text.length);
        if (isLink) {
          entry.setLinkName(item.link());
        }
        out.putArchiveEntry(entry);
        out.write(text);
        out.closeArchiveEntry();
      }
    }
    return file;
  }
}
