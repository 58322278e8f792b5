/** What came of judging work, in one form from which every report is made. */
@NullMarked
package dev.ropewalk.scorecard;

import org.jspecify.annotations.NullMarked;
