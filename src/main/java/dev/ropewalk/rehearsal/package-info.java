/** Plays lessons without anybody at the terminal: for proofs and for grading in the same way. */
@NullMarked
package dev.ropewalk.rehearsal;

import org.jspecify.annotations.NullMarked;
