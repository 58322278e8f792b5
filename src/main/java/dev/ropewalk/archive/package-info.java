/** Reads folders and archives of people that we do not know, within bounds. */
@NullMarked
package dev.ropewalk.archive;

import org.jspecify.annotations.NullMarked;
