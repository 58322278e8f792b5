/** Checks, matchers, verdicts and the diagnosis computed from them. */
@NullMarked
package dev.ropewalk.check;

import org.jspecify.annotations.NullMarked;
