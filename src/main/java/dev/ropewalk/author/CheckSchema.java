package dev.ropewalk.author;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ropewalk.check.language.Language;
import dev.ropewalk.check.syntax.Shape;
import dev.ropewalk.check.value.Variables;
import dev.ropewalk.lesson.CheckFile;
import java.util.List;

/**
 * The JSON Schema (draft 2020-12) of check files, for editors. It knows the form of a file, not its
 * meaning: a variable that nobody captures or a regular expression that is none is found by lint.
 */
public final class CheckSchema {
  private final ObjectNode definitions = JsonNodeFactory.instance.objectNode();
  private final ValueSchema values = new ValueSchema(this, definitions);

  CheckSchema() {}

  /** The schema as JSON, with a line end. */
  public static String print() {
    return new CheckSchema().root().toPrettyString() + "\n";
  }

  private ObjectNode root() {
    ObjectNode root = object();
    root.put("$schema", "https://json-schema.org/draft/2020-12/schema")
        .put("title", "ropewalk check file")
        .put("description", "The checks of one lesson; the reference is docs/checks.md.");
    root.setAll(form(CheckFile.FILE));
    definitions.set("claim", claim());
    definitions.set("check", closed(keys(Language.common())));
    definitions.set("sentence", closed(object()));
    root.set("$defs", definitions);
    return root;
  }

  /** What may stand at a place of that form. */
  ObjectNode form(Shape shape) {
    return switch (shape) {
      case Shape.Of(var type) -> values.open(type);
      case Shape.Constant(var type) -> values.constant(type);
      case Shape.Captured() -> object().put("type", "string").put("pattern", Variables.NAME);
      case Shape.Exactly(var word, var doc) -> object().put("const", word).put("description", doc);
      case Shape.Matched(var type) -> values.matched(type);
      case Shape.Keys keys -> keys(keys).put("additionalProperties", false);
      case Shape.Named(var value) -> {
        ObjectNode named = object().put("type", "object");
        named.set("additionalProperties", form(value));
        yield named;
      }
      case Shape.Many(var item, var least) -> {
        ObjectNode list = object().put("type", "array");
        list.set("items", form(item));
        yield least > 0 ? list.put("minItems", least) : list;
      }
      case Shape.Either(var forms) -> any(forms.stream().map(this::form).toList());
      case Shape.WholeCheck() -> reference("check");
      case Shape.Sentence() -> reference("sentence");
    };
  }

  /** A mapping with these keys, open for others. */
  private ObjectNode keys(Shape.Keys keys) {
    ObjectNode mapping = object().put("type", "object");
    ObjectNode properties = mapping.putObject("properties");
    for (Shape.Key key : keys.keys()) {
      ObjectNode value = form(key.shape());
      if (!key.doc().isEmpty()) {
        value.put("description", key.doc());
      }
      properties.set(key.name(), value);
    }
    List<String> required =
        keys.keys().stream()
            .filter(key -> key.need() == Shape.Need.REQUIRED)
            .map(Shape.Key::name)
            .toList();
    if (!required.isEmpty()) {
      ArrayNode names = mapping.putArray("required");
      required.forEach(names::add);
    }
    return switch (keys.take()) {
      case SOME -> mapping.put("minProperties", 1);
      case ONE -> mapping.put("minProperties", 1).put("maxProperties", 1);
      case ANY -> mapping;
    };
  }

  /** One noun with its own keys: the noun that stands there decides on the rest. */
  private ObjectNode claim() {
    ObjectNode claim = object();
    ArrayNode one = claim.putArray("oneOf");
    ArrayNode each = claim.putArray("allOf");
    for (Language.NounShape noun : Language.nouns()) {
      one.add(named(noun.word()));
      ObjectNode subject = form(noun.subject());
      ObjectNode shape = keys(noun.properties()).put("description", noun.doc());
      ((ObjectNode) shape.get("properties"))
          .set(noun.word(), subject.put("description", noun.doc()));
      definitions.set("noun-" + noun.word(), shape);
      ObjectNode rule = each.addObject();
      rule.set("if", named(noun.word()));
      rule.set("then", reference("noun-" + noun.word()));
    }
    return claim;
  }

  /** The noun stands there, and is no key of another one, as `run` is of `exec`. */
  private static ObjectNode named(String word) {
    ObjectNode named = object();
    named.putArray("required").add(word);
    List<ObjectNode> others =
        Language.nouns().stream()
            .filter(other -> other.properties().names().contains(word))
            .map(
                other -> {
                  ObjectNode required = object();
                  required.putArray("required").add(other.word());
                  return required;
                })
            .toList();
    if (!others.isEmpty()) {
      named.set("not", any(others));
    }
    return named;
  }

  /** A claim with further keys around it, and no others. */
  private static ObjectNode closed(ObjectNode around) {
    around.put("type", "object").put("$ref", "#/$defs/claim");
    return around.put("unevaluatedProperties", false);
  }

  static ObjectNode any(List<ObjectNode> schemas) {
    ObjectNode any = object();
    ArrayNode list = any.putArray("anyOf");
    schemas.forEach(list::add);
    return any;
  }

  static ObjectNode reference(String definition) {
    return object().put("$ref", "#/$defs/" + definition);
  }

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
