package voxpop.kit.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares what a program really routes with what its document says. */
public final class Routes {
  private Routes() {}

  /**
   * Fails unless each public route is in {@code src/main/openapi}, and nothing else is there.
   *
   * @param elsewhere routes that another program's document describes, as {@code POST /api/things}
   */
  public static void agree(Router router, String... elsewhere) {
    OpenApi api = OpenApi.here();
    Set<String> documented =
        api.operations().stream()
            .map(
                operation ->
                    told(
                        operation.method(),
                        operation.path(),
                        operation.parameters(OpenApi.ofTheHouse()).stream()
                            .filter(parameter -> !"path".equals(parameter.get("in")))
                            .map(parameter -> parameter.get("in") + " " + parameter.get("name"))))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(routed(router, Set.of(elsewhere)))
        .as("the routes below /api, and the document in src/main/openapi")
        .isEqualTo(documented);
  }

  private static Set<String> routed(Router router, Set<String> elsewhere) {
    return router
        .uriRoutes()
        .filter(route -> route.getHttpMethod() != HttpMethod.HEAD)
        .filter(route -> path(route).startsWith("/api/"))
        .filter(route -> !elsewhere.contains(route.getHttpMethodName() + " " + path(route)))
        .map(Routes::told)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String told(UriRouteInfo<?, ?> route) {
    return told(
        route.getHttpMethodName(),
        path(route),
        Arrays.stream(route.getTargetMethod().getArguments())
            .flatMap(
                argument ->
                    Stream.concat(
                        bound(argument, QueryValue.class, "query"),
                        bound(argument, Header.class, "header"))));
  }

  private static String path(UriRouteInfo<?, ?> route) {
    String path = route.getUriMatchTemplate().toPathString();
    return path.equals("/api") ? "/api/" : path;
  }

  private static Stream<String> bound(
      Argument<?> argument, Class<? extends Annotation> from, String in) {
    AnnotationMetadata metadata = argument.getAnnotationMetadata();
    return metadata.hasAnnotation(from)
        ? Stream.of(in + " " + metadata.stringValue(from).orElse(argument.getName()))
        : Stream.empty();
  }

  private static String told(String method, String path, Stream<String> parameters) {
    return method.toUpperCase(Locale.ROOT) + " " + path + " " + parameters.sorted().toList();
  }
}
