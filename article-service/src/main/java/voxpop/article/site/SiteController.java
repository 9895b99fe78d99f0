package voxpop.article.site;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Put;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import voxpop.article.Revisions;
import voxpop.kit.caller.Caller;
import voxpop.kit.caller.Role;

@Controller
class SiteController {

  private final Sites sites;

  SiteController(Sites sites) {
    this.sites = sites;
  }

  @Get(uris = {"/api/site", "/site"})
  HttpResponse<Site> show() {
    return answer(sites.get());
  }

  @Put("/api/site")
  HttpResponse<Site> replace(
      Caller caller,
      @Header(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @Body @Valid SiteInput input) {
    caller.require(Role.ADMINISTRATOR);
    return answer(sites.replace(input, Revisions.expected(ifMatch)));
  }

  private static HttpResponse<Site> answer(Site site) {
    return HttpResponse.ok(site).header(HttpHeaders.ETAG, Revisions.etag(site.version()));
  }
}
