/** What a compose file says, as Compose itself reads it, also where Compose is not installed. */
@NullMarked
package dev.ropewalk.compose;

import org.jspecify.annotations.NullMarked;
