/** Runs the learner's command lines for real, in one shell that lives as long as the session. */
@NullMarked
package dev.ropewalk.shell;

import org.jspecify.annotations.NullMarked;
