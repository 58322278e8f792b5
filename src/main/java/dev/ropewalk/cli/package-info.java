/** The commands, their wiring and their exit codes. */
@NullMarked
package dev.ropewalk.cli;

import org.jspecify.annotations.NullMarked;
