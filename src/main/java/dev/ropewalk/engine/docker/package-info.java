/** docker-java behind the engine port; its models never leave this package. */
@NullMarked
package dev.ropewalk.engine.docker;

import org.jspecify.annotations.NullMarked;
