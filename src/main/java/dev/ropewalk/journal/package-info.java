/** What happened, appended to a file, and the progress folded from it. */
@NullMarked
package dev.ropewalk.journal;

import org.jspecify.annotations.NullMarked;
