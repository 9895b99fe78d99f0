package voxpop.gateway.studio;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import voxpop.gateway.client.Problem;
import voxpop.gateway.client.Site;
import voxpop.gateway.client.Visitor;
import voxpop.gateway.edge.FormTokens;
import voxpop.gateway.edge.Sites;
import voxpop.gateway.page.Assets;
import voxpop.gateway.page.Messages;
import voxpop.gateway.page.Templates;
import voxpop.gateway.page.Words;

/** Writes the studio's pages, in the language of whoever looks at them. */
@Singleton
class StudioPages {
  /** What is told when a service is away while somebody saves. */
  static final Problem AWAY =
      new Problem("/problems/unavailable", "Unavailable", 503, null, List.of());

  private final Templates templates;
  private final Messages messages;
  private final Assets assets;
  private final Sites sites;
  private final FormTokens tokens;
  private final News news;

  StudioPages(
      Templates templates,
      Messages messages,
      Assets assets,
      Sites sites,
      FormTokens tokens,
      News news) {
    this.templates = templates;
    this.messages = messages;
    this.assets = assets;
    this.sites = sites;
    this.tokens = tokens;
    this.news = news;
  }

  Studio studio(Visitor visitor, String section, @Nullable String done) {
    return studio(visitor, section, done, null);
  }

  Studio refused(Visitor visitor, String section, Problem problem) {
    return studio(visitor, section, null, problem);
  }

  private Studio studio(
      Visitor visitor, String section, @Nullable String done, @Nullable Problem problem) {
    Site site = sites.site();
    return new Studio(
        site,
        words(visitor, site),
        assets,
        visitor.signedIn(),
        tokens.of(visitor),
        section,
        done,
        problem,
        news.unseen(visitor));
  }

  MutableHttpResponse<byte[]> page(Studio studio, String template, Map<String, ?> model) {
    return page(HttpStatus.OK, studio, template, model);
  }

  MutableHttpResponse<byte[]> page(
      HttpStatus status, Studio studio, String template, Map<String, ?> model) {
    Map<String, @Nullable Object> all = new HashMap<>(model);
    all.put("studio", studio);
    return HttpResponse.<byte[]>status(status)
        .contentType(MediaType.TEXT_HTML_TYPE)
        .characterEncoding("utf-8")
        .body(templates.render("studio/" + template + ".jte", all));
  }

  /** After a form that succeeded, so that reloading does nothing again. */
  static MutableHttpResponse<byte[]> to(String path) {
    return HttpResponse.seeOther(URI.create(path));
  }

  void check(Visitor visitor, @Nullable String token) {
    tokens.check(visitor, token);
  }

  String timeZone() {
    return sites.site().timeZone();
  }

  /** The first language of the browser that the house speaks; else the site's. */
  private Words words(Visitor visitor, Site site) {
    String accepted = visitor.languages();
    if (accepted != null) {
      try {
        for (Locale.LanguageRange range : Locale.LanguageRange.parse(accepted)) {
          Words words = range.getWeight() > 0 ? messages.own(range.getRange()) : null;
          if (words != null) {
            return words;
          }
        }
      } catch (IllegalArgumentException e) {
        return messages.in(site.language(), null); // what the browser sent is no list of languages
      }
    }
    return messages.in(site.language(), null);
  }
}
