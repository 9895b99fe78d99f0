package voxpop.gateway.page;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import voxpop.gateway.client.ArticlePage;
import voxpop.gateway.client.EditionLink;
import voxpop.gateway.client.Picture;

/**
 * What other programs read of an article: Open Graph (ogp.me) and schema.org's BlogPosting as
 * JSON-LD.
 *
 * @param linkedData JSON in which no {@code <} stands as itself, so that it can't end its script
 *     element
 */
public record Social(List<Property> properties, String linkedData, boolean pictured) {
  /** One {@code <meta property>}. */
  public record Property(String name, String content) {}

  private static final JsonFactory JSON = new JsonFactory();

  static Social of(Frame frame, ArticlePage page) {
    Picture picture = page.picture();
    boolean pictured = picture != null && !picture.srcset().isEmpty();
    var properties = new ArrayList<Property>();
    properties.add(new Property("og:type", "article"));
    properties.add(new Property("og:title", page.title()));
    String summary = page.summary();
    if (summary != null && !summary.isBlank()) {
      properties.add(new Property("og:description", summary));
    }
    properties.add(new Property("og:url", frame.canonical()));
    properties.add(new Property("og:site_name", frame.site().name()));
    properties.add(new Property("og:locale", page.language().replace('-', '_')));
    for (EditionLink edition : page.editions()) {
      if (!edition.language().equals(page.language())) {
        properties.add(new Property("og:locale:alternate", edition.language().replace('-', '_')));
      }
    }
    if (page.publishedAt() != null) {
      properties.add(new Property("article:published_time", page.publishedAt().toString()));
    }
    if (page.updatedAt() != null) {
      properties.add(new Property("article:modified_time", page.updatedAt().toString()));
    }
    properties.add(new Property("article:author", page.author().displayName()));
    page.topics().forEach(topic -> properties.add(new Property("article:tag", topic.name())));
    if (pictured && picture != null) {
      Picture.Variant widest = Pictures.widest(picture);
      properties.add(new Property("og:image", frame.absolute(widest.url())));
      properties.add(new Property("og:image:width", Integer.toString(widest.width())));
      long height =
          Math.round((double) picture.height() * widest.width() / Math.max(1, picture.width()));
      properties.add(new Property("og:image:height", Long.toString(height)));
      if (picture.alt() != null) {
        properties.add(new Property("og:image:alt", picture.alt()));
      }
    }
    return new Social(properties, linkedData(frame, page, pictured ? picture : null), pictured);
  }

  private static String linkedData(
      Frame frame, ArticlePage page, @org.jspecify.annotations.Nullable Picture picture) {
    var text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("@context", "https://schema.org");
      json.writeStringField("@type", "BlogPosting");
      json.writeStringField("headline", page.title());
      if (page.summary() != null) {
        json.writeStringField("description", page.summary());
      }
      json.writeStringField("inLanguage", page.language());
      json.writeStringField("mainEntityOfPage", frame.canonical());
      if (page.publishedAt() != null) {
        json.writeStringField("datePublished", page.publishedAt().toString());
      }
      if (page.updatedAt() != null) {
        json.writeStringField("dateModified", page.updatedAt().toString());
      }
      if (picture != null) {
        json.writeStringField("image", frame.absolute(Pictures.widest(picture).url()));
      }
      json.writeObjectFieldStart("author");
      json.writeStringField("@type", "Person");
      json.writeStringField("name", page.author().displayName());
      json.writeStringField("url", frame.absolute(frame.home() + "author/" + page.author().name()));
      json.writeEndObject();
      json.writeObjectFieldStart("publisher");
      json.writeStringField("@type", "Organization");
      json.writeStringField("name", frame.site().name());
      json.writeEndObject();
      if (!page.language().equals(page.originalLanguage())) {
        for (EditionLink edition : page.editions()) {
          if (edition.language().equals(page.originalLanguage())) {
            json.writeObjectFieldStart("translationOfWork");
            json.writeStringField(
                "@id", frame.absolute("/" + edition.language() + "/" + edition.slug()));
            json.writeEndObject();
          }
        }
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a StringWriter doesn't fail
    }
    return text.toString().replace("<", "\\u003c");
  }
}
