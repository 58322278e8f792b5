package dev.ropewalk.shell;

/** Whether a new shell reads the files that bash reads when a person starts it. */
public enum StartupFiles {
  /**
   * {@code /etc/bash.bashrc} and {@code ~/.bashrc}, for their aliases, functions and variables;
   * silently.
   */
  READ,
  /** None of them: every machine behaves alike. */
  SKIPPED
}
