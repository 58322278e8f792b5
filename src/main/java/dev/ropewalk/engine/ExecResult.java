package dev.ropewalk.engine;

/** How a probe inside a container ended: its exec id, its exit code, and what it printed. */
public record ExecResult(String execId, int exitCode, String out, String err) {}
