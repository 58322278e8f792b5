/** Reports of results, a class for each format. */
@NullMarked
package dev.ropewalk.report;

import org.jspecify.annotations.NullMarked;
