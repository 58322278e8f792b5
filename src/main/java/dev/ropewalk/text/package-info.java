/** Places in sources, diagnostics, YAML with places, and "did you mean". */
@NullMarked
package dev.ropewalk.text;

import org.jspecify.annotations.NullMarked;
