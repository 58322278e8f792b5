package dev.ropewalk.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A request that some client sent to the engine, and what came of it, as the bytes between them
 * said. Nothing secret is in it: of the headers the {@code User-Agent} alone, no value of an
 * environment, a build argument or a label, no content of files, no terminal's text.
 *
 * @param number counts the requests of a recorder, from 1, in the order in which they were begun
 * @param lane what asked: the name of the socket that the request came through
 * @param client how the client calls itself ({@code Docker-Client/28.2.2 (linux)}); may be empty
 * @param begun when the request's head had come, by this machine's clock
 * @param took from then to the end of the answer or of the stream; so far, while it is under way
 * @param path without the version of the API and without the query
 * @param query the decoded parameters; those that may hold a secret have {@code …} as value
 * @param status of the answer; 0 while there is none
 * @param error the engine's own words about why it failed, with an error status or at the end of a
 *     build, a pull or a push that was accepted; empty when it did not fail
 * @param outcomes what the request did and what the answer showed; empty for what is not told apart
 */
public record Exchange(
    long number,
    String lane,
    String client,
    Instant begun,
    Duration took,
    String method,
    String path,
    Map<String, List<String>> query,
    int status,
    String error,
    List<Outcome> outcomes,
    Ending ending) {

  /** How it ended. */
  public enum Ending {
    /** It has not: the answer is still to come, or comes. */
    UNDER_WAY,
    /** The answer came to its end. */
    COMPLETE,
    /** The connection had become a stream (a terminal, a build session), and that has ended. */
    STREAM_ENDED,
    /** The client ended its side before the answer was complete, as for {@code logs -f}. */
    CLIENT_LEFT,
    /** The engine ended the connection before the answer was complete. */
    ENGINE_LEFT,
    /** What followed on the connection could not be read, so that its end is not known. */
    UNREAD
  }

  public Exchange {
    query = Map.copyOf(query);
    outcomes = List.copyOf(outcomes);
  }

  /** The same with other outcomes. */
  public Exchange with(List<Outcome> others) {
    return new Exchange(
        number, lane, client, begun, took, method, path, query, status, error, others, ending);
  }

  /** Whether the engine refused it or gave up on it. */
  public boolean failed() {
    return status >= 400 || !error.isEmpty();
  }

  public boolean underWay() {
    return ending == Ending.UNDER_WAY;
  }

  /** The outcomes of a kind. */
  public <T extends Outcome> Stream<T> outcomes(Class<T> kind) {
    return outcomes.stream().filter(kind::isInstance).map(kind::cast);
  }

  /** The first value of a parameter of the query. */
  public Optional<String> parameter(String name) {
    return Optional.ofNullable(query.get(name)).flatMap(values -> values.stream().findFirst());
  }
}
