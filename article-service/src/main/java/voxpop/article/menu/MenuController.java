package voxpop.article.menu;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import voxpop.article.Revisions;
import voxpop.article.site.Sites;
import voxpop.kit.caller.Caller;
import voxpop.kit.caller.Role;

@Controller
class MenuController {

  private final Menus menus;
  private final Sites sites;

  MenuController(Menus menus, Sites sites) {
    this.menus = menus;
    this.sites = sites;
  }

  /** The menu in each language of the site, for pages. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record All(Map<String, Menu> languages) {}

  @Get("/menus")
  All all() {
    return new All(menus.all());
  }

  @Get("/api/menu{?language}")
  HttpResponse<Menu> show(@QueryValue @Nullable String language) {
    return answer(menus.in(language == null ? sites.get().language() : language));
  }

  @Put("/api/menu")
  HttpResponse<Menu> write(
      Caller caller,
      @Header(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @Body @Valid MenuInput input) {
    caller.require(Role.EDITOR);
    return answer(menus.write(input, Revisions.expected(ifMatch)));
  }

  private static HttpResponse<Menu> answer(Menu menu) {
    return HttpResponse.ok(menu).header(HttpHeaders.ETAG, Revisions.etag(menu.revision()));
  }
}
