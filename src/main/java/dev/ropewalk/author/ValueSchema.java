package dev.ropewalk.author;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ropewalk.check.language.Language;
import dev.ropewalk.check.value.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The schemas of values and of matchers, each defined once and referred to. */
final class ValueSchema {
  private static final String VARIABLE = "\\$\\{[A-Za-z_][A-Za-z0-9_]*\\}";

  private final CheckSchema whole;
  private final ObjectNode definitions;
  private final Map<Type, String> names = new HashMap<>();

  ValueSchema(CheckSchema whole, ObjectNode definitions) {
    this.whole = whole;
    this.definitions = definitions;
  }

  /** A value in which variables may stand. */
  ObjectNode open(Type type) {
    if (type == Type.Single.TEXT) {
      return constant(type);
    }
    String name = "value-" + name(type);
    if (!definitions.has(name)) {
      ObjectNode variable = CheckSchema.object().put("type", "string").put("pattern", VARIABLE);
      definitions.set(name, CheckSchema.any(List.of(constant(type), variable)));
    }
    return CheckSchema.reference(name);
  }

  /** A value that is written out. YAML takes a bare {@code 5} for a number, so both are allowed. */
  ObjectNode constant(Type type) {
    ObjectNode schema = CheckSchema.object();
    switch (type) {
      case Type.Single single -> {
        single(single, schema);
        if (single != Type.Single.TEXT) {
          schema.put("pattern", "^(?:" + single.pattern() + ")$");
        }
      }
      case Type.Word(var allowed) -> allowed.forEach(schema.withArray("enum")::add);
      case Type.RecordOf _ -> types(schema, "string", "number");
      case Type.ListOf _ -> schema.put("type", "array");
      case Type.TableOf _ -> schema.put("type", "object");
    }
    return schema;
  }

  private static void single(Type.Single type, ObjectNode schema) {
    switch (type) {
      case TEXT -> types(schema, "string", "number", "boolean");
      case NUMBER -> types(schema, "integer", "string");
      case SIZE, CPUS -> types(schema, "number", "string").put("minimum", 0);
      case DURATION, ADDRESS -> schema.put("type", "string");
      case FLAG -> types(schema, "boolean", "string");
      case ID, IMAGE, CAPABILITY -> types(schema, "string", "number");
      case HOST_PORT, PORT ->
          types(schema, "integer", "string").put("minimum", 1).put("maximum", 65_535);
    }
  }

  private static ObjectNode types(ObjectNode schema, String... names) {
    for (String name : names) {
      schema.withArray("type").add(name);
    }
    return schema;
  }

  /** A value to be equal to, or matchers. */
  ObjectNode matched(Type type) {
    String name = "matched-" + name(type);
    if (!definitions.has(name)) {
      definitions.set(name, CheckSchema.object());
      definitions.set(name, CheckSchema.any(ways(type)));
    }
    return CheckSchema.reference(name);
  }

  private List<ObjectNode> ways(Type type) {
    List<ObjectNode> ways = new ArrayList<>();
    switch (type) {
      case Type.Single _, Type.Word _ -> ways.add(open(type));
      case Type.ListOf(var item) -> ways.add(list(item));
      case Type.RecordOf(var fields, _, _) -> {
        ways.add(open(type));
        ways.add(parts(fields));
      }
      case Type.TableOf _ -> ways.add(table(type));
    }
    ways.add(matchers(type));
    return ways;
  }

  private ObjectNode list(Type item) {
    ObjectNode list = CheckSchema.object().put("type", "array");
    list.set("items", matched(item));
    return list;
  }

  private ObjectNode parts(Map<String, Type> fields) {
    ObjectNode parts = mapping();
    ObjectNode properties = parts.putObject("properties");
    fields.forEach((field, type) -> properties.set(field, matched(type)));
    return parts.put("additionalProperties", false);
  }

  /** Names of the author's choosing, as long as none of them is a matcher's word. */
  private ObjectNode table(Type type) {
    ObjectNode table = mapping();
    table.set("additionalProperties", matched(Type.Single.TEXT));
    ObjectNode not = table.putObject("propertyNames").putObject("not");
    Language.matchers(type).forEach(matcher -> not.withArray("enum").add(matcher.word()));
    return table;
  }

  private ObjectNode matchers(Type type) {
    ObjectNode words = mapping();
    ObjectNode properties = words.putObject("properties");
    for (Language.MatcherShape matcher : Language.matchers(type)) {
      ObjectNode argument = whole.form(matcher.argument());
      properties.set(matcher.word(), argument.put("description", matcher.doc()));
    }
    return words.put("additionalProperties", false);
  }

  private static ObjectNode mapping() {
    return CheckSchema.object().put("type", "object").put("minProperties", 1);
  }

  /** A readable name of its own for each type. */
  private String name(Type type) {
    String known = names.get(type);
    if (known != null) {
      return known;
    }
    String base =
        switch (type) {
          case Type.Single single -> single.name().toLowerCase(Locale.ROOT).replace('_', '-');
          case Type.Word(var allowed) -> "word-" + allowed.getFirst();
          case Type.ListOf(var item) -> "list-of-" + name(item);
          case Type.RecordOf(var fields, _, _) -> "mapping-of-" + String.join("-", fields.keySet());
          case Type.TableOf _ -> "table";
        };
    String name = base;
    for (int i = 2; names.containsValue(name); i++) {
      name = base + "-" + i;
    }
    names.put(type, name);
    return name;
  }
}
