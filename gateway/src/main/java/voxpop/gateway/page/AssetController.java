package voxpop.gateway.page;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.Optional;
import voxpop.gateway.edge.Encoding;

/** Style sheets, scripts, fonts and marks, each kept by browsers for a year. */
@Controller
@Secured(SecurityRule.IS_ANONYMOUS)
final class AssetController {
  private final Assets assets;

  AssetController(Assets assets) {
    this.assets = assets;
  }

  /** Before anybody asks, and beside the opening of the door. */
  @EventListener
  void prepare(ServerStartupEvent opened) {
    Thread.startVirtualThread(assets::compress);
  }

  @Get("/assets/{name}")
  Optional<HttpResponse<byte[]>> asset(
      String name, @Header(HttpHeaders.ACCEPT_ENCODING) @Nullable String accepted) {
    return assets
        .at("/assets/" + name)
        .map(
            a ->
                answer(a, accepted)
                    .header(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable"));
  }

  /** Some programs ask for it whatever the page says. */
  @Get("/favicon.ico")
  HttpResponse<byte[]> icon(@Header(HttpHeaders.ACCEPT_ENCODING) @Nullable String accepted) {
    return answer(assets.named("icon.svg"), accepted)
        .header(HttpHeaders.CACHE_CONTROL, "public, max-age=86400");
  }

  private static MutableHttpResponse<byte[]> answer(Asset asset, @Nullable String accepted) {
    Encoding encoding = Encoding.best(accepted, asset::has);
    MutableHttpResponse<byte[]> response =
        HttpResponse.ok(asset.bytes(encoding))
            .header(HttpHeaders.CONTENT_TYPE, asset.type())
            .header("X-Content-Type-Options", "nosniff");
    if (asset.compressible()) {
      response.header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
    }
    return encoding == Encoding.IDENTITY
        ? response
        : response.header(HttpHeaders.CONTENT_ENCODING, encoding.token());
  }
}
