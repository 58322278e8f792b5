/** Reasons that checks of several nouns tell: what was typed, what failed, what is unlike. */
@NullMarked
package dev.ropewalk.check.why;

import org.jspecify.annotations.NullMarked;
