package dev.ropewalk.journal;

/** The engine on which something happened, by the id that it gives itself. */
public record EngineId(String value) {
  /**
   * An engine that was there for one session alone and is gone: what was done on it is never gone
   * on with.
   */
  public static final EngineId PRIVATE = new EngineId("private");

  /** Journals that are older than this field: whichever engine goes on with them first. */
  public static final EngineId UNKNOWN = new EngineId("");

  @Override
  public String toString() {
    return value;
  }
}
