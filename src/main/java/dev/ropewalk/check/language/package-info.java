/** All nouns together: reads checks, and describes the language. */
@NullMarked
package dev.ropewalk.check.language;

import org.jspecify.annotations.NullMarked;
