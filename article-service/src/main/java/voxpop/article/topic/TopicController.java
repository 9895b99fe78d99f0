package voxpop.article.topic;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import voxpop.article.site.Sites;

@Controller("/api/topics")
class TopicController {

  private final Topics topics;
  private final Sites sites;

  TopicController(Topics topics, Sites sites) {
    this.topics = topics;
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
  Optional<Topic> show(String slug, @QueryValue @Nullable String language) {
    return topics.find(slug, language == null ? sites.get().language() : language);
  }
}
