package dev.ropewalk.check;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The learner's disk: that of this machine, or of a private one in which the learner works. */
public interface Disk {
  /** How much of a file is looked at, in bytes. */
  int LIMIT = 1 << 20;

  /**
   * Something that is there.
   *
   * @param text the first MiB; empty of a folder
   * @param mode its permissions, such as {@code 644}
   */
  record Found(boolean folder, String text, String mode) {}

  /**
   * A file or folder; empty when there is none.
   *
   * @throws IOException when it is there and cannot be read
   */
  Optional<Found> find(Path path) throws IOException;

  /** The names of the files in a folder, without folders; none when it cannot be read. */
  List<String> files(Path folder);
}
