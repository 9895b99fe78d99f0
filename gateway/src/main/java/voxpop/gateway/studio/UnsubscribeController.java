package voxpop.gateway.studio;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import voxpop.gateway.client.Refused;
import voxpop.gateway.client.Visitor;
import voxpop.gateway.edge.Visitors;

/**
 * The way out of the mails, for whoever has one of them: mail programs take it by themselves (RFC
 * 8058), without cookies; people see a button first, because programs look at addresses as well.
 */
@Controller("/mail/unsubscribe/{token}")
class UnsubscribeController {
  private final StudioPages pages;
  private final Household household;
  private final Visitors visitors;

  UnsubscribeController(StudioPages pages, Household household, Visitors visitors) {
    this.pages = pages;
    this.household = household;
    this.visitors = visitors;
  }

  @Get
  HttpResponse<byte[]> ask(HttpRequest<?> request, String token) {
    return page(HttpStatus.OK, visitors.of(request), null, token);
  }

  @Post
  @Consumes(MediaType.ALL)
  HttpResponse<byte[]> leave(HttpRequest<?> request, String token) {
    Visitor visitor = visitors.of(request);
    try {
      household.unsubscribe(visitor, token);
    } catch (Refused refused) {
      return page(HttpStatus.valueOf(refused.status()), visitor, "unknown", token);
    }
    return page(HttpStatus.OK, visitor, "done", token);
  }

  private HttpResponse<byte[]> page(
      HttpStatus status, Visitor visitor, @Nullable String outcome, String token) {
    Map<String, @Nullable Object> model = new HashMap<>();
    model.put("outcome", outcome);
    model.put("address", token);
    return pages
        .page(status, pages.studio(visitor, "unsubscribe", null), "unsubscribe", model)
        .header("Cache-Control", "no-store");
  }
}
