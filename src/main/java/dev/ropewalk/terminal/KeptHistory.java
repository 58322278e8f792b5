package dev.ropewalk.terminal;

import dev.ropewalk.command.Secrets;
import java.time.Instant;
import org.jline.reader.impl.history.DefaultHistory;

/** The typed lines, kept from session to session without their secrets. */
final class KeptHistory extends DefaultHistory {
  @Override
  public void add(Instant time, String line) {
    super.add(time, Secrets.hide(line));
  }
}
