package voxpop.gateway.studio;

import static voxpop.gateway.studio.StudioPages.to;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import voxpop.gateway.client.Refused;
import voxpop.gateway.client.Visitor;
import voxpop.gateway.edge.Sessions;
import voxpop.gateway.studio.Household.Preferences;

/** How one wants to be spoken and written to. */
@Controller("/studio/account")
public class AccountController {
  /** What the house itself speaks. */
  public static final List<String> LANGUAGES = List.of("de", "en", "es", "fr");

  private final StudioPages pages;
  private final Household household;
  private final Sessions sessions;

  AccountController(StudioPages pages, Household household, Sessions sessions) {
    this.pages = pages;
    this.household = household;
    this.sessions = sessions;
  }

  /** {@code digest} is a box to tick. */
  @Serdeable
  record Form(@Nullable String language, @Nullable String digest, @Nullable String token) {
    Preferences preferences() {
      boolean chosen = language != null && !language.isBlank();
      return new Preferences(chosen ? language : null, digest != null, null);
    }
  }

  @Get
  Optional<HttpResponse<byte[]>> show(Visitor visitor, @QueryValue @Nullable String done) {
    return household
        .preferences(visitor, id(visitor))
        .map(own -> page(HttpStatus.OK, pages.studio(visitor, "account", done), own));
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<byte[]> settle(HttpRequest<?> request, Visitor visitor, @Body Form form) {
    pages.check(visitor, form.token());
    try {
      household.prefer(visitor, id(visitor), form.preferences());
    } catch (Refused refused) {
      Studio studio = pages.refused(visitor, "account", refused.problem());
      return page(HttpStatus.valueOf(refused.status()), studio, form.preferences());
    }
    sessions.renew(request);
    return to("/studio/account?done=settled");
  }

  private HttpResponse<byte[]> page(HttpStatus status, Studio studio, Preferences own) {
    return pages.page(status, studio, "account", Map.of("own", own));
  }

  private static UUID id(Visitor visitor) {
    return visitor.author().orElseThrow().id();
  }
}
