package dev.ropewalk.session;

import dev.ropewalk.command.Creations;
import dev.ropewalk.command.DockerUse;
import dev.ropewalk.command.StoredHelps;
import java.util.List;

/** What the words of a line tell, as a session hears it with the line's end. */
final class LineWords {
  private LineWords() {}

  /** What the words of a line ask for. */
  static Creations asked(String line) {
    return Creations.of(line, List.of(), StoredHelps.table(StoredHelps.OLD));
  }

  /** What a line does with docker. */
  static DockerUse use(String line) {
    return DockerUse.of(line, List.of(), StoredHelps.table(StoredHelps.OLD));
  }
}
