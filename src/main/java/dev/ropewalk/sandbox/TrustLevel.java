package dev.ropewalk.sandbox;

import java.util.Locale;

/** How much may be entrusted to an engine: what keeps its containers from the machine. */
public enum TrustLevel {
  /** The engine of this machine itself. */
  NONE(
      "Nothing is stopped: whoever may talk to this engine is root on this machine.",
      "Run only what you would run yourself."),
  /** An engine that somebody has named, on which one submission after the other is worked on. */
  ENGINE(
      "One submission at a time, and all that it made on the engine is removed before the next one."
          + " Its containers run where that engine is.",
      "Whoever may talk to that engine is root on its machine, and can leave there what is not seen."
          + " The lines themselves are typed on this machine, as the user who grades. Grade so only"
          + " what you would run yourself, on an engine that is there for nothing else."),
  /** Namespaces of its own, a user namespace among them, and limits from outside. */
  NAMESPACES(
      "Root inside is an ordinary user outside. Files, processes, network and engine of this"
          + " machine are out of reach, also for privileged containers; memory, processes and"
          + " processor time are capped.",
      "It is one kernel: a fault in the kernel is a way out, and the programs in `/usr` can be"
          + " read. Give what may be malicious a virtual machine.");

  private final String stops;
  private final String lets;

  TrustLevel(String stops, String lets) {
    this.stops = stops;
    this.lets = lets;
  }

  /** As it is written in options and reports. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The level that is written so. */
  public static TrustLevel of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /** What it stops, for people. */
  public String stops() {
    return stops;
  }

  /** What it does not stop, and what follows from that, for people. */
  public String lets() {
    return lets;
  }
}
