/** A course, its lessons and steps, read from pairs of Markdown and YAML files. */
@NullMarked
package dev.ropewalk.lesson;

import org.jspecify.annotations.NullMarked;
