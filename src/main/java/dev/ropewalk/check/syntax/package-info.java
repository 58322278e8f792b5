/** What can stand in a check file, and the reading of its nodes. */
@NullMarked
package dev.ropewalk.check.syntax;

import org.jspecify.annotations.NullMarked;
