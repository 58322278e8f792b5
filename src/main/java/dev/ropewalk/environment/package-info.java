/** Where a learner works: this machine with the present engine, or a small machine of their own. */
@NullMarked
package dev.ropewalk.environment;

import org.jspecify.annotations.NullMarked;
