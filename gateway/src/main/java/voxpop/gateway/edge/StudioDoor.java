package voxpop.gateway.edge;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The studio is for those who are signed in; others are sent to the sign-in page. Nothing of it is
 * kept by a cache.
 */
@ServerFilter({"/studio", "/studio/**"})
class StudioDoor {
  static final String SIGN_IN = "/studio/sign-in";

  private final Visitors visitors;

  StudioDoor(Visitors visitors) {
    this.visitors = visitors;
  }

  @RequestFilter
  @ExecuteOn(TaskExecutors.BLOCKING)
  @Nullable HttpResponse<?> letIn(HttpRequest<?> request) {
    if (visitors.of(request).author().isPresent() || request.getPath().equals(SIGN_IN)) {
      return null;
    }
    String query = request.getUri().getRawQuery();
    String wanted = request.getPath() + (query == null ? "" : "?" + query);
    String to = URLEncoder.encode(wanted, StandardCharsets.UTF_8);
    return HttpResponse.seeOther(URI.create(SIGN_IN + "?to=" + to))
        .header("Cache-Control", "no-store");
  }

  @ResponseFilter
  void keepNothing(MutableHttpResponse<?> response) {
    response.header("Cache-Control", "no-store");
  }
}
