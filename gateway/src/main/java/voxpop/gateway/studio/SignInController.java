package voxpop.gateway.studio;

import static voxpop.gateway.studio.StudioPages.to;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import voxpop.gateway.client.Refused;
import voxpop.gateway.client.Visitor;
import voxpop.gateway.edge.Sessions;

/** Signing in and out. */
@Controller("/studio")
class SignInController {
  private final StudioPages pages;
  private final Sessions sessions;

  SignInController(StudioPages pages, Sessions sessions) {
    this.pages = pages;
    this.sessions = sessions;
  }

  /** What the form sends; {@code to} is where somebody was going when asked who they are. */
  @Serdeable
  record Form(
      @Nullable String email,
      @Nullable String password,
      @Nullable String to,
      @Nullable String token) {}

  @Get("/sign-in")
  HttpResponse<byte[]> form(Visitor visitor, @QueryValue @Nullable String to) {
    if (visitor.author().isPresent()) {
      return to(inside(to));
    }
    return pages.page(
        pages.studio(visitor, "sign-in", null), "sign-in", Map.of("email", "", "to", inside(to)));
  }

  @Post("/sign-in")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<byte[]> signIn(Visitor visitor, @Body Form form) {
    pages.check(visitor, form.token());
    String email = form.email() == null ? "" : form.email().strip();
    String password = form.password() == null ? "" : form.password();
    try {
      return to(inside(form.to())).cookie(sessions.signIn(visitor, email, password));
    } catch (Refused refused) {
      HttpResponse<byte[]> again =
          pages.page(
              HttpStatus.valueOf(refused.status()),
              pages.refused(visitor, "sign-in", refused.problem()),
              "sign-in",
              Map.of("email", email, "to", inside(form.to()), "status", refused.status()));
      String wait = refused.retryAfter();
      if (wait != null && again instanceof MutableHttpResponse<byte[]> told) {
        told.header(HttpHeaders.RETRY_AFTER, wait);
      }
      return again;
    }
  }

  @Post("/sign-out")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<byte[]> signOut(HttpRequest<?> request, Visitor visitor, @Body Form form) {
    pages.check(visitor, form.token());
    sessions.signOut(request);
    return to("/").cookie(sessions.goneCookie());
  }

  /** Only ever a page of the studio: an address from outside must not lead anywhere else. */
  private static String inside(@Nullable String to) {
    return to != null && to.matches("/studio/[A-Za-z0-9/_-]*(\\?[A-Za-z0-9=&_-]*)?")
        ? to
        : "/studio/";
  }
}
