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
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import voxpop.gateway.client.Refused;
import voxpop.gateway.client.Site;
import voxpop.gateway.client.Visitor;

/**
 * The site's name, address, languages and rules; administrators only, as article-service decides.
 */
@Controller("/studio/settings")
public class SettingsController {
  private final StudioPages pages;
  private final Household household;
  private final Workshop workshop;

  SettingsController(StudioPages pages, Household household, Workshop workshop) {
    this.pages = pages;
    this.household = household;
    this.workshop = workshop;
  }

  /**
   * What the form holds, as typed.
   *
   * @param machineEditionsByLanguage languages in which the other rule for machine translations
   *     holds
   * @param index a box to tick
   */
  @Serdeable
  public record Form(
      @Nullable String name,
      @Nullable String tagline,
      @Nullable String address,
      @Nullable String language,
      @Nullable String languages,
      @Nullable String timeZone,
      @Nullable String machineEditions,
      @Nullable String comments,
      @Nullable String machineEditionsByLanguage,
      @Nullable String index,
      @Nullable String etag,
      @Nullable String token) {

    static Form of(Site site, @Nullable String etag) {
      return new Form(
          site.name(),
          site.tagline(),
          site.address(),
          site.language(),
          String.join(", ", site.languages()),
          site.timeZone(),
          site.machineEditions(),
          site.comments(),
          exceptions(site),
          Boolean.TRUE.equals(site.indexMachineEditions()) ? "on" : null,
          etag,
          null);
    }

    Household.SiteInput input() {
      return new Household.SiteInput(
          orEmpty(name),
          tagline,
          orEmpty(address),
          orEmpty(language),
          list(languages),
          orEmpty(timeZone),
          machineEditions,
          comments,
          others(),
          index != null);
    }

    private static String exceptions(Site site) {
      Map<String, String> rules = site.machineEditionsByLanguage();
      return rules == null
          ? ""
          : site.languages().stream()
              .filter(tag -> rules.getOrDefault(tag, "").equals(other(site.machineEditions())))
              .collect(Collectors.joining(", "));
    }

    private Map<String, String> others() {
      return list(machineEditionsByLanguage).stream()
          .distinct()
          .collect(Collectors.toMap(tag -> tag, tag -> other(machineEditions)));
    }

    private static String other(@Nullable String rule) {
      return "reviewed".equals(rule) ? "published" : "reviewed";
    }
  }

  static String orEmpty(@Nullable String text) {
    return text == null ? "" : text.strip();
  }

  /** Typed with commas or spaces between. */
  static List<String> list(@Nullable String text) {
    return Arrays.stream(orEmpty(text).split("[,;\\s]+", -1))
        .filter(tag -> !tag.isEmpty())
        .toList();
  }

  @Get
  Optional<HttpResponse<byte[]>> show(Visitor visitor, @QueryValue @Nullable String done) {
    return household
        .site(visitor)
        .map(
            site ->
                page(
                    HttpStatus.OK,
                    visitor,
                    pages.studio(visitor, "settings", done),
                    Form.of(site.value(), site.etag())));
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<byte[]> settle(Visitor visitor, @Body Form form) {
    pages.check(visitor, form.token());
    try {
      household.settle(visitor, form.input(), form.etag());
    } catch (Refused refused) {
      Studio studio = pages.refused(visitor, "settings", refused.problem());
      return page(HttpStatus.valueOf(refused.status()), visitor, studio, form);
    }
    return to("/studio/settings?done=settled");
  }

  private HttpResponse<byte[]> page(HttpStatus status, Visitor visitor, Studio studio, Form form) {
    Map<String, @Nullable Object> model = new HashMap<>();
    model.put("form", form);
    model.put("mail", workshop.mail(visitor).orElse(null));
    return pages.page(status, studio, "settings", model);
  }
}
