package voxpop.kit.setup;

import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.context.ApplicationContextConfigurer;
import io.micronaut.context.annotation.ContextConfigurer;
import io.micronaut.context.env.PropertySource;
import io.micronaut.context.env.yaml.YamlPropertySourceLoader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * Puts the settings of {@code house.yml}, which all programs share, below each program's own {@code
 * application.yml}.
 */
@ContextConfigurer
public class HouseDefaults implements ApplicationContextConfigurer {
  /** Below {@code application.yml}, the environment and the command line. */
  private static final int BELOW_ALL_OTHERS = -1000;

  @Override
  public void configure(ApplicationContextBuilder builder) {
    try (InputStream yaml = HouseDefaults.class.getResourceAsStream("/house.yml")) {
      Map<String, Object> settings = new YamlPropertySourceLoader().read("house", yaml);
      builder.propertySources(PropertySource.of("house", settings, BELOW_ALL_OTHERS));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
