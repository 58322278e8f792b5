package dev.ropewalk.engine.docker;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.deser.Deserializers;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.github.dockerjava.api.model.DockerObject;
import com.github.dockerjava.api.model.DockerObjectAccessor;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the engine's answers into docker-java's models as raw values only, see {@link
 * DockerObject#getRawValues()}; their typed getters stay empty. The typed fields leave out what we
 * need (the type of a mount, masked paths), fail on words that are newer than they are, and cost
 * three passes and much reflection at start-up.
 */
final class RawModels extends Deserializers.Base {
  private RawModels() {}

  /** A new mapper for docker-java; making one is cheap, its first use is not. */
  static ObjectMapper mapper() {
    SimpleModule module =
        new SimpleModule("raw-models") {
          private static final long serialVersionUID = 1;

          @Override
          public void setupModule(SetupContext context) {
            context.addDeserializers(new RawModels());
          }
        };
    return new ObjectMapper()
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
        .registerModule(module);
  }

  @Override
  public @Nullable JsonDeserializer<?> findBeanDeserializer(
      JavaType type, DeserializationConfig config, BeanDescription description) {
    return type.isTypeOrSubTypeOf(DockerObject.class)
        ? new ModelDeserializer(type.getRawClass().asSubclass(DockerObject.class))
        : null;
  }

  private static final class ModelDeserializer extends JsonDeserializer<DockerObject> {
    private final Class<? extends DockerObject> type;

    ModelDeserializer(Class<? extends DockerObject> type) {
      this.type = type;
    }

    @Override
    public DockerObject deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      Map<?, ?> values = context.readValue(parser, Map.class);
      try {
        DockerObject model = type.getDeclaredConstructor().newInstance();
        values.forEach(
            (key, value) ->
                DockerObjectAccessor.overrideRawValue(model, String.valueOf(key), value));
        return model;
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("docker-java's %s cannot be made".formatted(type), e);
      }
    }
  }
}
