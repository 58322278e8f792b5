package dev.ropewalk.shell;

/** Whether bash is to tell the exit code of each member of a line's last pipe. */
public enum PipeCodes {
  /** A command of ours stands after the line: of a line that is a whole one only. */
  TOLD,
  NOT_TOLD
}
