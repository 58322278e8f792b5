package dev.ropewalk.check.match;

import dev.ropewalk.check.value.Type;
import dev.ropewalk.check.value.Value;
import java.util.function.Function;

/**
 * Something that can be expected of a noun. Parser, completion, help, schema and reference are made
 * from it.
 *
 * @param name as written in a check file
 * @param doc what it is, in half a sentence
 * @param read takes the value from the facts
 * @param <F> the facts of the noun
 */
public record Attribute<F>(String name, Type type, String doc, Function<F, Value> read) {}
