package dev.ropewalk.engine.docker;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.dockerjava.api.model.AuthConfig;
import com.github.dockerjava.api.model.AuthConfigurations;
import com.github.dockerjava.core.DockerClientConfig;
import com.github.dockerjava.core.RemoteApiVersion;
import com.github.dockerjava.core.SSLConfig;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** All that docker-java needs to know; nothing comes from the environment or from files. */
record ClientConfiguration(EngineAddress address, RemoteApiVersion version)
    implements DockerClientConfig {
  @Override
  public URI getDockerHost() {
    return URI.create(address.toString());
  }

  @Override
  public RemoteApiVersion getApiVersion() {
    return version;
  }

  @Override
  public ObjectMapper getObjectMapper() {
    return RawModels.mapper();
  }

  @Override
  public @Nullable String getRegistryUsername() {
    return null;
  }

  @Override
  public @Nullable String getRegistryPassword() {
    return null;
  }

  @Override
  public @Nullable String getRegistryEmail() {
    return null;
  }

  @Override
  public @Nullable String getRegistryUrl() {
    return null;
  }

  @Override
  public @Nullable AuthConfig effectiveAuthConfig(String imageName) {
    return null;
  }

  @Override
  public AuthConfigurations getAuthConfigurations() {
    return new AuthConfigurations();
  }

  @Override
  @SuppressWarnings("deprecation") // docker-java's own interface still names the old type
  public @Nullable SSLConfig getSSLConfig() {
    return null;
  }
}
