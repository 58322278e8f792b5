package dev.ropewalk.dockerfile;

/** What {@link WordReader} leaves in a text. */
enum WordOption {
  KEEP_QUOTES,
  KEEP_ESCAPES,
  /** A variable without a value stays as it is written. */
  KEEP_UNSET,
  /** Quotes are signs like others. */
  NO_QUOTES
}
