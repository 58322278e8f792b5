/** Private throw-away engines: started, limited from outside, and destroyed without a trace. */
@NullMarked
package dev.ropewalk.sandbox;

import org.jspecify.annotations.NullMarked;
