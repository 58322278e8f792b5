/** What is expected of a value: matchers, read, tried and told. */
@NullMarked
package dev.ropewalk.check.match;

import org.jspecify.annotations.NullMarked;
