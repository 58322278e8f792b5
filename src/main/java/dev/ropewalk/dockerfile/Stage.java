package dev.ropewalk.dockerfile;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A build stage: a {@code FROM} and what stands below it.
 *
 * @param name as after {@code AS}, in small letters as docker keeps it; otherwise its number from 0
 * @param from the image or the earlier stage that it begins with, variables put in
 * @param base the earlier stage that {@code from} names; empty for an image
 * @param instructions its own, the {@code FROM} first
 * @param user the user that its containers run as, as the last {@code USER} says here or in a stage
 *     that it comes from, variables put in; empty without one
 * @param environment the variables that {@code ENV} sets here and in the stages that it comes from
 * @param sources by line, what each {@code ADD} and {@code COPY} takes, without here-documents;
 *     variables put in, one without a value as it is written
 */
public record Stage(
    String name,
    String from,
    Optional<Stage> base,
    List<Instruction> instructions,
    Optional<String> user,
    Map<String, String> environment,
    Map<Integer, List<String>> sources) {
  public Stage {
    instructions = List.copyOf(instructions);
    environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
    sources = Map.copyOf(sources);
  }

  /** The image that it comes from in the end. */
  public String image() {
    return base.map(Stage::image).orElse(from);
  }
}
