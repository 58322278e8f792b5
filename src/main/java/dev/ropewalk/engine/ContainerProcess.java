package dev.ropewalk.engine;

/** A process of a container as the engine's machine sees it. */
public record ContainerProcess(int pid, int parent, String user, String command) {}
