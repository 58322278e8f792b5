/** Checks of containers from outside: how they were made, their ports, logs and events. */
@NullMarked
package dev.ropewalk.check.container;

import org.jspecify.annotations.NullMarked;
