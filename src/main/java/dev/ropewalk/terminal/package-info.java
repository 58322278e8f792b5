/**
 * What a person sees: the prompt, Markdown on a terminal, completion and the drawing of changes.
 */
@NullMarked
package dev.ropewalk.terminal;

import org.jspecify.annotations.NullMarked;
