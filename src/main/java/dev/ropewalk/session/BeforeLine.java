package dev.ropewalk.session;

import dev.ropewalk.journal.Beginning;

/**
 * How things were before the learner's last line.
 *
 * @param was what of the lesson's own was there
 */
record BeforeLine(String line, Beginning was) {}
