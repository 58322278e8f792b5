/**
 * HTTP/1 as it is written on a connection: heads, the framing of bodies, and one incremental reader
 * of both. It knows nothing of Docker, so that the client of the engine's API ({@code
 * engine.docker}) and the relay before it ({@code recorder}) read the same bytes alike.
 */
@NullMarked
package dev.ropewalk.http;

import org.jspecify.annotations.NullMarked;
