package voxpop.kit.setup;

import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.context.ApplicationContextConfigurer;
import io.micronaut.context.annotation.ContextConfigurer;
import io.micronaut.context.env.PropertySource;
import io.micronaut.context.env.yaml.YamlPropertySourceLoader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Puts the settings of {@code house.yml}, which all programs share, below each program's own {@code
 * application.yml}.
 */
@ContextConfigurer
public class HouseDefaults implements ApplicationContextConfigurer {
  /** Below {@code application.yml}, the environment and the command line. */
  private static final int BELOW_ALL_OTHERS = -1000;

  private static final List<String> PROGRAMS =
      List.of("article-service", "comment-service", "translation-service");

  @Override
  public void configure(ApplicationContextBuilder builder) {
    try (InputStream yaml = HouseDefaults.class.getResourceAsStream("/house.yml")) {
      Map<String, Object> settings =
          new HashMap<>(new YamlPropertySourceLoader().read("house", yaml));
      settings.putAll(addresses(System.getenv()));
      builder.propertySources(PropertySource.of("house", settings, BELOW_ALL_OTHERS));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Where the others are: for houses without Consul the only truth, for those with it what counts
   * while Consul doesn't answer.
   */
  static Map<String, Object> addresses(Map<String, String> environment) {
    boolean consul = "true".equalsIgnoreCase(environment.get("CONSUL_CLIENT_ENABLED"));
    Map<String, Object> urls = new HashMap<>();
    for (String program : PROGRAMS) {
      String address =
          environment.get("VOXPOP_ADDRESS_" + program.replace('-', '_').toUpperCase(Locale.ROOT));
      if (address != null && !address.isBlank() && consul) {
        urls.put("voxpop.fixed-address." + program, address);
      } else if (address != null && !address.isBlank()) {
        urls.put("micronaut.http.services." + program + ".urls", List.of(address.split(",")));
      }
    }
    return urls;
  }
}
