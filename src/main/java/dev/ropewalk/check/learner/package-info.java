/** Checks of what the learner did: lines typed, answers, events, and scripts over it all. */
@NullMarked
package dev.ropewalk.check.learner;

import org.jspecify.annotations.NullMarked;
