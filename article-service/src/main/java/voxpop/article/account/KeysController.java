package voxpop.article.account;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

@Controller("/.well-known")
class KeysController {

  private final SigningKeys keys;

  KeysController(SigningKeys keys) {
    this.keys = keys;
  }

  @Get(value = "/jwks.json", produces = MediaType.APPLICATION_JSON)
  HttpResponse<String> show() {
    return HttpResponse.ok(keys.published().toString(true))
        .header("Cache-Control", "public, max-age=300");
  }
}
