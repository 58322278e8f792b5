/** Proves lessons: that each step tells right answers from wrong ones, and says why. */
@NullMarked
package dev.ropewalk.proof;

import org.jspecify.annotations.NullMarked;
