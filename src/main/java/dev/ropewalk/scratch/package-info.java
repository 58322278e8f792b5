/** Folders that are there for a while, and go with the process that made them, however it ends. */
@NullMarked
package dev.ropewalk.scratch;

import org.jspecify.annotations.NullMarked;
