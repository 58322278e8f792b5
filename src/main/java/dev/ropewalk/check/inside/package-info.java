/** Checks of what is inside a running container. */
@NullMarked
package dev.ropewalk.check.inside;

import org.jspecify.annotations.NullMarked;
