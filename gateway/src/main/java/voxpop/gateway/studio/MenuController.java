package voxpop.gateway.studio;

import static voxpop.gateway.studio.StudioPages.to;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import java.util.HashMap;
import java.util.Map;
import voxpop.gateway.client.Refused;
import voxpop.gateway.client.Visitor;

/** The menu's lines: what they are called and where they lead. */
@Controller("/studio/house/menu")
class MenuController {
  /** A house has a handful of pages. */
  private static final int PAGES = 100;

  private final StudioPages pages;
  private final Manuscripts manuscripts;
  private final House house;

  MenuController(StudioPages pages, Manuscripts manuscripts, House house) {
    this.pages = pages;
    this.manuscripts = manuscripts;
    this.house = house;
  }

  @Get
  HttpResponse<byte[]> show(Visitor visitor) {
    Studio studio = pages.studio(visitor, "house", null);
    var menu = house.menu(visitor, studio.site().language());
    return form(HttpStatus.OK, visitor, studio, MenuForm.of(menu.value(), menu.etag()));
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<byte[]> write(Visitor visitor, @Body Map<String, String> typed) {
    pages.check(visitor, typed.get("token"));
    MenuForm form = MenuForm.of(typed);
    try {
      house.write(visitor, form.input(), form.etag());
    } catch (Refused refused) {
      Studio studio = pages.refused(visitor, "house", refused.problem());
      return form(HttpStatus.valueOf(refused.status()), visitor, studio, form);
    }
    return to("/studio/house?done=settled");
  }

  private HttpResponse<byte[]> form(
      HttpStatus status, Visitor visitor, Studio studio, MenuForm form) {
    String language = studio.site().language();
    Map<String, Object> model = new HashMap<>();
    model.put("form", form);
    model.put(
        "choices",
        MenuForm.choices(
            manuscripts.pages(visitor, PAGES),
            house.allSeries(visitor, language),
            house.topics(visitor, language)));
    return pages.page(status, studio, "menu", model);
  }
}
