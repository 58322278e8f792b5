/** What a Dockerfile says, as docker itself reads it, and what is often wrong in one. */
@NullMarked
package dev.ropewalk.dockerfile;

import org.jspecify.annotations.NullMarked;
