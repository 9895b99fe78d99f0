package voxpop.article.topic;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import voxpop.article.Revisions;
import voxpop.article.site.Sites;
import voxpop.kit.caller.Caller;
import voxpop.kit.caller.Role;

@Controller("/api/topics")
class TopicController {

  private final Topics topics;
  private final TopicTexts texts;
  private final Sites sites;

  TopicController(Topics topics, TopicTexts texts, Sites sites) {
    this.topics = topics;
    this.texts = texts;
    this.sites = sites;
  }

  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Listed(List<Topic> items) {}

  /** The topics that have an edition in this language. */
  @Get("{?language}")
  Listed list(@QueryValue @Nullable String language) {
    return new Listed(topics.inUse(language == null ? sites.get().language() : language));
  }

  @Get("/{slug}{?language}")
  Optional<HttpResponse<TopicText>> show(String slug, @QueryValue @Nullable String language) {
    return texts
        .find(slug, language == null ? sites.get().language() : language)
        .map(TopicController::answer);
  }

  @Put("/{slug}")
  Optional<HttpResponse<TopicText>> change(
      Caller caller,
      String slug,
      @Header(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @Body @Valid TopicInput input) {
    caller.require(Role.EDITOR);
    return texts.change(slug, input, Revisions.expected(ifMatch)).map(TopicController::answer);
  }

  private static HttpResponse<TopicText> answer(TopicText text) {
    return HttpResponse.ok(text).header(HttpHeaders.ETAG, Revisions.etag(text.revision()));
  }
}
