/** Plays a session for real: its effects reach the journal, the engine and the learner's shell. */
@NullMarked
package dev.ropewalk.play;

import org.jspecify.annotations.NullMarked;
