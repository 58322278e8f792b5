package dev.ropewalk.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;

/** The files of a folder, a zip or a tar.gz, in memory. */
public final class ForeignFiles {
  private ForeignFiles() {}

  /** A file of somebody else's. */
  public record ForeignFile(boolean executable, byte[] content) {}

  /**
   * Reads all.
   *
   * @param source a folder or an archive; which, is seen in its first bytes
   * @return by the path from the top, with {@code /}
   * @throws RefusedArchive when there is something in it that may not be, or too much
   * @throws IOException when the disk refuses
   */
  public static SortedMap<String, ForeignFile> read(Path source, Bounds bounds)
      throws IOException, RefusedArchive {
    SortedMap<String, ForeignFile> files = new TreeMap<>();
    ForeignEntries.read(
        source,
        bounds,
        (path, use) ->
            new ByteArrayOutputStream() {
              @Override
              public void close() {
                files.put(path, new ForeignFile(use == ForeignEntries.Use.RUN, toByteArray()));
              }
            });
    return files;
  }
}
