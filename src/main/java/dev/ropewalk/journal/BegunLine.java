package dev.ropewalk.journal;

import java.time.Instant;

/**
 * A line of the learner's that began and of which no end is known: ropewalk was killed in between.
 *
 * @param at by our clock
 */
public record BegunLine(Instant at, String line) {}
