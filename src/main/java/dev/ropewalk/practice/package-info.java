/** Spaced practice: which steps went wrong, and when each of them comes again. */
@org.jspecify.annotations.NullMarked
package dev.ropewalk.practice;
