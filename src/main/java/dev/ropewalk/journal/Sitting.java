package dev.ropewalk.journal;

import dev.ropewalk.lesson.CourseId;

/**
 * One learner at one course on one engine, from the start of ropewalk until they leave.
 *
 * @param session tells it from all others; for people who read a journal
 */
public record Sitting(CourseId course, String session, EngineId engine) {}
