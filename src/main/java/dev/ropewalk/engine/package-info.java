/**
 * The port to a container engine: what may be asked of it, its events, and the facts it answers
 * with.
 */
@NullMarked
package dev.ropewalk.engine;

import org.jspecify.annotations.NullMarked;
