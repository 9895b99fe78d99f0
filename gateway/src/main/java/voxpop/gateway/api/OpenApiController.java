package voxpop.gateway.api;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.util.HexFormat;
import java.util.Map;
import voxpop.gateway.edge.Languages;
import voxpop.gateway.edge.Sites;
import voxpop.gateway.page.Assets;
import voxpop.gateway.page.Messages;
import voxpop.gateway.page.Templates;
import voxpop.gateway.page.Words;

/** The document of all public addresses, merged by the build, and a page to try it. */
@Controller("/api")
class OpenApiController {
  /**
   * The page's tool draws its icons as data addresses; everything else is as strict as on every
   * page.
   */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src"
          + " 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private final Packed document = Packed.of("/openapi.json");
  private final String etag = "\"" + HexFormat.of().toHexDigits(document.hashCode()) + "\"";
  private final SwaggerUi tool;
  private final Templates templates;
  private final Messages messages;
  private final Assets assets;
  private final Sites sites;
  private final Languages languages;

  OpenApiController(
      SwaggerUi tool,
      Templates templates,
      Messages messages,
      Assets assets,
      Sites sites,
      Languages languages) {
    this.tool = tool;
    this.templates = templates;
    this.messages = messages;
    this.assets = assets;
    this.sites = sites;
    this.languages = languages;
  }

  @Get(value = "/openapi.json", produces = MediaType.APPLICATION_JSON)
  HttpResponse<?> document(HttpRequest<?> request) {
    MutableHttpResponse<?> response =
        etag.equals(request.getHeaders().get(HttpHeaders.IF_NONE_MATCH))
            ? HttpResponse.status(HttpStatus.NOT_MODIFIED)
            : document.answer(request);
    return response
        .header(HttpHeaders.ETAG, etag)
        .header(HttpHeaders.CACHE_CONTROL, "public, max-age=60");
  }

  @Get(produces = MediaType.TEXT_HTML)
  HttpResponse<byte[]> page(HttpRequest<?> request) {
    var site = sites.known();
    Words words = messages.in(site.map(s -> languages.of(request, s)).orElse("en"), null);
    byte[] page =
        templates.render(
            "api.jte",
            Map.of(
                "words",
                words,
                "site",
                site.map(s -> s.name()).orElse("Voxpop"),
                "assets",
                assets,
                "style",
                tool.path("swagger-ui.css"),
                "script",
                tool.path("swagger-ui-bundle.js")));
    return HttpResponse.ok(page)
        .header(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8")
        .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
        .header(HttpHeaders.VARY, "Accept-Language, Cookie")
        .header("Content-Security-Policy", POLICY);
  }
}
