package voxpop.article.topic;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;
import voxpop.article.edition.Freshness;
import voxpop.article.edition.Origin;
import voxpop.article.wording.Paragraphs;
import voxpop.article.wording.Said;

/**
 * A topic with all that is said of it.
 *
 * @param id under which it is translated, as an article is
 * @param language of name and description
 * @param description plain text, a paragraph each line
 * @param revision of what is said in the original language
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record TopicText(
    UUID id,
    String slug,
    String name,
    String description,
    String language,
    String originalLanguage,
    Origin origin,
    Freshness status,
    int revision) {

  TopicText(Topic topic, Said said) {
    this(
        topic.id(),
        topic.slug(),
        said.title(),
        Paragraphs.text(said.html()),
        said.language(),
        said.originalLanguage(),
        said.origin(),
        said.status(),
        said.revision());
  }
}
