/** Drives the built command in a real terminal against the real engine. */
@NullMarked
package dev.ropewalk.e2e;

import org.jspecify.annotations.NullMarked;
