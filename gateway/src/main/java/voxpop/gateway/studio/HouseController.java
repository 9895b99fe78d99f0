package voxpop.gateway.studio;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import voxpop.gateway.client.Visitor;

/** What the house itself says: its pages, its menu, and what its series and topics are called. */
@Controller("/studio/house")
class HouseController {
  /** A house has a handful of pages. */
  private static final int PAGES = 100;

  private final StudioPages pages;
  private final Manuscripts manuscripts;
  private final House house;

  HouseController(StudioPages pages, Manuscripts manuscripts, House house) {
    this.pages = pages;
    this.manuscripts = manuscripts;
    this.house = house;
  }

  @Get
  HttpResponse<byte[]> show(Visitor visitor, @QueryValue @Nullable String done) {
    Studio studio = pages.studio(visitor, "house", done);
    Map<String, @Nullable Object> model = new HashMap<>();
    model.put("written", manuscripts.pages(visitor, PAGES));
    model.put("menu", house.menu(visitor, studio.site().language()).value());
    model.put("series", house.allSeries(visitor, studio.site().language()));
    model.put("topics", house.topics(visitor, studio.site().language()));
    return pages.page(studio, "house", model);
  }
}
