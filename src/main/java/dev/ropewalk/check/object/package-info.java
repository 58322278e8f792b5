/**
 * Checks of the engine's other objects and of files: images, networks, volumes, Compose,
 * Dockerfiles.
 */
@NullMarked
package dev.ropewalk.check.object;

import org.jspecify.annotations.NullMarked;
