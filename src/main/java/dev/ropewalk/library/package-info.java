/** Courses of others that were added to this machine: fetched, shown, pinned and removed again. */
@NullMarked
package dev.ropewalk.library;

import org.jspecify.annotations.NullMarked;
