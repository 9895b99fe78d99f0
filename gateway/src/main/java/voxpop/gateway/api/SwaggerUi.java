package voxpop.gateway.api;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The files of Swagger UI that the page needs, from its library on the class path. Their address
 * has its version in it, so browsers may keep them.
 */
@Controller("/assets/api")
class SwaggerUi {
  private static final String HOME = "/META-INF/resources/webjars/swagger-ui/";
  private static final Map<String, String> TYPES =
      Map.of(
          "swagger-ui.css", "text/css; charset=utf-8",
          "swagger-ui-bundle.js", "text/javascript; charset=utf-8");

  private final String version = version();
  private final Map<String, Packed> files = new ConcurrentHashMap<>();

  /** The address of one of its files. */
  String path(String file) {
    return "/assets/api/" + version + "/" + file;
  }

  @Get("/{asked}/{file}")
  Optional<HttpResponse<byte[]>> file(HttpRequest<?> request, String asked, String file) {
    String type = TYPES.get(file);
    if (type == null || !asked.equals(version)) {
      return Optional.empty();
    }
    return Optional.of(
        files
            .computeIfAbsent(file, name -> Packed.of(HOME + version + "/" + name))
            .answer(request)
            .header(HttpHeaders.CONTENT_TYPE, type)
            .header(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable"));
  }

  private static String version() {
    try (var in =
        SwaggerUi.class.getResourceAsStream(
            "/META-INF/maven/org.webjars/swagger-ui/pom.properties")) {
      var properties = new Properties();
      properties.load(in);
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
