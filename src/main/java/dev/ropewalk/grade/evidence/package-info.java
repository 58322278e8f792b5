/** What was seen when steps were judged, kept so that they can be judged again. */
@NullMarked
package dev.ropewalk.grade.evidence;

import org.jspecify.annotations.NullMarked;
