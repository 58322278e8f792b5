/** Values, their types, and how they are written and shown. */
@NullMarked
package dev.ropewalk.check.value;

import org.jspecify.annotations.NullMarked;
