/** Judges what was handed in: each submission replayed on engines of its own. */
@NullMarked
package dev.ropewalk.grade;

import org.jspecify.annotations.NullMarked;
