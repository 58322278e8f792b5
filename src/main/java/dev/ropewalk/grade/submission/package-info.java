/** What is handed in: read from folders and archives, and packed from a learner's journal. */
@NullMarked
package dev.ropewalk.grade.submission;

import org.jspecify.annotations.NullMarked;
