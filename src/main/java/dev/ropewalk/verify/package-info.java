/** Judges checks against the engine, and again when an event that matters arrives. */
@NullMarked
package dev.ropewalk.verify;

import org.jspecify.annotations.NullMarked;
