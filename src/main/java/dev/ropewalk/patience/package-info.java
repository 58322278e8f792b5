/** How long this program waits for a busy machine. */
@NullMarked
package dev.ropewalk.patience;

import org.jspecify.annotations.NullMarked;
