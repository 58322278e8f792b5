/**
 * Where other terminals meet a course that runs: commands such as {@code ropewalk hint}, and the
 * learner's own shells, which tell of their lines.
 */
@NullMarked
package dev.ropewalk.meeting;

import org.jspecify.annotations.NullMarked;
