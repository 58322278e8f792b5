package dev.ropewalk.engine;

/** The objects that an engine keeps. */
public enum ObjectKind {
  CONTAINER,
  IMAGE,
  VOLUME,
  NETWORK
}
