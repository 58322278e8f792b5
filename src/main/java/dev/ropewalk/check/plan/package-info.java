/**
 * What to do next: commands that lead from what is there to what all checks of a step want
 * together.
 */
@NullMarked
package dev.ropewalk.check.plan;

import org.jspecify.annotations.NullMarked;
