package voxpop.gateway.page;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import org.jspecify.annotations.Nullable;
import voxpop.gateway.client.Site;
import voxpop.gateway.edge.Languages;
import voxpop.gateway.edge.Sites;

/**
 * The site's bare address: sends everybody to their language. With {@code ?language=} that choice
 * is remembered.
 */
@Controller
class HomeController {
  private final Sites sites;
  private final Languages languages;

  HomeController(Sites sites, Languages languages) {
    this.sites = sites;
    this.languages = languages;
  }

  @Get("/")
  HttpResponse<?> home(HttpRequest<?> request, @Nullable @QueryValue String language) {
    Site site = sites.site();
    boolean chosen = language != null && site.languages().contains(language);
    String to = chosen && language != null ? language : languages.of(request, site);
    MutableHttpResponse<?> response =
        HttpResponse.status(HttpStatus.FOUND)
            .header(HttpHeaders.LOCATION, "/" + to + "/")
            .header(HttpHeaders.VARY, "Accept-Language, Cookie")
            .header(HttpHeaders.CACHE_CONTROL, "private, no-store");
    return chosen ? response.cookie(languages.remember(to)) : response;
  }
}
