package voxpop.gateway.studio;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import voxpop.gateway.client.Author;
import voxpop.gateway.client.Refused;
import voxpop.gateway.client.Unavailable;
import voxpop.gateway.client.Visitor;

/** What somebody finds when coming in: what lies on their own desk. */
@Controller("/studio")
class DashboardController {
  private final StudioPages pages;
  private final Manuscripts manuscripts;
  private final Workshop workshop;
  private final Moderating moderating;

  DashboardController(
      StudioPages pages, Manuscripts manuscripts, Workshop workshop, Moderating moderating) {
    this.pages = pages;
    this.manuscripts = manuscripts;
    this.workshop = workshop;
    this.moderating = moderating;
  }

  @Get
  HttpResponse<byte[]> show(Visitor visitor, @QueryValue @Nullable String done) {
    Studio studio = pages.studio(visitor, "desk", done);
    Author author = visitor.author().orElseThrow();
    Map<String, @Nullable Object> model = new HashMap<>();
    boolean writes = studio.mayWrite();
    model.put("written", writes ? partly(() -> manuscripts.own(visitor, 30)) : null);
    model.put(
        "lagging",
        author.is("translator")
            ? partly(() -> workshop.toDo(visitor, null, 10, null).items())
            : null);
    model.put(
        "held",
        author.is("moderator") || author.is("editor")
            ? partly(() -> moderating.queue(visitor, "held", 5, null).items())
            : null);
    return pages.page(studio, "desk", model);
  }

  /** One service that is away must not take the others' part of the page with it. */
  private static <T> List<T> partly(Supplier<List<T>> part) {
    try {
      return part.get();
    } catch (Unavailable | Refused e) {
      return List.of();
    }
  }
}
