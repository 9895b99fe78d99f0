package voxpop.article.media;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** Pictures for those who write and show articles. */
@Singleton
public class Pictures {
  private static final Pattern ADDRESS =
      Pattern.compile(
          "/media/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?:/.*)?",
          Pattern.CASE_INSENSITIVE);

  /** The text's column: all of a narrow screen, 40 rem of a wide one. */
  private static final String SIZES = "(min-width: 44rem) 40rem, 100vw";

  /** What a browser takes that knows no srcset: sharp enough for the column. */
  private static final int PLAIN_WIDTH = 960;

  private final MediaRepository media;

  Pictures(MediaRepository media) {
    this.media = media;
  }

  /** These pictures; unknown ones are left out. */
  public Map<UUID, Picture> of(Collection<UUID> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    return media.findByIdIn(Set.copyOf(ids)).stream()
        .collect(Collectors.toMap(Media::id, Picture::new));
  }

  /**
   * Gives the pictures of clean HTML all that a browser needs to show them without a jump and no
   * larger than necessary. Words that the HTML has stay; where there are none, the picture's own
   * are set in. A picture alone in its paragraph becomes a figure. One that isn't known here is
   * taken out: it could only be a broken one. Doing it twice changes nothing.
   */
  public void complete(Document html) {
    Map<Element, UUID> images = new LinkedHashMap<>();
    for (Element image : html.select("img[src]")) {
      id(image).ifPresent(id -> images.put(image, id));
    }
    Map<UUID, Picture> pictures = of(new HashSet<>(images.values()));
    images.forEach(
        (image, id) -> {
          Picture picture = pictures.get(id);
          if (picture == null) {
            takeOut(image);
          } else {
            complete(image, picture);
          }
        });
  }

  /** The first picture of an article's HTML, with the words that it has there. */
  public Optional<Picture> first(Document html) {
    for (Element image : html.select("img[src]")) {
      Optional<UUID> id = id(image);
      if (id.isPresent()) {
        Picture picture = of(Set.of(id.get())).get(id.get());
        if (picture != null) {
          return Optional.of(picture.saying(words(image, picture), caption(image)));
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<UUID> id(Element image) {
    Matcher address = ADDRESS.matcher(image.attr("src"));
    return address.matches() ? Optional.of(UUID.fromString(address.group(1))) : Optional.empty();
  }

  private static void complete(Element image, Picture picture) {
    image.attr("src", plain(picture));
    image.attr(
        "srcset",
        picture.srcset().stream()
            .map(source -> source.url() + " " + source.width() + "w")
            .collect(Collectors.joining(", ")));
    image.attr("sizes", SIZES);
    image.attr("width", String.valueOf(picture.width()));
    image.attr("height", String.valueOf(picture.height()));
    image.attr("loading", "lazy");
    image.attr("decoding", "async");
    image.attr("alt", words(image, picture));
    Element paragraph = image.parent();
    if (paragraph != null && paragraph.nameIs("p") && isAlone(image, paragraph)) {
      paragraph.tagName("figure");
      String caption = image.hasAttr("title") ? image.attr("title") : picture.caption();
      if (caption != null && !caption.isBlank()) {
        paragraph.appendElement("figcaption").text(caption);
      }
      image.removeAttr("title");
    }
  }

  private static String words(Element image, Picture picture) {
    return image.attr("alt").isBlank() ? picture.alt() : image.attr("alt");
  }

  private static String plain(Picture picture) {
    return picture.srcset().stream()
        .filter(source -> source.width() <= PLAIN_WIDTH)
        .reduce((narrow, wide) -> wide)
        .orElse(picture.srcset().getFirst())
        .url();
  }

  private static @Nullable String caption(Element image) {
    Element figure = image.closest("figure");
    Element caption = figure == null ? null : figure.selectFirst("figcaption");
    return caption == null || caption.text().isBlank() ? null : caption.text();
  }

  private static void takeOut(Element image) {
    Element paragraph = image.parent();
    if (paragraph != null && paragraph.nameIs("p") && isAlone(image, paragraph)) {
      paragraph.remove();
    } else {
      image.remove();
    }
  }

  private static boolean isAlone(Element image, Element paragraph) {
    for (Node node : paragraph.childNodes()) {
      boolean space = node instanceof TextNode text && text.isBlank();
      if (node != image && !space) {
        return false;
      }
    }
    return true;
  }
}
