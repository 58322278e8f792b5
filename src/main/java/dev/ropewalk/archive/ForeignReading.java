package dev.ropewalk.archive;

import dev.ropewalk.archive.RefusedArchive.Fault;
import java.io.EOFException;
import java.io.IOException;

/** Something that is read from what is foreign, and may therefore be broken. */
interface ForeignReading<T> {
  T read() throws IOException;

  /**
   * What is read.
   *
   * @throws RefusedArchive when it is broken; the message says how, as far as the library does
   */
  static <T> T of(ForeignReading<T> reading) throws RefusedArchive {
    try {
      return reading.read();
    } catch (EOFException e) {
      throw new RefusedArchive(Fault.BROKEN, "It is broken: its end is missing.", e);
    } catch (IOException | IllegalArgumentException e) {
      throw new RefusedArchive(Fault.BROKEN, "It is broken" + reason(e) + ".", e);
    }
  }

  private static String reason(Exception e) {
    String says = e.getMessage();
    return says == null || says.isBlank() ? "" : ": " + says.strip().replaceFirst("\\.+$", "");
  }
}
