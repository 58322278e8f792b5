/** The pure state machine of a lesson and the loop that feeds it. */
@NullMarked
package dev.ropewalk.session;

import org.jspecify.annotations.NullMarked;
