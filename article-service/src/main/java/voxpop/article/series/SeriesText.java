package voxpop.article.series;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.UUID;
import voxpop.article.edition.Freshness;
import voxpop.article.edition.Origin;
import voxpop.article.wording.Paragraphs;

/**
 * A series with all that is said of it.
 *
 * @param id under which it is translated, as an article is
 * @param language of name and description
 * @param description plain text, a paragraph each line
 * @param revision of what is said in the original language
 * @param articles in the order in which they are to be read, whether readers get them yet or not
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record SeriesText(
    UUID id,
    String slug,
    String name,
    String description,
    String language,
    String originalLanguage,
    Origin origin,
    Freshness status,
    int revision,
    List<UUID> articles) {

  SeriesText(Serials.Found found) {
    this(
        found.id(),
        found.slug(),
        found.said().title(),
        Paragraphs.text(found.said().html()),
        found.said().language(),
        found.said().originalLanguage(),
        found.said().origin(),
        found.said().status(),
        found.said().revision(),
        found.articles());
  }
}
