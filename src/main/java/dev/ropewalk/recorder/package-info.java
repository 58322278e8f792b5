/**
 * The recorder: a relay between docker's clients and the engine. It passes on every byte as it came
 * and reads along, so that each request is known with its answer: {@link
 * dev.ropewalk.engine.Exchange}. It reads a block first and passes it on afterwards, so that what a
 * client has seen is already recorded.
 *
 * <p>{@link dev.ropewalk.recorder.Recorder} listens, {@code Link} forwards, {@code Conversation}
 * reads the messages of one connection, {@code Meanings} says what each request of the engine's API
 * is about. What cannot be read is passed on unread, and the record says so.
 *
 * <p>No record is no proof: a client may go round the recorder ({@code sudo}, another context, an
 * explicit {@code -H}), and what a client refuses by itself asks the engine for nothing.
 */
@NullMarked
package dev.ropewalk.recorder;

import org.jspecify.annotations.NullMarked;
