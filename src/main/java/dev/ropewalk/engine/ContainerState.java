package dev.ropewalk.engine;

import java.util.Locale;

/** The states a container can be in, in docker's own words. */
public enum ContainerState {
  CREATED,
  RUNNING,
  PAUSED,
  RESTARTING,
  REMOVING,
  EXITED,
  DEAD;

  /** Reads docker's word; a word that this version does not know counts as dead. */
  public static ContainerState parse(String word) {
    for (ContainerState state : values()) {
      if (state.word().equals(word)) {
        return state;
      }
    }
    return DEAD;
  }

  /** Docker's word, lower case. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
